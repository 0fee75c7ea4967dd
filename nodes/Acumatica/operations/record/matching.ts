import { NodeOperationError } from 'n8n-workflow';

import { allMatch, type FieldMatch } from '../../contract/matchFilter';
import { findMember, type Place } from '../../contract/member';
import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import { readRecordOptions } from '../recordOptions';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { fieldValue, keyWithin } from './addressing';
import { requireRecords } from './answer';

/** A record to write, and whether the one that it means was looked up. */
export interface MatchedRecord {
	readonly record: WireRecord;
	/** `found`: it carries the ID of the record. `none`: there is no such record yet. */
	readonly lookUp: 'found' | 'none' | 'notNeeded';
	/** What the record was looked up by. */
	readonly fields: readonly FieldMatch[];
}

/**
 * Finds the record that is meant by the fields to match on. Its ID or all of its key fields find it by
 * themselves; by other fields the ERP is asked first, and has to know one record only: nobody can say
 * which of several would be written to.
 *
 * @param matchBy fields as in the resource mapper; with none, whatever the record carries finds it
 * @param place the entity, where its description is at hand
 * @throws NodeOperationError when a field to match on is empty, or several records match
 */
export async function matchRecord(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	matchBy: readonly string[],
	place: Place | undefined,
): Promise<MatchedRecord> {
	const fields = matchBy.map((name) => fieldMatch(call, record, name, place));
	const keys = certainKeyFields(target);
	const isByKeys = matchBy.every((name) => keys.includes(name));
	const isWhole = matchBy.length === 0 || keyWithin(record, keys) !== undefined;
	if (matchBy.includes('id') || (isByKeys && isWhole))
		return { record, lookUp: 'notNeeded', fields: [] };
	const about = target.about('look for');
	const query = queryParameters({ filter: allMatch(fields), select: keys });
	const { body } = await call.api(
		{
			method: 'GET',
			path: `${target.path}/${recordPath(target.entity)}`,
			query: { ...query, $top: '2' },
			headers: readRecordOptions(call).headers,
			expect: 'json',
			replay: 'safe',
		},
		about,
	);
	const [found, another] = requireRecords(call, body, about);
	if (another !== undefined) throw ambiguous(call, target, fields);
	return found === undefined
		? { record, lookUp: 'none', fields }
		: { record: { ...record, id: found.id }, lookUp: 'found', fields };
}

function fieldMatch(
	call: OperationCall,
	record: WireRecord,
	name: string,
	place: Place | undefined,
): FieldMatch {
	const found = place === undefined ? undefined : findMember(place, name);
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

function ambiguous(call: OperationCall, { entity }: EntityTarget, fields: readonly FieldMatch[]) {
	return new NodeOperationError(
		call.node,
		`Several records of ${entity} have ${inWords(fields)}: nobody can say which one is meant`,
		{
			itemIndex: call.itemIndex,
			description:
				'Match on the key fields, or add a field that tells them apart. Nothing was written.',
		},
	);
}

/** The error where an update finds no record by the fields to match on. */
export function noMatch(
	call: OperationCall,
	{ entity }: EntityTarget,
	fields: readonly FieldMatch[],
): NodeOperationError {
	const error = new NodeOperationError(call.node, `No ${entity} has ${inWords(fields)}`, {
		itemIndex: call.itemIndex,
		description: 'Check the values, or use the operation Create or Update. Nothing was written.',
	});
	error.context.faultKind = 'recordNotFound';
	return error;
}

function inWords(fields: readonly FieldMatch[]): string {
	return fields.map(({ name, value }) => `${name} "${String(value)}"`).join(' and ');
}

/**
 * The field by which a new record can be told from all others, if its answer gets lost: the one that it
 * was just looked up by, as long as that is a text of the record itself, which comes back as it was sent.
 */
export function tellingField(fields: readonly FieldMatch[]): string {
	const [field, another] = fields;
	const member = field?.found?.member;
	const isText = member?.kind === 'field' && member.type === 'String';
	return field !== undefined && another === undefined && isText
		? field.name.replace(/\./g, '/')
		: '';
}
