import { NodeOperationError } from 'n8n-workflow';

import { allMatch, type FieldMatch } from '../../contract/matchFilter';
import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import { readRecordOptions } from '../recordOptions';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { keyWithin } from './addressing';
import { requireRecords } from './answer';
import { inWords } from './matchFields';

/** A record to write, and whether the one that it means was looked up. */
export interface MatchedRecord {
	readonly record: WireRecord;
	/** `found`: it carries the ID of the record. `none`: there is no such record yet. */
	readonly lookUp: 'found' | 'none' | 'notNeeded';
}

/**
 * Finds the record that is meant by the fields to match on. Its ID or all of its key fields find it by
 * themselves; by other fields the ERP is asked first, and has to know one record only: nobody can say
 * which of several would be written to.
 *
 * @param fields what to match on; with none, whatever the record carries finds it
 * @throws NodeOperationError when several records match
 */
export async function matchRecord(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	fields: readonly FieldMatch[],
): Promise<MatchedRecord> {
	const matchBy = fields.map(({ name }) => name);
	const keys = certainKeyFields(target);
	const isByKeys = matchBy.every((name) => keys.includes(name));
	const isWhole = matchBy.length === 0 || keyWithin(record, keys) !== undefined;
	if (matchBy.includes('id') || (isByKeys && isWhole)) return { record, lookUp: 'notNeeded' };
	const query = queryParameters({ filter: allMatch(fields), select: keys });
	const [found, another] = await lookUp(call, target, { ...query, $top: '2' });
	if (another !== undefined) throw ambiguous(call, target, fields);
	return found === undefined
		? { record, lookUp: 'none' }
		: { record: { ...record, id: found.id }, lookUp: 'found' };
}

/**
 * Records of the entity, as the query asks for them.
 *
 * @throws NodeApiError when the ERP cannot tell
 */
export async function lookUp(
	call: OperationCall,
	target: EntityTarget,
	query: Readonly<Record<string, string>>,
): Promise<readonly WireRecord[]> {
	const about = target.about('look for');
	const { body } = await call.api(
		{
			method: 'GET',
			path: `${target.path}/${recordPath(target.entity)}`,
			query,
			headers: readRecordOptions(call).headers,
			expect: 'json',
			replay: 'safe',
		},
		about,
	);
	return requireRecords(call, body, about);
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
