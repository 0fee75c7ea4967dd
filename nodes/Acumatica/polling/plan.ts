import {
	asked,
	endStretch,
	isKnown,
	nowOf,
	spanOf,
	type Change,
	type DrainLimits,
	type DrainSource,
	type Progress,
} from './progress';
import { shorterEnd, slicesOf, type Slice } from './slice';

/** Counts a stretch that can be counted at a look, and cuts it into slices. */
export async function plan(
	source: DrainSource,
	progress: Progress,
	width: number,
	limits: DrainLimits,
) {
	const { from } = progress;
	const end = Math.ceil(from + width);
	let to = end >= nowOf(source, progress) ? undefined : end;
	for (let attempt = 0; ; attempt++) {
		const look = source.reader.glimpse({ from, to }, limits.glimpseSize + 1);
		const changes = (await asked(progress, look)).map(source.changeOf);
		progress.counted = changes.length;
		if (changes.length <= limits.glimpseSize) {
			cut(source, progress, changes, to, limits);
			return;
		}
		const stamps = changes.map(({ stamp }) => stamp);
		const shorter = shorterEnd(stamps, attempt);
		if (shorter === undefined) {
			const [instant = from] = stamps;
			progress.to = instant + 2;
			progress.slices = aroundInstant(from, instant, limits.most);
			return;
		}
		to = shorter;
	}
}

function cut(
	source: DrainSource,
	progress: Progress,
	changes: readonly Change[],
	to: number | undefined,
	{ pageSize, glimpseSize }: DrainLimits,
) {
	const { from } = progress;
	const glimpses = changes.map((change) => ({
		stamp: change.stamp,
		isSeen: isKnown(source, progress, change),
	}));
	const slices = slicesOf(glimpses, { from, to }, pageSize);
	const last = slices.at(-1);
	// The rest of a page fills the first one of the next stretch.
	const isRest = to !== undefined && slices.length > 1 && (last?.fresh ?? 0) < pageSize * 0.8;
	progress.to = isRest ? last?.from : to;
	progress.slices = isRest ? slices.slice(0, -1) : slices;
	progress.width = nextWidth(changes.length, spanOf(source, progress, { from, to }), glimpseSize);
	if (progress.slices.length === 0) endStretch(progress);
}

/** So wide that the next look counts nearly as many changes as it may, if they go on as they did. */
function nextWidth(counted: number, span: number, glimpseSize: number): number {
	const factor = counted === 0 ? 8 : Math.min(8, Math.max(0.1, (0.9 * glimpseSize) / counted));
	return Math.ceil(span * factor);
}

/** An instant that is too large to be counted, and what came before it. */
function aroundInstant(from: number, instant: number, fresh: number): Slice[] {
	const before = instant - 1;
	return [
		...(before > from ? [{ from, to: before, fresh: 1 }] : []),
		{ from: Math.max(from, before), to: instant + 2, fresh, instant },
	];
}
