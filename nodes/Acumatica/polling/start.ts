import type { Account } from '../transport/account';
import type { PollSettings } from './settings';
import { seenChanges } from './seenChanges';
import type { PollState } from './state';
import type { FoundFields, TimestampFields } from './timestampField';

/** What is watched where: on anything else a watch begins anew. */
export function subjectOf({ baseUrl, tenant, clientId }: Account, entity: string): string {
	// With OAuth the client ID ends with the tenant.
	const tenantName = tenant === '' ? (clientId.split('@')[1] ?? '') : tenant;
	return [baseUrl.toLowerCase(), tenantName, entity].join('\n');
}

/** What the timestamp fields depend on. */
export function foundFor(label: string, { event, timestampField }: PollSettings): string {
	return [label, event === 'createdOrUpdated' ? '' : event, timestampField].join('\n');
}

/** A state before the first poll. */
export function firstState(
	identity: Pick<PollState, 'subject' | 'foundFor'>,
	{ field, createdField, date }: FoundFields,
	{ readFrom, localDate }: { readonly readFrom: number | undefined; readonly localDate: number },
): PollState {
	const erpDate = date ?? localDate;
	const from = readFrom ?? erpDate;
	return {
		...identity,
		version: 1,
		field,
		createdField,
		serial: 0,
		readFrom: from,
		seenFrom: from,
		createdFrom: from,
		erpDate,
		localDate,
		seen: seenChanges(),
		created: seenChanges(),
	};
}

/** The state with the fields of another endpoint version, event or Timestamp Field. */
export function withFields(
	state: PollState,
	{ field, createdField }: TimestampFields,
	isFoundFor: string,
): PollState {
	return { ...state, field, createdField, foundFor: isFoundFor };
}
