import {
	asked,
	endSlice,
	isKnown,
	take,
	type DrainLimits,
	type DrainSource,
	type Progress,
} from './progress';
import type { Slice } from './slice';

/**
 * Reads an instant with more records than a page: a mass update within three milliseconds. Time cannot
 * cut it, so it is paged in the order in which the ERP lists records. Each page begins with the last
 * record of the page before; where another one stands there, records have left the list, and the
 * reading goes back to one that it knows. At the end all of it is counted once more: what appeared in
 * front of the reading is found that way.
 */
export async function readInstant(
	source: DrainSource,
	progress: Progress,
	slice: Slice & { readonly instant: number },
	limits: DrainLimits,
): Promise<void> {
	const known = progress.instant?.at === slice.instant ? progress.instant : undefined;
	progress.counted = Number.POSITIVE_INFINITY;
	let skip = known?.skip ?? 0;
	if (known?.isRead !== true) {
		const end = await readPages(source, progress, slice, skip, limits);
		progress.instant = { at: slice.instant, skip: end.skip, isRead: end.isRead };
		skip = end.skip;
		if (!end.isRead) {
			interrupt(progress, slice);
			return;
		}
	}
	if (await isComplete(source, progress, slice, limits)) {
		progress.instant = { at: slice.instant, skip, isRead: true };
		endSlice(progress, slice);
		return;
	}
	// Read from its beginning once more: what is known by then is passed over.
	progress.instant = { at: slice.instant, skip: 0, isRead: false };
	if (isFull(progress, limits)) interrupt(progress, slice);
}

/** Ends the drain here: what is left of the instant counts as more than there is room for. */
function interrupt(progress: Progress, slice: Slice) {
	progress.from = slice.from;
	progress.slices = [{ ...slice, fresh: Number.POSITIVE_INFINITY }];
}

function isFull({ changes }: Progress, { most, pageSize, isOver }: DrainLimits): boolean {
	return changes.length + pageSize > most || isOver();
}

async function readPages(
	source: DrainSource,
	progress: Progress,
	slice: Slice,
	start: number,
	limits: DrainLimits,
): Promise<{ readonly skip: number; readonly isRead: boolean }> {
	const { pageSize } = limits;
	let taken = 0;
	for (let skip = Math.max(0, start - 1); ;) {
		const records = await asked(progress, source.reader.read(slice, pageSize + 1, skip));
		const [first] = records;
		const continues =
			skip === 0 || (first !== undefined && isKnown(source, progress, source.changeOf(first)));
		if (!continues) {
			skip = Math.max(0, skip - pageSize);
			continue;
		}
		taken += take(source, progress, records);
		const isRead = records.length <= pageSize;
		if (isRead || isFull(progress, limits)) return { skip: start + taken, isRead };
		skip += pageSize;
	}
}

/** Whether every record of the instant is known; asked for with few fields, many at once. */
async function isComplete(
	source: DrainSource,
	progress: Progress,
	slice: Slice,
	{ glimpseSize }: DrainLimits,
): Promise<boolean> {
	for (let skip = 0; ; skip += glimpseSize) {
		const records = await asked(progress, source.reader.glimpse(slice, glimpseSize + 1, skip));
		const changes = records.map(source.changeOf);
		if (!changes.every((change) => isKnown(source, progress, change))) return false;
		if (records.length <= glimpseSize) return true;
	}
}
