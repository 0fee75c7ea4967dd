import { NodeApiError, NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import { recordOutput } from '../output';
import { readRecordOptions, type RecordOptions } from '../recordOptions';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { toNodeError } from '../failedItem';
import { fieldValue, keyWithin, labelOf } from './addressing';
import { requireRecord, requireRecords } from './answer';
import { duplicateLookUps, replayOf, type Write } from './replay';
import { readUnchangedSince, requireUnchanged } from './unchanged';

/** The one PUT behind create, update and upsert; they differ in the header that forbids the other. */
export type WriteMode = 'create' | 'update' | 'upsert';

/** Only `*` is documented for these headers: there are no entity tags. */
const condition: Readonly<Record<WriteMode, Readonly<Record<string, string>>>> = {
	create: { 'If-None-Match': '*' },
	update: { 'If-Match': '*' },
	upsert: {},
};

const doing: Readonly<Record<WriteMode, string>> = {
	create: 'create',
	update: 'update',
	upsert: 'create or update',
};

/** Writes one record, and returns it as the ERP has stored it. */
export async function writeRecord(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	mode: WriteMode,
): Promise<INodeExecutionData[]> {
	const options = readRecordOptions(call);
	requireDuplicateCheckValue(call, record, options);
	await requireNoConflict(call, target, record, mode, options);
	const write: Write = {
		target,
		record,
		creates: mode === 'create',
		query: options.query,
		headers: options.headers,
		duplicateCheckField: options.duplicateCheckField,
	};
	const output = recordOutput(call);
	if (options.checkBeforeFirstAttempt) {
		const existing = await findDuplicate(call, write);
		if (existing !== undefined) return [output(existing)];
	}
	const about = target.about(doing[mode], { record: labelOf(record, target.entity), writes: true });
	const { body } = await call.api(
		{
			method: 'PUT',
			path: `${target.path}/${recordPath(target.entity)}`,
			query: queryParameters(options.query),
			headers: { ...options.headers, ...condition[mode] },
			body: JSON.stringify(record),
			expect: 'json',
			replay: replayOf(write),
		},
		about,
	);
	return [output(requireRecord(call, body, about))];
}

/** An upsert of a record that does not exist yet overwrites nobody's change. */
async function requireNoConflict(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	mode: WriteMode,
	{ onlyIfUnchangedSince }: RecordOptions,
): Promise<void> {
	const since = readUnchangedSince(onlyIfUnchangedSince);
	if (since === undefined || mode === 'create') return;
	const names = certainKeyFields(target);
	const key = keyWithin(record, names);
	if (key === undefined) {
		// Without one of its known keys, an upsert can only create.
		if (names.length > 0) return;
		throw new NodeOperationError(
			call.node,
			`Only If Unchanged Since needs the ID of the ${target.entity}, since its key fields are not known`,
			{
				itemIndex: call.itemIndex,
				description: 'Put the id into the record, or remove the option.',
			},
		);
	}
	try {
		await requireUnchanged(call, target, key, since);
	} catch (error) {
		const isNew = error instanceof NodeApiError && error.context.faultKind === 'recordNotFound';
		if (!isNew) throw toNodeError(call.node, error, call.itemIndex);
	}
}

async function findDuplicate(call: OperationCall, write: Write): Promise<WireRecord | undefined> {
	const about = write.target.about('look for');
	const [first, ...others] = duplicateLookUps(write);
	if (first === undefined) return undefined;
	const answer = others.reduce(
		async (earlier, request) => await earlier.catch(async () => await call.api(request, about)),
		call.api(first, about),
	);
	return requireRecords(call, (await answer).body, about)[0];
}

function requireDuplicateCheckValue(
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
