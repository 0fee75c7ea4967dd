import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { needsCustomFieldTypes } from '../../contract/customFields';
import { parseJson } from '../../contract/json';
import { isRecord, type PlainRecord, type WireRecord } from '../../contract/scalar';
import type { Place } from '../../contract/member';
import { wrapRecord } from '../../contract/value';
import { readInputMode } from '../../parameters/inputMode';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';
import { readMappedRecord } from './mappedInput';

/** A record to write, as the user gave it. */
export interface RecordInput {
	readonly record: WireRecord;
	/** Fields by which the record is to be found; undefined where the input mode does not ask for them. */
	readonly matchBy: readonly string[] | undefined;
	/** The entity, where its description was needed. */
	readonly place: Place | undefined;
}

/**
 * Reads the record to write, and wraps it for the wire. The instance is asked for the views and types
 * of custom fields only when the record leaves them open.
 *
 * @param creates whether the record is a new one, which has no ID yet
 * @throws NodeOperationError when the parameters hold no record
 * @throws RecordFault when a field of it cannot be sent
 */
export async function readRecord(
	call: OperationCall,
	target: EntityTarget,
	creates = false,
): Promise<RecordInput> {
	if (readInputMode(call.parameters) === 'json') {
		const record = await wrapped(call, target, readPlainRecord(call));
		return { record, matchBy: undefined, place: undefined };
	}
	const { record, matchBy, place } = await readMappedRecord(call, target, creates);
	if (Object.keys(record).length > 0)
		return { record: await wrapped(call, target, record), matchBy, place };
	throw unusable(
		call,
		'No field has a value: there is nothing to write',
		'Map values to fields. Empty texts are not sent.',
	);
}

async function wrapped(
	call: OperationCall,
	target: EntityTarget,
	record: PlainRecord,
): Promise<WireRecord> {
	if (!needsCustomFieldTypes(record)) return wrapRecord(record);
	const types = await call.discovery
		.customFields(target.endpoint, target.entity)
		// Not every user may read the schema; the ERP itself says what is wrong with a type.
		.catch(() => undefined);
	return wrapRecord(record, types);
}

function readPlainRecord(call: OperationCall): PlainRecord {
	const entered: unknown = call.parameters.read('recordJson', 'Record (JSON)', z.unknown());
	const value = typeof entered === 'string' ? parseText(call, entered) : entered;
	if (!isRecord(value)) {
		throw unusable(
			call,
			Array.isArray(value)
				? `The record must be one object, but is a list of ${value.length}`
				: 'The record must be an object with field names',
			Array.isArray(value)
				? 'Split the list into items first (node Split Out): the operation runs once for each item.'
				: 'Enter for example { "CustomerID": "C000001", "CustomerName": "Coffee House" }.',
		);
	}
	if (Object.keys(value).length === 0) {
		throw unusable(
			call,
			'The record is empty: there is nothing to write',
			'Check that the incoming item has fields, or enter the record.',
		);
	}
	return value;
}

function parseText(call: OperationCall, text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return parseJson(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'it cannot be read';
		throw unusable(
			call,
			`The record is not valid JSON: ${reason}`,
			'Names and texts need double quotes, and no comma may stand behind the last field.',
		);
	}
}

function unusable(call: OperationCall, message: string, description: string): NodeOperationError {
	return new NodeOperationError(call.node, message, { itemIndex: call.itemIndex, description });
}
