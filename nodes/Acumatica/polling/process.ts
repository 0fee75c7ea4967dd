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

interface Held {
	/** The static data at hand when it was held. */
	readonly staticData: object;
	/** Whether the poll before had another object: n8n's scheduler loads the workflow anew for each poll. */
	readonly isFresh: boolean;
	/** Serial of the first state that the platform may still have: it stores none after a poll without a result. */
	readonly since: number;
	readonly state: PollState;
}

const ahead = new Map<string, Held>();

/**
 * The state that is one batch ahead of the stored one, where this process has it. A workflow that is loaded
 * again begins with what was stored, since nobody knows whether the last batch of the one before was taken;
 * unless it is loaded for each poll.
 */
export function stateAhead(
	node: string,
	staticData: object,
	stored: PollState,
): PollState | undefined {
	const held = ahead.get(node);
	const isOfThis =
		held !== undefined && stored.serial >= held.since && stored.serial < held.state.serial;
	if (!isOfThis) return undefined;
	return held.staticData === staticData || held.isFresh ? held.state : undefined;
}

/**
 * @param stored the state that was assigned to the static data
 * @param isEmitted whether the poll had a result, with which the platform stores what is assigned
 */
export function holdAhead(
	node: string,
	staticData: object,
	stored: PollState,
	state: PollState,
	isEmitted: boolean,
): void {
	const before = ahead.get(node);
	const since = isEmitted || before === undefined ? stored.serial : before.since;
	const isFresh = before !== undefined && before.staticData !== staticData;
	ahead.set(node, { staticData, isFresh, since, state });
}

/**
 * Whether the platform keeps the state of its own accord together with the execution (durable poll
 * cursors): then each poll gets a plain copy, else the observed object that stands in the workflow.
 */
export function isTransactional(staticData: object): boolean {
	return !('__dataChanged' in staticData);
}
