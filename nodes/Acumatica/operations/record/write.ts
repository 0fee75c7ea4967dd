import { NodeApiError, NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { ApiRequest } from '../../transport/request';
import type { OperationCall } from '../operation';
import { recordOutput } from '../output';
import { readRecordOptions, type RecordOptions } from '../recordOptions';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { toNodeError } from '../failedItem';
import { keyWithin, labelOf } from './addressing';
import { requireRecord } from './answer';
import { largeDetails } from './batches';
import { writeInBatches } from './batchesWrite';
import { findDuplicate, requireDuplicateCheckValue, type Write } from './duplicateCheck';
import { requireFittingTexts } from './fieldLengths';
import { replayOf } from './replay';
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

/**
 * Writes one record, one with many rows in batches, and returns it as the ERP has stored it.
 *
 * @param matchedBy a field that tells the record from all others, where one is known; it serves for the
 * duplicate check, if the user named no field for that
 */
export async function writeRecord(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	mode: WriteMode,
	matchedBy = '',
): Promise<INodeExecutionData[]> {
	const entered = readRecordOptions(call);
	const options = { ...entered, duplicateCheckField: entered.duplicateCheckField || matchedBy };
	await requireWritable(call, target, record, mode, options);
	const write: Write = {
		target,
		record,
		creates: mode === 'create',
		query: options.query,
		headers: options.headers,
		duplicateCheckField: options.duplicateCheckField,
	};
	const output = recordOutput(call);
	const large = largeDetails(record);
	// What an update is for is there already.
	const looksFirst = options.checkBeforeFirstAttempt && mode !== 'update';
	const existing = looksFirst
		? await findDuplicate(call, large.length === 0 ? write : { ...write, query: {} })
		: undefined;
	const about = target.about(doing[mode], {
		record: labelOf(record, target.entity),
		writes: true,
		checked: options.duplicateCheckField !== '',
	});
	const put = putOf(write, mode);
	if (large.length > 0) {
		const canGoOn = mode !== 'update' && options.duplicateCheckField !== '';
		const document = { write, large, put, about, canGoOn };
		return [output(await writeInBatches(call, document, existing))];
	}
	if (existing !== undefined) return [output(existing)];
	const { body } = await call.api(put, about);
	return [output(requireRecord(call, body, about))];
}

function putOf(write: Write, mode: WriteMode): ApiRequest {
	const { target, record, query, headers } = write;
	return {
		method: 'PUT',
		path: `${target.path}/${recordPath(target.entity)}`,
		query: queryParameters(query),
		headers: { ...headers, ...condition[mode] },
		body: JSON.stringify(record),
		expect: 'json',
		replay: replayOf(write),
	};
}

/** All that can be known to be wrong before the record is sent. */
async function requireWritable(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	mode: WriteMode,
	options: RecordOptions,
): Promise<void> {
	requireDuplicateCheckValue(call, record, options);
	if (options.checkFieldLengths) await requireFittingTexts(call, target, record);
	await requireNoConflict(call, target, record, mode, options);
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
