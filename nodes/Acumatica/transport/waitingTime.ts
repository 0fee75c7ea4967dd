import type { Clock } from './clock';

/** How long an execution has waited. While several of its requests wait, the time counts once. */
export interface WaitingTime {
	/** Somebody begins to wait, until the returned function is called. */
	begin(clock: Pick<Clock, 'now'>): () => void;
	/** Milliseconds of the waits that are over. */
	readonly total: () => number;
}

export function waitingTime(): WaitingTime {
	let total = 0;
	let waiting = 0;
	let since = 0;
	return {
		begin(clock) {
			if (waiting++ === 0) since = clock.now();
			return () => {
				if (--waiting === 0) total += clock.now() - since;
			};
		},
		total: () => total,
	};
}
