import { readInstant } from './instant';
import {
	asked,
	endSlice,
	progressFrom,
	spanOf,
	take,
	type Change,
	type DrainLimits,
	type DrainSource,
	type Position,
	type Progress,
} from './progress';
import { plan } from './plan';
import type { Slice } from './slice';

export interface Drained {
	readonly changes: readonly Change[];
	/** Undefined: everything there is was read. */
	readonly rest: Position | undefined;
	/** For the next drain: see `Position`. */
	readonly hints: Pick<Position, 'width' | 'instant'>;
	/** When the ERP gave the first answer, by its own clock. */
	readonly date: number | undefined;
}

/**
 * Reads everything from a position on: in one request, as a rule. What does not fit is counted first
 * and then read in slices of time, oldest first, each with a single request, so that a record edited
 * meanwhile cannot push another one off a page. Only an instant with more than a page is paged by key.
 *
 * @throws whatever the reader throws; what was read until then is lost, and has to be read again
 */
export async function drain(
	source: DrainSource,
	start: Position,
	limits: DrainLimits,
): Promise<Drained> {
	const progress = progressFrom(start);
	while (!progress.isDone && !isEnough(progress, start, limits)) {
		const [slice] = progress.slices;
		if (slice !== undefined) await readSlice(source, progress, slice, limits);
		else if (progress.width === undefined) await readAll(source, progress, limits);
		else await plan(source, progress, progress.width, limits);
	}
	const { changes, date, from, width, instant, counted, isDone } = progress;
	const isBusy = !isDone || counted > limits.pageSize;
	const hints = { width: isBusy ? width : undefined, instant };
	return { changes, date, hints, rest: isDone ? undefined : { from, ...hints } };
}

function isEnough(progress: Progress, start: Position, { most, isOver }: DrainLimits): boolean {
	const { changes, slices, from } = progress;
	// To count another stretch for the little room that is left would not pay.
	const next = slices[0]?.fresh ?? most / 5;
	if (changes.length > 0 && changes.length + next > most) return true;
	return isOver() && (changes.length > 0 || from > start.from);
}

/** What nearly every poll is: one request, and what it brings is all there is. */
async function readAll(source: DrainSource, progress: Progress, { pageSize }: DrainLimits) {
	const found = await asked(progress, source.reader.read(progress, pageSize + 1));
	progress.counted = found.length;
	if (found.length > pageSize) {
		progress.width = spanOf(source, progress, progress);
		return;
	}
	take(source, progress, found);
	progress.isDone = true;
}

async function readSlice(
	source: DrainSource,
	progress: Progress,
	slice: Slice,
	limits: DrainLimits,
) {
	const { instant } = slice;
	if (instant !== undefined) {
		await readInstant(source, progress, { ...slice, instant }, limits);
		return;
	}
	const found = await asked(progress, source.reader.read(slice, limits.pageSize + 1));
	if (found.length > limits.pageSize) {
		// More became visible since it was counted: it is counted again.
		progress.from = slice.from;
		progress.slices = [];
		progress.width = spanOf(source, progress, slice);
		return;
	}
	take(source, progress, found);
	endSlice(progress, slice);
}
