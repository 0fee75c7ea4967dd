import type { Party } from './party';

/** Shorter waits are the ordinary course of things and not worth a word. */
const worthTelling = 1_000;

/**
 * One sentence for the user on what the execution asked of the license and what it waited for;
 * undefined where it hardly waited.
 */
export function summarize(party: Party, sessions: number): string | undefined {
	const total = party.waiting.total();
	if (total < worthTelling) return undefined;
	const counts = [
		`${party.requests} requests`,
		`at most ${party.mostInAMinute} in a minute`,
		`${party.highestConcurrency} at once`,
		...(sessions > 0 ? [`${sessions} ${sessions === 1 ? 'session' : 'sessions'}`] : []),
	].join(', ');
	return `${counts}; waited ${Math.round(total / 1000)} s for the license; see License Monitoring Console, SM604000`;
}
