import type { Clock } from '../../nodes/Acumatica/transport/clock';

/**
 * Stands in for `transport/clock.ts`, so that waits take no time:
 * `jest.mock('<way>/nodes/Acumatica/transport/clock', () => jest.requireActual('<way>/support/virtualTime.ts'))`.
 * A sleep ends at once and moves the clock forward by its length.
 */
export const systemClock: Clock = {
	now: () => elapsed,
	date: () => Date.now() + elapsed,
	async sleep(milliseconds, signal) {
		if (signal?.aborted === true) return;
		elapsed += milliseconds;
		sleeps.push(milliseconds);
	},
};

let elapsed = 0;

/** Lengths of the waits so far; a test empties it before it starts. */
export const sleeps: number[] = [];
