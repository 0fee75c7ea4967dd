import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { OperationCall } from '../operation';
import { toNodeError } from '../failedItem';
import { inWholeList, type Batch, type LargeDetail, type LargeWrite } from './batches';
import type { Standing } from './batchesStanding';

/** Kinds of failure that leave it open whether the request was executed. */
const doubtful: ReadonlySet<unknown> = new Set([
	'cut',
	'timedOut',
	'unreadable',
	'gateway',
	'webPage',
]);

/** What failed after the first part of a record was written. */
export interface Interrupted extends LargeWrite {
	readonly standing: Standing;
	/** The batch that was sent and not confirmed, if there is one. */
	readonly batch?: Batch;
}

/**
 * The error of a record that is written in part: it names the rows by their place in the whole list, and
 * adds which record it is, how much of it is there, and how to go on.
 */
export function interrupted(
	call: OperationCall,
	error: unknown,
	part: Interrupted,
): NodeApiError | NodeOperationError {
	const failure = toNodeError(call.node, error, call.itemIndex);
	const { batch, standing } = part;
	const renumbered = (text: string) =>
		batch === undefined
			? text
			: inWholeList(text, batch, standing.rows.get(batch.detail.name) ?? Infinity);
	const message = renumbered(failure.message);
	const description = [renumbered(failure.description ?? ''), progress(part, failure), advice(part)]
		.filter((text) => text !== '')
		.join(' ');
	const { itemIndex } = call;
	const told =
		failure instanceof NodeApiError
			? new NodeApiError(
					call.node,
					{},
					{
						message,
						description,
						itemIndex,
						...(failure.httpCode !== null && { httpCode: failure.httpCode }),
					},
				)
			: new NodeOperationError(call.node, message, { description, itemIndex });
	told.context.faultKind = failure.context.faultKind;
	told.context.fields = fieldsOf(failure.context.fields, renumbered);
	return told;
}

function fieldsOf(fields: unknown, renumbered: (text: string) => string): unknown[] {
	if (!Array.isArray(fields)) return [];
	return fields.map((field: { readonly path?: unknown }) =>
		typeof field.path === 'string' ? { ...field, path: renumbered(field.path) } : field,
	);
}

function progress(
	{ write, large, standing, batch }: Interrupted,
	failure: NodeApiError | NodeOperationError,
): string {
	const counts = large.map(
		({ name, rows }) => `${standing.written.get(name) ?? 0} of ${rows.length} rows of ${name}`,
	);
	const done = `${counts.join(' and ')} are written to ${write.target.entity} "${standing.label}" (ID ${standing.id}).`;
	return batch !== undefined && doubtful.has(failure.context.faultKind)
		? `${done} Of the rows ${batch.from + 1} to ${batch.to}, nobody knows.`
		: done;
}

function advice({ write, large, standing, canGoOn }: Interrupted): string {
	const writtenOf = ({ name }: LargeDetail) => standing.written.get(name) ?? 0;
	const next = large.find((detail) => writtenOf(detail) < detail.rows.length);
	if (next === undefined) return 'Nothing is missing: read the record with Get.';
	if (canGoOn) {
		return `To go on, run the item again with Check Before First Attempt: the node finds the record by ${write.duplicateCheckField} and adds the rows that are missing.`;
	}
	return `To go on, look at the record in Acumatica, and add the rows from ${writtenOf(next) + 1} of ${next.name} on with Update. Do not run the item as it is: that would write the first rows again.`;
}
