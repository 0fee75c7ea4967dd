import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { unwrapRecord } from '../contract/value';
import type { Change } from './progress';
import type { SeenChanges } from './seenChanges';
import type { PollSettings } from './settings';
import { stampOf } from './stamp';

/** What happened to a record, as far as the ERP lets it be told. */
export type EventType = 'created' | 'updated' | 'createdOrUpdated';

/** The ERP's database keeps times in steps of 3.33 ms, and shows them rounded. */
const precision = 4;

/** By what creations are told from updates. */
export interface Creations {
	readonly createdField: string | undefined;
	/** Records created before this were handed on, or are not of interest. */
	readonly from: number;
	/** Creations that were handed on since. */
	readonly known: SeenChanges;
}

/**
 * Which event a change is, or undefined where the user does not watch for it.
 *
 * A record that is seen for the first time since its creation was created, whatever was changed in it
 * meanwhile; who watches for updates alone gets it as soon as its last change is not its creation.
 */
export function eventOf(
	{ id, stamp, record }: Change,
	{ event, includeEvent }: Pick<PollSettings, 'event' | 'includeEvent'>,
	creations: Creations,
): EventType | undefined {
	if (event === 'created') return 'created';
	const created =
		creations.createdField === undefined ? undefined : stampOf(record, creations.createdField);
	if (event === 'updated')
		return created === undefined || stamp - created > precision ? 'updated' : undefined;
	// Who does not ask which event it is need not have every creation remembered.
	if (!includeEvent || creations.createdField === undefined) return 'createdOrUpdated';
	const isNew =
		created !== undefined && created >= creations.from && !creations.known.has(id, created);
	if (isNew) creations.known.add(id, created);
	return isNew ? 'created' : 'updated';
}

/** The changes that the user watches for, each with its event. */
export function withEvents(
	changes: readonly Change[],
	settings: Pick<PollSettings, 'event' | 'includeEvent'>,
	creations: Creations,
): Array<Change & { readonly event: EventType }> {
	return changes.flatMap((change) => {
		const event = eventOf(change, settings, creations);
		return event === undefined ? [] : [{ ...change, event }];
	});
}

/**
 * Output items of changes, oldest first. Of a record that was read twice, the last state counts.
 *
 * @param changes with their events
 */
export function itemsOf(
	changes: ReadonlyArray<Change & { readonly event: EventType }>,
	{ simplify, includeEvent }: Pick<PollSettings, 'simplify' | 'includeEvent'>,
): INodeExecutionData[] {
	const latest = new Map<string, (typeof changes)[number]>();
	for (const change of [...changes].sort((a, b) => a.stamp - b.stamp)) {
		const earlier = latest.get(change.id);
		latest.delete(change.id);
		latest.set(change.id, earlier?.event === 'created' ? { ...change, event: 'created' } : change);
	}
	return [...latest.values()].map(({ record, stamp, event }) => ({
		json: {
			// Parsed JSON either way, which is what an item holds; the platform's type only says it differently.
			...((simplify ? unwrapRecord(record) : record) as IDataObject),
			...(includeEvent && { _event: { type: event, at: new Date(stamp).toISOString() } }),
		},
	}));
}
