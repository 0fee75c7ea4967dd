import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { queryParameters } from '../../contract/query';
import { keyLabel, recordPath } from '../../contract/recordKey';
import { isWrapped } from '../../contract/value';
import { isRecord, type WireRecord } from '../../contract/scalar';
import type { ApiRequest } from '../../transport/request';
import type { OperationCall } from '../operation';
import { certainKeyFields } from '../recordTarget';
import { fieldValue, keyWithin } from './addressing';
import { requireRecord } from './answer';
import { linesPerRequest, rowsWithin, type LargeDetail } from './batches';
import { differingField } from './replay';
import { type Write } from './duplicateCheck';

/** What stands of a record that is written in batches. */
export interface Standing {
	readonly id: string;
	/** Its key for messages, by its key fields where they are known. */
	readonly label: string;
	/** New rows of each large detail that are written. */
	readonly written: Map<string, number>;
	/** All rows of each large detail that the ERP holds. */
	readonly rows: Map<string, number>;
}

/** @throws NodeApiError when the answer names no record to add rows to */
export function standingOf(call: OperationCall, write: Write, record: WireRecord): Standing {
	const { target } = write;
	const { id, ...fields } = record;
	if (typeof id === 'string' && id !== '') {
		const label = keyLabel(keyWithin(fields, certainKeyFields(target)) ?? { id });
		return { id, label, written: new Map(), rows: new Map() };
	}
	throw new NodeApiError(
		call.node,
		{},
		{
			message: `Could not go on with ${target.entity}: the answer holds no ID to add the other rows to`,
			description: `The record is written with its first ${linesPerRequest} rows of each detail. Look for it in Acumatica.`,
			itemIndex: call.itemIndex,
		},
	);
}

/** A request's query for the record's keys and the rows of details, each with few fields or those given. */
export function rowsQuery(
	{ target }: Write,
	large: readonly LargeDetail[],
	fieldsOf: (detail: LargeDetail) => readonly string[] = ({ rows }) =>
		plainFields(rows.slice(0, 1)).slice(0, 1),
): Record<string, string> {
	const fields = large.flatMap((detail) =>
		fieldsOf(detail).map((field) => `${detail.name}/${field}`),
	);
	return queryParameters({
		select: [...certainKeyFields(target), ...fields],
		expand: large.map(({ name }) => name),
	});
}

/** Names of the fields with a value of their own that any of the rows has. */
export function plainFields(rows: readonly WireRecord[]): string[] {
	const isPlain = ([field, value]: [string, unknown]) =>
		field !== 'note' && field !== 'custom' && isRecord(value) && isWrapped(value);
	return [
		...new Set(
			rows.flatMap((row) =>
				Object.entries(row)
					.filter(isPlain)
					.map(([field]) => field),
			),
		),
	];
}

/** The request that reads the record again. */
export function readingOf(
	{ target, headers }: Write,
	id: string,
	query: Record<string, string>,
): ApiRequest {
	const path = `${target.path}/${recordPath(target.entity, { id })}`;
	return { method: 'GET', path, query, headers, expect: 'json', replay: 'safe' };
}

/**
 * Finds out how much is there of a record that an earlier attempt has begun, by comparing its rows with
 * the first ones of the item. A detail with as many rows as the item has counts as written.
 *
 * @throws NodeOperationError when it is not the document of this item
 */
export async function takenUp(
	call: OperationCall,
	write: Write,
	large: readonly LargeDetail[],
	found: WireRecord,
): Promise<Standing> {
	const standing = standingOf(call, write, found);
	const { target } = write;
	const about = target.about('read', { record: standing.label });
	const query = rowsQuery(write, large, ({ rows }) => plainFields(rows));
	const { body } = await call.api(readingOf(write, standing.id, query), about);
	const record = requireRecord(call, body, about);
	for (const detail of large) {
		const there = rowsWithin(record, detail.name);
		standing.rows.set(detail.name, there.length);
		standing.written.set(detail.name, Math.min(there.length, detail.rows.length));
		const reason = there.length < detail.rows.length ? otherDocument(detail, there) : undefined;
		if (reason === undefined) continue;
		throw new NodeOperationError(
			call.node,
			`${target.entity} "${standing.label}" is there already, but is not the beginning of this record: ${reason}`,
			{
				itemIndex: call.itemIndex,
				description:
					'No row was added to it. It is another document, or somebody has changed it. Delete it and run the item again, or add the missing rows with Update.',
			},
		);
	}
	return standing;
}

/** Why these cannot be the rows that an earlier attempt has written; undefined where they can. */
function otherDocument(detail: LargeDetail, there: readonly WireRecord[]): string | undefined {
	const { name, rows, places } = detail;
	if (there.length < linesPerRequest) {
		return `it has ${there.length} rows of ${name}, fewer than the first request writes`;
	}
	for (const [index, row] of there.entries()) {
		const sent = rows[index] ?? {};
		const field = differingField(row, sent);
		if (field === undefined) continue;
		const [is, due] = [fieldValue(row, field), fieldValue(sent, field)];
		return `${name}[${places[index] ?? index}].${field} is "${String(is)}" instead of "${String(due)}"`;
	}
	return undefined;
}
