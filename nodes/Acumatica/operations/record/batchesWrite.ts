import { queryParameters } from '../../contract/query';
import type { WireRecord } from '../../contract/scalar';
import { isSuccess, type ApiRequest } from '../../transport/request';
import type { OperationCall } from '../operation';
import { requireRecord } from './answer';
import { batchesAfter, firstPart, type Batch, type LargeWrite } from './batches';
import { addBatch, noteRows, rowCount } from './batchesAppend';
import { interrupted } from './batchesFault';
import { readingOf, rowsQuery, standingOf, takenUp, type Standing } from './batchesStanding';
import { replayOf } from './replay';

/**
 * Writes a record with large details: the record itself with the first rows, then batch after batch,
 * each one certain before the next. Returns the record as one request would have returned it.
 *
 * @param existing the record that an earlier run has begun, if there is one
 * @throws NodeApiError or NodeOperationError that tells how much is written, and how to go on
 */
export async function writeInBatches(
	call: OperationCall,
	document: LargeWrite,
	existing?: WireRecord,
): Promise<WireRecord> {
	const { write, large } = document;
	const standing =
		existing === undefined
			? await begun(call, document)
			: await takenUp(call, write, large, existing);
	const batches = large.flatMap((detail) =>
		batchesAfter(detail, standing.written.get(detail.name) ?? 0),
	);
	let sent: Batch | undefined;
	try {
		let answer: WireRecord | undefined;
		for (const batch of batches) {
			const before = await rowCount(call, document, standing, batch.detail);
			sent = batch;
			const isLast = batch === batches.at(-1);
			answer = await addBatch(call, document, standing, { batch, before, isLast });
			sent = undefined;
		}
		return answer ?? (await whole(call, document, standing));
	} catch (error) {
		throw interrupted(call, error, { ...document, standing, ...(sent && { batch: sent }) });
	}
}

/** Writes the first part. Where its answer was lost, what is found may be there to its end already. */
async function begun(call: OperationCall, document: LargeWrite): Promise<Standing> {
	const { write, large, put, about } = document;
	let found = false;
	// The record alone tells that it is there; its rows are compared afterwards.
	const guard = replayOf({ ...write, query: {} });
	const replay: ApiRequest['replay'] =
		typeof guard !== 'function'
			? guard
			: async (send) => {
					const proof = await guard(send);
					found = proof !== undefined && isSuccess(proof);
					return proof;
				};
	const { body } = await call.api(
		{
			...put,
			query: rowsQuery(write, large),
			body: JSON.stringify(firstPart(write.record, large)),
			replay,
		},
		about,
	);
	const record = requireRecord(call, body, about);
	if (found) return await takenUp(call, write, large, record);
	const standing = standingOf(call, write, record);
	for (const detail of large) {
		const [first] = batchesAfter(detail, 0);
		standing.written.set(detail.name, first?.to ?? 0);
		noteRows(standing, detail, record, first?.to);
	}
	return standing;
}

/** The finished record, as one request would have returned it. */
async function whole(
	call: OperationCall,
	{ write }: LargeWrite,
	{ id, label }: Standing,
): Promise<WireRecord> {
	const about = write.target.about('read', { record: label });
	const { body } = await call.api(readingOf(write, id, queryParameters(write.query)), about);
	return requireRecord(call, body, about);
}
