import { isRecord, type WireRecord } from '../../contract/scalar';
import type { About } from '../../transport/about';
import type { ApiRequest } from '../../transport/request';
import { isNewRow } from './replay';
import { type Write } from './duplicateCheck';

/**
 * Rows that one request adds to a detail. The vendor's integration guide has a document of 10,000 lines
 * written by requests of 500.
 */
export const linesPerRequest = 500;

/** A detail with more new rows than one request should carry. */
export interface LargeDetail {
	readonly name: string;
	readonly rows: readonly WireRecord[];
	/** Where each of them stands in the list as it was entered. */
	readonly places: readonly number[];
}

/** A record to be written by several requests. */
export interface LargeWrite {
	readonly write: Write;
	readonly large: readonly LargeDetail[];
	/** The PUT that would write it in one go. */
	readonly put: ApiRequest;
	readonly about: About;
	/** Whether a record that is there in part is looked for and gone on with; an update never is. */
	readonly canGoOn: boolean;
}

/** The next rows of a large detail. */
export interface Batch {
	readonly detail: LargeDetail;
	/** The new rows `from` to `to`, counted from 0, without `to`. */
	readonly from: number;
	readonly to: number;
}

/** The details of a record that have to be written in batches; none where one request will do. */
export function largeDetails(record: WireRecord): LargeDetail[] {
	return Object.entries(record).flatMap(([name, value]) => {
		if (!Array.isArray(value)) return [];
		const added = value.flatMap((row: unknown, place) =>
			isRecord(row) && isNewRow(row) ? [{ row, place }] : [],
		);
		if (added.length <= linesPerRequest) return [];
		return [{ name, rows: added.map(({ row }) => row), places: added.map(({ place }) => place) }];
	});
}

/**
 * The record as the first request carries it: the first new rows of each large detail, and all rows to
 * change or delete, in the order that they were entered in.
 */
export function firstPart(record: WireRecord, large: readonly LargeDetail[]): WireRecord {
	const details = large.map(({ name, places }) => {
		const later = new Set(places.slice(linesPerRequest));
		const rows = rowsWithin(record, name).filter((_, place) => !later.has(place));
		return [name, rows] as const;
	});
	return { ...record, ...Object.fromEntries(details) };
}

/** The batches that are left where the first `written` rows are there. */
export function batchesAfter(detail: LargeDetail, written: number): Batch[] {
	const batches: Batch[] = [];
	for (let from = written; from < detail.rows.length; from += linesPerRequest) {
		batches.push({ detail, from, to: Math.min(from + linesPerRequest, detail.rows.length) });
	}
	return batches;
}

/** The rows of a detail; empty where the record does not show it. */
export function rowsWithin(record: WireRecord, detail: string): readonly WireRecord[] {
	const rows = record[detail];
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/**
 * Turns the row numbers in an error text into those of the list as it was entered. An echo of the whole
 * record counts the rows before the batch too, an objection to the request does not.
 *
 * @param standing rows of the detail that were there before the batch
 */
export function inWholeList(text: string, batch: Batch, standing: number): string {
	const { name, places } = batch.detail;
	return text.replace(/(?<![\w/.])([\p{L}_]\w*)\[(\d+)\]/gu, (found, detail: string, digits) => {
		if (detail !== name) return found;
		const index = Number(digits);
		const row = index >= standing ? index - standing : index;
		const place = row < batch.to - batch.from ? places[batch.from + row] : undefined;
		return place === undefined ? found : `${name}[${place}]`;
	});
}
