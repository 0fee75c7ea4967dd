import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { endpointLabel } from '../contract/endpoint';
import { systemClock } from '../transport/clock';
import { readChanges, rememberVisible, type Polled } from './changes';
import type { PollContext } from './drainWatched';
import { watchedOf, type PollSession } from './pollSession';
import { elapsedSince, holdAhead, isTransactional, rememberPoll, stateAhead } from './process';
import type { PollSettings } from './settings';
import { firstState, foundFor, subjectOf, withFields } from './start';
import { copyOf, readState, storedState, type PollState } from './state';
import { findTimestampFields } from './timestampField';

/**
 * A poll of an active workflow: hands on what was changed since the last one. What has to be remembered
 * is worked out aside and assigned last.
 *
 * @param node identifies the trigger within this process
 * @returns null where nothing was changed
 */
export async function watch(
	caller: IPollFunctions,
	session: PollSession,
	settings: PollSettings,
	node: string,
): Promise<INodeExecutionData[][] | null> {
	const staticData = caller.getWorkflowStaticData('node');
	const { watched, discovery, endpoint } = await watchedOf(caller, session, settings);
	const subject = subjectOf(session.account, settings.entity);
	const isFoundFor = foundFor(endpointLabel(endpoint), settings);
	const find = async () => await findTimestampFields(watched, discovery, endpoint, settings);
	const { state: kept, readFrom } = remembered(caller, staticData, subject, node);
	const moments = momentsOf(node, kept);
	const context = { watched, settings, isOver: session.isOver, momentOf: moments.of };
	const keep = (state: PollState, isEmitted: boolean, behind?: PollState) => {
		moments.remember(state.erpDate);
		const isBehind = settings.repeatAfterRestart && !isTransactional(staticData);
		// A batch behind: a restart then reads the last one once more. Before the first there is none.
		const stored = (isBehind ? behind : undefined) ?? state;
		Object.assign(staticData, storedState(stored));
		if (isBehind) holdAhead(node, staticData, stored, state, isEmitted);
	};
	if (kept !== undefined) {
		const state = kept.foundFor === isFoundFor ? kept : withFields(kept, await find(), isFoundFor);
		const polled = await readChanges(context, copyOf(state));
		report(caller, settings, polled);
		keep(polled.state, polled.items.length > 0, state);
		return polled.items.length === 0 ? null : [polled.items];
	}
	const from = readFrom ?? settings.startFrom;
	const begin = { readFrom: from, localDate: systemClock.date() };
	const first = firstState({ subject, foundFor: isFoundFor }, await find(), begin);
	if (from === undefined) {
		keep(await rememberVisible(context, first), true);
		return nothingYet;
	}
	const { items, state } = await readChanges(context, copyOf(first));
	keep(state, true, first);
	return items.length === 0 ? nothingYet : [items];
}

/**
 * Without items, but not null: of an activation that ends with null, n8n 2.40 keeps no cursor where cursors
 * are durable, and what is changed before the first execution would be lost with a restart.
 */
const nothingYet: INodeExecutionData[][] = [[]];

/** What the last poll has left; where it is damaged, at least from when on to read. */
function remembered(
	caller: IPollFunctions,
	staticData: IDataObject,
	subject: string,
	node: string,
): { readonly state?: PollState; readonly readFrom?: number } {
	const stored = readState(staticData);
	if (stored.kind === 'damaged') {
		const { readFrom } = stored;
		caller.logger.warn(
			readFrom === undefined
				? 'Acumatica: what the trigger remembered is damaged: it begins anew, and changes until now may be missing'
				: `Acumatica: what the trigger remembered is damaged: it goes on from its last watermark ${new Date(readFrom).toISOString()}, and may repeat changes of the minutes before`,
		);
		return readFrom === undefined ? {} : { readFrom };
	}
	if (stored.kind === 'nothing') return {};
	if (stored.state.subject !== subject) {
		caller.logger.info('Acumatica: the trigger watches another entity or instance: it begins anew');
		return {};
	}
	return { state: stateAhead(node, staticData, stored.state) ?? stored.state };
}

/** The moments of the ERP's answers by every clock; the last one is remembered when the poll was good. */
function momentsOf(node: string, state: PollState | undefined) {
	let answered = systemClock.now();
	const of: PollContext['momentOf'] = (erpDate, exchange) => {
		({ answered } = exchange);
		// The time that passed at least: what an answer takes must not look like a clock that was set back.
		const elapsed =
			state === undefined ? undefined : elapsedSince(node, state.erpDate, exchange.sent);
		return { erpDate, localDate: systemClock.date(), elapsed };
	};
	return { of, remember: (erpDate: number) => rememberPoll(node, erpDate, answered) };
}

function report(
	caller: IPollFunctions,
	{ overlap }: PollSettings,
	{ back, lateness }: Polled,
): void {
	if (back > 0) {
		caller.logger.warn(
			`Acumatica: the ERP's clock was set back by about ${Math.round(back / 1000)} s: the trigger reads that time again, and may repeat changes of it`,
		);
	}
	if (lateness > overlap / 2) {
		caller.logger.warn(
			`Acumatica: a change became visible ${Math.round(lateness / 1000)} s after it was made. Raise Overlap (now ${overlap / 1000} s), or later ones may be missed`,
		);
	}
}
