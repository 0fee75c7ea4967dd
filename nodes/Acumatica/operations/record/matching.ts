import { NodeOperationError } from 'n8n-workflow';

import { allMatch } from '../../contract/matchFilter';
import { findMember, type Place } from '../../contract/member';
import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { Scalar, WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import { readRecordOptions } from '../recordOptions';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { fieldValue } from './addressing';
import { requireRecords } from './answer';

/** A record to write, and whether the one that it means was looked up. */
export interface MatchedRecord {
	readonly record: WireRecord;
	/** `found`: it carries the ID of the record. `none`: there is no such record yet. */
	readonly lookUp: 'found' | 'none' | 'notNeeded';
}

/**
 * Finds the record that is meant by the fields to match on. Its ID or key fields find it by themselves;
 * by other fields the ERP is asked first, and has to know one record only: nobody can say which of
 * several would be written to.
 *
 * @param matchBy fields as in the resource mapper
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
	const keys = certainKeyFields(target);
	const byId = matchBy.includes('id');
	if (byId && typeof record.id !== 'string') throw emptyMatch(call, 'id');
	if (byId || matchBy.every((field) => keys.includes(field))) {
		return { record, lookUp: 'notNeeded' };
	}
	const fields = matchBy.map((name) => ({ name, value: matchValue(call, record, name, place) }));
	const filter = allMatch(
		fields.map(({ name, value }) => ({
			name,
			found: place === undefined ? undefined : findMember(place, name),
			value,
		})),
	);
	const about = target.about('look for');
	const { body } = await call.api(
		{
			method: 'GET',
			path: `${target.path}/${recordPath(target.entity)}`,
			query: { ...queryParameters({ filter }), $top: '2' },
			headers: readRecordOptions(call).headers,
			expect: 'json',
			replay: 'safe',
		},
		about,
	);
	const [found, another] = requireRecords(call, body, about);
	if (another !== undefined) throw ambiguous(call, target, fields);
	return found === undefined
		? { record, lookUp: 'none' }
		: { record: { ...record, id: found.id }, lookUp: 'found' };
}

function matchValue(
	call: OperationCall,
	record: WireRecord,
	name: string,
	place: Place | undefined,
): Exclude<Scalar, null> {
	const member = place === undefined ? undefined : findMember(place, name);
	const path =
		member?.member.kind === 'custom'
			? [...member.within, 'custom', member.member.view, member.member.name]
			: name.split('.');
	const value = fieldValue(record, path.join('/'));
	if (value !== undefined && value !== null && value !== '') return value;
	throw emptyMatch(call, name);
}

function emptyMatch(call: OperationCall, name: string): NodeOperationError {
	return new NodeOperationError(call.node, `"${name}" is a field to match on, but has no value`, {
		itemIndex: call.itemIndex,
		description:
			'Map a value to it, or choose other Fields to Match On. Nothing was sent for this item.',
	});
}

type Matched = ReadonlyArray<{ readonly name: string; readonly value: Scalar }>;

function ambiguous(call: OperationCall, { entity }: EntityTarget, fields: Matched) {
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
	record: WireRecord,
	matchBy: readonly string[],
): NodeOperationError {
	const fields = matchBy.map((name) => ({
		name,
		value: fieldValue(record, name.replace(/\./g, '/')) ?? null,
	}));
	const error = new NodeOperationError(call.node, `No ${entity} has ${inWords(fields)}`, {
		itemIndex: call.itemIndex,
		description: 'Check the values, or use the operation Create or Update. Nothing was written.',
	});
	error.context.faultKind = 'recordNotFound';
	return error;
}

function inWords(fields: Matched): string {
	return fields.map(({ name, value }) => `${name} "${String(value)}"`).join(' and ');
}
