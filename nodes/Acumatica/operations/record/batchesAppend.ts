import { queryParameters } from '../../contract/query';
import { isRecord, type WireRecord } from '../../contract/scalar';
import {
	isSuccess,
	type ApiRequest,
	type Exchange,
	type ReplayGuard,
} from '../../transport/request';
import type { OperationCall } from '../operation';
import { requireRecord } from './answer';
import { rowsWithin, type Batch, type LargeDetail, type LargeWrite } from './batches';
import { readingOf, rowsQuery, type Standing } from './batchesStanding';

/** An answer that shows the rows that are due is believed; else they are counted before the next batch. */
export function noteRows(
	{ rows }: Standing,
	{ name }: LargeDetail,
	record: WireRecord,
	due: number | undefined,
): void {
	const shown = rowsWithin(record, name).length;
	if (shown === due) rows.set(name, shown);
	else rows.delete(name);
}

/** How many rows of a detail the ERP holds; it is asked where its last answer did not tell. */
export async function rowCount(
	call: OperationCall,
	{ write }: LargeWrite,
	{ id, label, rows }: Standing,
	detail: LargeDetail,
): Promise<number> {
	const known = rows.get(detail.name);
	if (known !== undefined) return known;
	const about = write.target.about('count the rows of', { record: label });
	const { body } = await call.api(readingOf(write, id, rowsQuery(write, [detail])), about);
	const counted = rowsWithin(requireRecord(call, body, about), detail.name).length;
	rows.set(detail.name, counted);
	return counted;
}

export interface NextBatch {
	readonly batch: Batch;
	/** Rows of the detail that the ERP holds. */
	readonly before: number;
	readonly isLast: boolean;
}

/**
 * Adds a batch of rows. Returns the record as the user wants it, where the answer to the last batch
 * shows it so.
 */
export async function addBatch(
	call: OperationCall,
	{ write, large, put }: LargeWrite,
	standing: Standing,
	{ batch, before, isLast }: NextBatch,
): Promise<WireRecord | undefined> {
	const { detail, from, to } = batch;
	const { id, label } = standing;
	const asked = queryParameters(write.query);
	const expanded = asked.$expand?.split(',') ?? [];
	const isWanted = isLast && !large.some(({ name }) => expanded.includes(name));
	const counting = rowsQuery(write, [detail]);
	const look = lookForRows(readingOf(write, id, counting), batch, before);
	const about = write.target.about(`add the rows ${from + 1} to ${to} of ${detail.name} to`, {
		record: label,
	});
	const { body } = await call.api(
		{
			...put,
			query: isWanted ? asked : counting,
			headers: { ...write.headers, 'If-Match': '*' },
			body: JSON.stringify({ id, [detail.name]: detail.rows.slice(from, to) }),
			replay: look.guard,
		},
		about,
	);
	const record = requireRecord(call, body, about);
	standing.written.set(detail.name, to);
	noteRows(standing, detail, record, before + to - from);
	return isWanted && !look.found() ? record : undefined;
}

/** A guard that counts the rows: none of a batch may be there twice, and none may be missing. */
function lookForRows(
	reading: ApiRequest,
	{ detail: { name }, from, to }: Batch,
	before: number,
): { readonly guard: ReplayGuard; readonly found: () => boolean } {
	let found = false;
	const due = before + to - from;
	const guard: ReplayGuard = async (send): Promise<Exchange | undefined> => {
		const exchange = await send(reading);
		if (!isSuccess(exchange) || !isRecord(exchange.body)) return exchange;
		const rows = rowsWithin(exchange.body, name).length;
		if (rows === before) return undefined;
		found = rows === due;
		if (found) return exchange;
		return {
			kind: 'failure',
			reason: 'unreadable',
			phase: 'request',
			message: `The answer was lost, and the record now has ${rows} rows of ${name}, where ${before} (not written) or ${due} (written) were due`,
		};
	};
	return { guard, found: () => found };
}
