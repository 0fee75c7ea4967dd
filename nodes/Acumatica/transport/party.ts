import { waitingTime, type WaitingTime } from './waitingTime';

/** One execution at the gate: what it is served by turns for, and what it had of it. */
export interface Party {
	requests: number;
	mostInAMinute: number;
	highestConcurrency: number;
	/** Time in which its requests stood at the gate, or waited to be sent again. */
	readonly waiting: WaitingTime;
	lastServed: number;
}

export function newParty(): Party {
	return {
		requests: 0,
		mostInAMinute: 0,
		highestConcurrency: 0,
		waiting: waitingTime(),
		lastServed: 0,
	};
}
