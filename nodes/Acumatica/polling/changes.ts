import type { INodeExecutionData } from 'n8n-workflow';

import type { Drained } from './drain';
import { itemsOf, withEvents, type Creations } from './event';
import type { Change, Position } from './progress';
import { dateOf, drainWatched, limitsOf, type PollContext } from './drainWatched';
import { stampOf } from './stamp';
import type { PollState } from './state';
import { isFromBefore, nextWatch, setBackBy, type Moment } from './window';

/** What a poll came to. */
export interface Polled {
	readonly items: INodeExecutionData[];
	/** To begin with next time. */
	readonly state: PollState;
	/** By how many milliseconds the ERP's clock was set back since the last poll. */
	readonly back: number;
	/** Milliseconds that the latest change to become visible took for it, as far as that can be told. */
	readonly lateness: number;
}

/**
 * Reads what was changed since the state was made, and makes the next one. The given state is used up:
 * what it remembers is added to.
 *
 * @throws whatever reading throws; then nothing is handed on, and the stored state stands
 */
export async function readChanges(context: PollContext, state: PollState): Promise<Polled> {
	const { settings } = context;
	const { readFrom, width, instant } = state;
	const position: Position = { from: readFrom, width, instant };
	const limits = limitsOf(context);
	const first = await drainWatched(context, state, position, limits);
	const now = context.momentOf(dateOf(first, state), first.first);
	const back = setBackBy(state, now);
	const drained =
		back > 0
			? await drainWatched(context, state, { ...position, from: readFrom - back }, limits)
			: first;
	const fresh = drained.changes.filter(({ stamp }) => !isFromBefore(stamp, state, now));
	for (const { id, stamp } of drained.changes) state.seen.add(id, stamp);
	const creations: Creations = {
		createdField: state.createdField,
		from: Math.min(state.createdFrom, readFrom - back),
		known: state.created,
	};
	return {
		items: itemsOf(withEvents(fresh, settings, creations), settings),
		state: nextState(state, drained, creations.from, { now, back, overlap: settings.overlap }),
		back,
		lateness: wasComplete(state, settings.overlap) ? latenessOf(fresh, state) : 0,
	};
}

/** Times of changes that were visible before the watch began: they are remembered, and not handed on. */
export async function rememberVisible(context: PollContext, state: PollState): Promise<PollState> {
	const { settings, watched } = context;
	const { field, createdField = field } = state;
	const query = { ...watched.query, select: [field, createdField], expand: [], custom: [] };
	const light = { ...context, watched: { ...watched, query } };
	const limits = { ...limitsOf(context), most: Number.POSITIVE_INFINITY, isOver: () => false };
	const start = { from: state.erpDate - settings.overlap };
	const drained = await drainWatched(light, state, start, limits);
	const now = context.momentOf(dateOf(drained, state), drained.first);
	for (const { id, stamp, record } of drained.changes) {
		state.seen.add(id, stamp);
		const created = stampOf(record, createdField);
		if (created !== undefined) state.created.add(id, created);
	}
	const begun = { ...state, readFrom: start.from, seenFrom: start.from, createdFrom: start.from };
	return nextState(begun, drained, start.from, { now, back: 0, overlap: settings.overlap });
}

function nextState(
	state: PollState,
	{ rest, hints }: Drained,
	createdFrom: number,
	end: { readonly now: Moment; readonly back: number; readonly overlap: number },
): PollState {
	const watch = nextWatch(state, { ...end, stoppedAt: rest?.from });
	const next: PollState = {
		...state,
		...watch,
		...hints,
		serial: state.serial + 1,
		createdFrom: rest === undefined ? watch.seenFrom : createdFrom,
	};
	next.seen.forgetBefore(next.seenFrom);
	next.created.forgetBefore(next.createdFrom);
	return next;
}

/** Whether the poll before has left nothing but the overlap. */
function wasComplete({ readFrom, erpDate }: PollState, overlap: number): boolean {
	return readFrom >= erpDate - overlap;
}

/** How long before the last poll a change was made that this poll is the first to see. */
function latenessOf(fresh: readonly Change[], { erpDate }: PollState): number {
	return fresh.reduce((longest, { stamp }) => Math.max(longest, erpDate - stamp), 0);
}
