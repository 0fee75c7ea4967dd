import { createHash } from 'crypto';

/**
 * The changes that were handed on, as far as they may be read again. One takes nine characters, since
 * the platform keeps them in one column of its database: 54 bits of a hash over the record and the
 * time of the change. Among 100,000 of them the next change is taken for a known one once in 10^11.
 */
export interface SeenChanges {
	has(id: string, stamp: number): boolean;
	add(id: string, stamp: number): void;
	/** Forgets what happened before a time, to the nearest ten seconds. */
	forgetBefore(stamp: number): void;
	readonly size: () => number;
	/** Ten-second periods since 1970, in base 36, each with its changes. */
	toJson(): Record<string, string>;
}

const length = 9;
const period = 10_000;

/** @param stored what `toJson` gave, in the order of time or not */
export function seenChanges(stored: Readonly<Record<string, string>> = {}): SeenChanges {
	const periods = new Map<number, Set<string>>();
	for (const [key, joined] of Object.entries(stored)) {
		periods.set(Number.parseInt(key, 36), new Set(split(joined)));
	}
	return {
		has: (id, stamp) => periods.get(periodOf(stamp))?.has(mark(id, stamp)) === true,
		add(id, stamp) {
			const key = periodOf(stamp);
			const marks = periods.get(key) ?? new Set();
			periods.set(key, marks.add(mark(id, stamp)));
		},
		forgetBefore(stamp) {
			const first = periodOf(stamp);
			for (const key of periods.keys()) if (key < first) periods.delete(key);
		},
		size: () => [...periods.values()].reduce((total, marks) => total + marks.size, 0),
		toJson: () =>
			Object.fromEntries(
				[...periods].map(([key, marks]) => [key.toString(36), [...marks].join('')]),
			),
	};
}

/** Whether something that was stored can be what `toJson` gave. */
export function areSeenChanges(stored: object): stored is Readonly<Record<string, string>> {
	return Object.entries(stored).every(
		([key, joined]) =>
			/^-?[0-9a-z]+$/.test(key) &&
			typeof joined === 'string' &&
			joined.length % length === 0 &&
			/^[\w-]*$/.test(joined),
	);
}

function periodOf(stamp: number): number {
	return Math.floor(stamp / period);
}

function mark(id: string, stamp: number): string {
	return createHash('sha256')
		.update(`${id.toLowerCase()}\n${stamp}`)
		.digest('base64url')
		.slice(0, length);
}

function split(joined: string): string[] {
	return joined.match(/.{9}/g) ?? [];
}
