import { isRecord, type WireRecord } from '../contract/scalar';

/**
 * The time in a field of a wire record, in milliseconds since 1970. The ERP writes it with the offset of
 * its server, which changes with daylight saving; a time without an offset could be any.
 *
 * @returns undefined where the field is empty, missing or holds no time with an offset
 */
export function stampOf(record: WireRecord, field: string): number | undefined {
	const wrapped = Object.hasOwn(record, field) ? record[field] : undefined;
	const text = isRecord(wrapped) ? wrapped.value : undefined;
	return typeof text === 'string' ? stampIn(text) : undefined;
}

/** The time of an ISO text with offset, in milliseconds since 1970. */
export function stampIn(text: string): number | undefined {
	if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return undefined;
	const stamp = Date.parse(text);
	return Number.isNaN(stamp) ? undefined : stamp;
}

/** The `Date` of an answer, in milliseconds since 1970: the ERP's clock, to the second. */
export function answerDate(header: string | readonly string[] | undefined): number | undefined {
	const text = typeof header === 'string' ? header : header?.[0];
	const date = Date.parse(text ?? '');
	return Number.isNaN(date) ? undefined : date;
}

/** A time as the filter language wants it, with the offset that the vendor's samples have. */
export function stampLiteral(stamp: number): string {
	return `datetimeoffset'${new Date(stamp).toISOString().replace('Z', '+00:00')}'`;
}
