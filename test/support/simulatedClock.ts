import type { Clock } from '../../nodes/Acumatica/transport/clock';

interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

/** A clock for tests: time stands still until everybody sleeps, then jumps to whoever wakes first. */
export interface SimulatedClock extends Clock {
	/** Runs `work` to its end, moving time forward whenever nothing else can happen. */
	run<T>(work: Promise<T>): Promise<T>;
}

/** @param start milliseconds since 1970 at which `date()` begins */
export function simulatedClock(start = Date.UTC(2026, 0, 31)): SimulatedClock {
	let now = 0;
	const sleepers = new Set<Sleeper>();
	const clock: SimulatedClock = {
		now: () => now,
		date: () => start + now,
		async sleep(milliseconds, signal) {
			if (milliseconds <= 0 || signal?.aborted === true) return;
			await new Promise<void>((resolve) => {
				const sleeper = { until: now + milliseconds, wake: resolve };
				sleepers.add(sleeper);
				signal?.addEventListener('abort', () => {
					sleepers.delete(sleeper);
					resolve();
				});
			});
		},
		async run(work) {
			let isDone = false;
			const end = () => {
				isDone = true;
			};
			work.then(end, end);
			for (;;) {
				// Everything that is ready runs before time moves on.
				await new Promise((resolve) => setImmediate(resolve));
				if (isDone) return await work;
				const next = [...sleepers].sort((a, b) => a.until - b.until)[0];
				if (next === undefined)
					throw new Error('Nobody sleeps and nobody is done: the work waits for ever');
				sleepers.delete(next);
				now = Math.max(now, next.until);
				next.wake();
			}
		},
	};
	return clock;
}
