import type { WireRecord } from '../contract/scalar';
import type { ChangeReader, Reading, Stretch } from './reader';
import type { Slice } from './slice';

/** A record with the time of the change that it was read for. */
export interface Change {
	readonly id: string;
	readonly stamp: number;
	readonly record: WireRecord;
}

/** Where one drain ends, so that the next can go on. */
export interface Position {
	/** Everything before this time was read. */
	readonly from: number;
	/** Milliseconds that hold about as many changes as one look can count; undefined while a page is enough. */
	readonly width?: number | undefined;
	/** The instant with more than a page that was read last, and how many of its records. */
	readonly instant?: InstantPosition | undefined;
}

export interface InstantPosition {
	readonly at: number;
	readonly skip: number;
	/** All of it was read; only what became visible since may be missing. */
	readonly isRead: boolean;
}

export interface DrainLimits {
	/** Records in one request. */
	readonly pageSize: number;
	/** Changes that one look may count. */
	readonly glimpseSize: number;
	/** Changes to read in all; one page at least. */
	readonly most: number;
	/** Whether the time is up. What is read whole by then counts. */
	readonly isOver: () => boolean;
}

export interface DrainSource {
	readonly reader: ChangeReader;
	readonly changeOf: (record: WireRecord) => Change;
	/** Whether a change was handed on before. */
	readonly isSeen: (change: Change) => boolean;
	/** The ERP's time at the last poll: what goes on beyond the time that is known needs no end. */
	readonly now: number;
}

/** How far a drain has come. */
export interface Progress {
	from: number;
	/** End of the stretch that the slices were cut from. */
	to: number | undefined;
	width: number | undefined;
	slices: Slice[];
	instant: InstantPosition | undefined;
	/** When the ERP gave the first answer. */
	date: number | undefined;
	/** Changes in the last stretch that was looked at, known ones included. */
	counted: number;
	isDone: boolean;
	readonly changes: Change[];
	/** The same, as `id@stamp`. */
	readonly taken: Set<string>;
}

/** Nothing read yet. */
export function progressFrom({ from, width, instant }: Position): Progress {
	return {
		from,
		to: undefined,
		width,
		slices: [],
		instant,
		date: undefined,
		counted: 0,
		isDone: false,
		changes: [],
		taken: new Set(),
	};
}

/** The records of a reading; the first one sets the time. */
export async function asked(progress: Progress, reading: Promise<Reading>) {
	const { records, date } = await reading;
	progress.date ??= date;
	return records;
}

/** The ERP's time as far as it is known: its last answer's before this drain, or the first one's in it. */
export function nowOf(source: DrainSource, { date }: Progress): number {
	return Math.max(source.now, date ?? source.now);
}

/** Milliseconds of a stretch; one without an end goes to the ERP's now. One at least: it is divided by. */
export function spanOf(source: DrainSource, progress: Progress, { from, to }: Stretch): number {
	return Math.max(1, (to ?? nowOf(source, progress)) - from);
}

/** Whether a change was handed on before, or taken by this drain. */
export function isKnown(source: DrainSource, progress: Progress, change: Change): boolean {
	return progress.taken.has(`${change.id}@${change.stamp}`) || source.isSeen(change);
}

/** Keeps what is not known yet, and returns how many that were; the others would only fill the memory. */
export function take(
	source: DrainSource,
	progress: Progress,
	records: readonly WireRecord[],
): number {
	const before = progress.changes.length;
	for (const record of records) {
		const change = source.changeOf(record);
		if (isKnown(source, progress, change)) continue;
		progress.changes.push(change);
		progress.taken.add(`${change.id}@${change.stamp}`);
	}
	return progress.changes.length - before;
}

/** A slice is done: the next one begins where it ends. */
export function endSlice(progress: Progress, slice: Slice): void {
	progress.slices.shift();
	progress.from = slice.to ?? progress.from;
	if (progress.slices.length === 0) endStretch(progress);
}

/** All slices of a stretch are done. */
export function endStretch(progress: Progress): void {
	if (progress.to === undefined) progress.isDone = true;
	else progress.from = progress.to;
}
