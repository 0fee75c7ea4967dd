import { NodeOperationError } from 'n8n-workflow';

import type { FieldMatch } from '../../contract/matchFilter';
import { findMember, type FoundMember, type Place } from '../../contract/member';
import { isRecord, type WireRecord } from '../../contract/scalar';
import { untypedPath } from '../../contract/untypedRecord';
import type { OperationCall } from '../operation';
import { fieldValue } from './addressing';

/**
 * The fields to match on, with the values that the record has for them.
 *
 * @param matchBy fields as in the resource mapper
 * @param place the entity, where its description is at hand
 * @throws NodeOperationError when one of them has no value
 */
export function fieldsToMatch(
	call: Pick<OperationCall, 'node' | 'itemIndex'>,
	record: WireRecord,
	matchBy: readonly string[],
	place: Place | undefined,
): FieldMatch[] {
	return matchBy.map((name) => fieldMatch(call, record, name, place));
}

function fieldMatch(
	call: Pick<OperationCall, 'node' | 'itemIndex'>,
	record: WireRecord,
	name: string,
	place: Place | undefined,
): FieldMatch {
	const found = place === undefined ? untypedMember(record, name) : findMember(place, name);
	const path =
		found?.member.kind === 'custom'
			? [...found.within, 'custom', found.member.view, found.member.name]
			: name.split('.');
	const value = name === 'id' ? record.id : fieldValue(record, path.join('/'));
	if (typeof value === 'string' && value !== '') return { name, found, value };
	if (typeof value === 'number' || typeof value === 'boolean') return { name, found, value };
	throw new NodeOperationError(call.node, `"${name}" is a field to match on, but has no value`, {
		itemIndex: call.itemIndex,
		description:
			'Map a value to it, choose other Fields to Match On, or use the operation Create for new records. Nothing was sent for this item.',
	});
}

/** A custom field that nobody could look up, with the type that it is sent with. */
function untypedMember(record: WireRecord, name: string): FoundMember | undefined {
	const path = untypedPath(name);
	const at = path.indexOf('custom');
	const [view, field] = path.slice(at + 1);
	if (at === -1 || view === undefined || field === undefined) return undefined;
	const sent = path.reduce<unknown>(
		(inner, part) => (isRecord(inner) ? inner[part] : undefined),
		record,
	);
	const type = isRecord(sent) && typeof sent.type === 'string' ? sent.type : 'CustomStringField';
	return { within: path.slice(0, at), member: { kind: 'custom', view, name: field, type } };
}

/** `CustomerOrder "W-1" and Date "2026-01-31"`. */
export function inWords(fields: readonly FieldMatch[]): string {
	return fields.map(({ name, value }) => `${name} "${String(value)}"`).join(' and ');
}

/**
 * The field by which a new record can be told from all others, if its answer gets lost: the one that it
 * was just looked up by, as long as that is a text of the record itself, which comes back as it was sent.
 */
export function tellingField(fields: readonly FieldMatch[]): string {
	const [field, another] = fields;
	const member = field?.found?.member;
	const isOwn = field?.found?.within.length === 0;
	const isText = member?.kind === 'field' && member.type === 'String';
	return field !== undefined && another === undefined && isOwn && isText ? field.name : '';
}
