import type { PollState } from './state';

/**
 * What is remembered within one process only, and is lost when it ends: that a poll is in flight, when
 * the last one was by a clock that never jumps, and the state that is not yet due for the platform.
 */

const inFlight = new Set<string>();

/** Runs a poll unless one of the same node is in flight: ticks of the platform may overlap. */
export async function aloneOf<T>(node: string, poll: () => Promise<T>): Promise<T | undefined> {
	if (inFlight.has(node)) return undefined;
	inFlight.add(node);
	try {
		return await poll();
	} finally {
		inFlight.delete(node);
	}
}

const lastPolls = new Map<string, { readonly erpDate: number; readonly at: number }>();

/**
 * Milliseconds since the poll that left the given time of the ERP.
 *
 * @param now on a clock that never jumps
 * @returns undefined where another process, or none, has made that poll
 */
export function elapsedSince(node: string, erpDate: number, now: number): number | undefined {
	const last = lastPolls.get(node);
	return last?.erpDate === erpDate ? now - last.at : undefined;
}

export function rememberPoll(node: string, erpDate: number, now: number): void {
	lastPolls.set(node, { erpDate, at: now });
}

/**
 * The static data of a workflow, as long as it stays loaded, and the state beyond what stands in it.
 * A workflow that is loaded again has another object, and begins with what was stored.
 */
const ahead = new WeakMap<object, { readonly behind: number; readonly state: PollState }>();

/** The state that is one batch ahead of the stored one, where this process has it. */
export function stateAhead(staticData: object, stored: PollState): PollState | undefined {
	const held = ahead.get(staticData);
	return held?.behind === stored.serial ? held.state : undefined;
}

export function holdAhead(staticData: object, stored: PollState, state: PollState): void {
	ahead.set(staticData, { behind: stored.serial, state });
}

/**
 * Whether the platform keeps the state of its own accord together with the execution (durable poll
 * cursors): then each poll gets a plain copy, else the observed object that stands in the workflow.
 */
export function isTransactional(staticData: object): boolean {
	return !('__dataChanged' in staticData);
}
