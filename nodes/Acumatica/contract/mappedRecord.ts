import { fieldTypeOf } from './entityFields';
import { fieldValue } from './fieldValue';
import { mappedRows } from './mappedRows';
import { findMember, memberNames, type Member, type Place } from './member';
import { nearestNames } from './nearest';
import { finished, nestedIn, type RecordDraft } from './recordDraft';
import { describeValue, RecordFault, requireFieldName } from './recordFault';
import { isRecord, type PlainRecord } from './scalar';
import type { FieldType } from './schema';

/** A name that means nothing in the entity, and those that may have been meant. */
export interface UnknownName {
	/** Where it stands: `Custmer`, `Details[0].Qty`. */
	readonly path: string;
	readonly nearest: readonly string[];
}

/** What came of mapped values. */
export interface MappedRecord {
	/** With values of the fields' types; `wrapRecord` wraps it. */
	readonly record: PlainRecord;
	/** Names that the entity does not have; their values are not in the record. */
	readonly unknown: readonly UnknownName[];
}

interface Mapping {
	readonly zone: string;
	readonly isLeftOut: (name: string) => boolean;
	readonly unknown: UnknownName[];
}

/** What the ERP adds to a record for its own bookkeeping, and the trigger to its items. */
export const outputFields: ReadonlySet<string> = new Set([
	'_links',
	'files',
	'error',
	'rowNumber',
	'_event',
]);

/**
 * Makes a record of values by name: fields, fields of linked entities (`MainContact.Email`, or nested),
 * details as lists of rows (also as JSON text), custom fields (`View.Field`, a bare name where it is
 * unique, or nested below `custom`), `note` and `id`. Each value is converted to its field's type; `''`
 * is left out and null clears.
 *
 * @param zone the workflow's time zone
 * @param isLeftOut tells of a field of the entity itself that it is not to be sent
 * @throws RecordFault when a field cannot take its value
 */
export function mappedRecord(
	values: PlainRecord,
	place: Place,
	zone: string,
	isLeftOut: (name: string) => boolean = () => false,
): MappedRecord {
	const mapping: Mapping = { zone, isLeftOut, unknown: [] };
	const draft: RecordDraft = new Map();
	putAll(draft, values, place, '', mapping);
	return { record: finished(draft), unknown: mapping.unknown };
}

function putAll(
	draft: RecordDraft,
	values: PlainRecord,
	place: Place,
	path: string,
	mapping: Mapping,
): void {
	for (const [name, value] of Object.entries(values)) {
		const at = path === '' ? name : `${path}.${name}`;
		requireFieldName(name, at);
		if (value === undefined || outputFields.has(name)) continue;
		if (path === '' && mapping.isLeftOut(name)) continue;
		const found = findMember(place, name);
		if (found === undefined) noteUnknown(name, at, place, mapping);
		else put(() => found.within.reduce(nestedIn, draft), value, found.member, at, mapping);
	}
}

/** @param owner makes the draft that the member belongs to, where there is something to put */
function put(
	owner: () => RecordDraft,
	value: unknown,
	member: Member,
	at: string,
	mapping: Mapping,
): void {
	if (member.kind === 'field' || member.kind === 'custom' || member.kind === 'system') {
		const field = { name: member.name, type: typeOf(member), at };
		const converted = fieldValue(value, field, mapping.zone);
		if (converted === undefined || (converted === null && member.name === 'id')) return;
		if (member.kind !== 'custom') owner().set(member.name, converted);
		else
			nestedIn(nestedIn(owner(), 'custom'), member.view).set(
				member.name,
				// Without a type of its own it gets one by its value, when it is wrapped.
				member.type === '' ? converted : { type: member.type, value: converted },
			);
		return;
	}
	if (value === null || value === undefined || value === '') return;
	if (member.kind === 'detail') {
		const rows = mappedRows(value, at).map((row, index) => {
			const draft: RecordDraft = new Map();
			putAll(draft, row, member.place, `${at}[${index}]`, mapping);
			return draft;
		});
		owner().set(member.name, rows);
	} else if (!isRecord(value)) {
		throw new RecordFault(at, `holds ${describeValue(value)}, but has fields: map those, by name`);
	} else if (member.kind === 'linked') {
		putAll(nestedIn(owner(), member.name), value, member.place, at, mapping);
	} else putViews(owner(), value, member.place, at, mapping);
}

function typeOf(member: Extract<Member, { kind: 'field' | 'custom' | 'system' }>): FieldType {
	if (member.kind === 'custom') return fieldTypeOf(member.type);
	if (member.kind === 'field') return member.type;
	if (member.name === 'note') return 'String';
	return member.name === 'delete' ? 'Boolean' : 'Guid';
}

/** Views, or bare custom fields, below `custom`; those that nobody could look up are passed on as they are. */
function putViews(
	draft: RecordDraft,
	views: PlainRecord,
	place: Place,
	at: string,
	mapping: Mapping,
): void {
	if (place.custom === undefined) {
		draft.set('custom', views);
		return;
	}
	const named = Object.entries(views).flatMap(([view, fields]): Array<[string, unknown]> =>
		isRecord(fields) && !('value' in fields)
			? Object.entries(fields).map(([name, inner]) => [`${view}.${name}`, inner])
			: [[view, fields]],
	);
	for (const [name, value] of named) {
		const found = findMember(place, name.includes('.') ? `custom.${name}` : name);
		if (found?.member.kind !== 'custom') noteUnknown(name, `${at}.${name}`, place, mapping);
		else put(() => draft, value, found.member, `${at}.${name}`, mapping);
	}
}

function noteUnknown(name: string, path: string, place: Place, { unknown }: Mapping): void {
	unknown.push({ path, nearest: nearestNames(name, memberNames(place)) });
}
