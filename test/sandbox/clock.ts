import { Sleepers } from './sleepers.ts';

/** The time the sandbox lives in. Sessions, tokens, the license and every timestamp read it. */
export interface SandboxClock {
	/** Milliseconds since 1970, as `Date.now()` counts them. */
	now(): number;
	/** Moves the sandbox into the future, so that tests need not wait for an expiry. */
	advance(milliseconds: number): void;
	/**
	 * Waits until the clock has gone so far, by itself or because it was advanced.
	 *
	 * @throws the signal's reason, as soon as it is aborted
	 */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Real time plus whatever it was advanced by.
 *
 * @param source where real time comes from
 */
export function runningClock(source: () => number = Date.now): SandboxClock {
	let ahead = 0;
	const now = () => source() + ahead;
	const sleepers = new Sleepers(now);
	let alarm: NodeJS.Timeout | undefined;
	// One timer, for whoever wakes first; it ends with the last sleeper.
	const setAlarm = () => {
		clearTimeout(alarm);
		if (sleepers.nextAt === undefined) return;
		const left = Math.ceil(sleepers.nextAt - now());
		alarm = setTimeout(ring, Math.min(Math.max(left, 1), longestTimer));
	};
	const ring = () => {
		sleepers.wake();
		setAlarm();
	};
	return {
		now,
		advance(milliseconds) {
			ahead += forward(milliseconds);
			ring();
		},
		async sleep(milliseconds, signal) {
			const sleep = sleepers.sleep(milliseconds, signal);
			setAlarm();
			await sleep.finally(setAlarm);
		},
	};
}

/** What setTimeout can count. */
const longestTimer = 2 ** 31 - 1;

/**
 * A clock that stands still until it is advanced.
 *
 * @param start the time it shows first
 */
export function standingClock(start: number): SandboxClock {
	let now = start;
	const sleepers = new Sleepers(() => now);
	return {
		now: () => now,
		advance(milliseconds) {
			now += forward(milliseconds);
			sleepers.wake();
		},
		sleep: (milliseconds, signal) => sleepers.sleep(milliseconds, signal),
	};
}

/** A clock that stands still and can be set, also back: somebody corrects the server's time. */
export function settableClock(start: number): SandboxClock & { set(time: number): void } {
	let ahead = 0;
	const clock = standingClock(start);
	return {
		now: () => clock.now() + ahead,
		advance: (milliseconds) => clock.advance(milliseconds),
		sleep: async (milliseconds, signal) => await clock.sleep(milliseconds, signal),
		set(time) {
			ahead = time - clock.now();
		},
	};
}

function forward(milliseconds: number): number {
	if (!Number.isFinite(milliseconds) || milliseconds < 0) {
		throw new RangeError(`The clock moves forward only, not by ${milliseconds} ms.`);
	}
	return milliseconds;
}

/**
 * The time as the database keeps it: SQL Server's datetime counts in steps of 1/300 second, which
 * show as milliseconds ending in 0, 3 and 7.
 */
export function databaseTime(milliseconds: number): string {
	const second = Math.floor(milliseconds / 1000) * 1000;
	const steps = Math.floor(((milliseconds - second) * 3) / 10);
	return new Date(second + Math.round((steps * 10) / 3)).toISOString();
}
