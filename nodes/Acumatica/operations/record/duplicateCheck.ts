import { NodeOperationError } from 'n8n-workflow';

import { allEqual } from '../../contract/literal';
import { queryParameters, type RecordQuery } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { ApiRequest } from '../../transport/request';
import type { OperationCall } from '../operation';
import type { RecordOptions } from '../recordOptions';
import type { EntityTarget } from '../recordTarget';
import { fieldValue } from './addressing';
import { requireRecords } from './answer';

/** A write as far as repeating it is concerned. */
export interface Write {
	readonly target: EntityTarget;
	readonly record: WireRecord;
	readonly creates: boolean;
	/** Business date and branch: a look-up from another branch might not see the record. */
	readonly headers: Readonly<Record<string, string>>;
	/** What the answer should hold; read again in its place when it was lost. */
	readonly query: RecordQuery;
	/** Name of a field whose value no other record has; empty where the user named none. */
	readonly duplicateCheckField: string;
}

/**
 * The requests that look for a record by the field for the duplicate check; none where the record has
 * no value in it. A number is looked for as text first: most references are texts, and the ERP refuses
 * to compare the two. The next request is for when it has refused the one before.
 */
export function duplicateLookUps(write: Write): ApiRequest[] {
	const { target, record, duplicateCheckField } = write;
	const value = fieldValue(record, duplicateCheckField);
	if (value === undefined || value === null || value === '') return [];
	const values = typeof value === 'number' ? [String(value), value] : [value];
	return values.map((sought) => ({
		method: 'GET',
		path: `${target.path}/${recordPath(target.entity)}`,
		query: {
			...queryParameters({ ...write.query, filter: allEqual([[duplicateCheckField, sought]]) }),
			$top: '1',
		},
		headers: write.headers,
		expect: 'json',
		replay: 'safe',
	}));
}

/** The record that the check before the first attempt finds. */
export async function findDuplicate(
	call: OperationCall,
	write: Write,
): Promise<WireRecord | undefined> {
	const about = write.target.about('look for');
	const [first, ...others] = duplicateLookUps(write);
	if (first === undefined) return undefined;
	const answer = others.reduce(
		async (earlier, request) => await earlier.catch(async () => await call.api(request, about)),
		call.api(first, about),
	);
	return requireRecords(call, (await answer).body, about)[0];
}

/** @throws NodeOperationError when there is nothing to check by */
export function requireDuplicateCheckValue(
	call: OperationCall,
	record: WireRecord,
	{ duplicateCheckField, checkBeforeFirstAttempt }: RecordOptions,
): void {
	if (duplicateCheckField === '' && checkBeforeFirstAttempt) {
		throw new NodeOperationError(
			call.node,
			'Check Before First Attempt is on, but there is no Duplicate Check Field to look for',
			{
				itemIndex: call.itemIndex,
				description: 'Add the option Duplicate Check Field, or switch the check off.',
			},
		);
	}
	if (duplicateCheckField === '') return;
	const value = fieldValue(record, duplicateCheckField);
	if (value !== undefined && value !== null && value !== '') return;
	throw new NodeOperationError(
		call.node,
		`The record has no "${duplicateCheckField}", which is the Duplicate Check Field`,
		{
			itemIndex: call.itemIndex,
			description: 'Put a value into that field that no other record has, or clear the option.',
		},
	);
}
