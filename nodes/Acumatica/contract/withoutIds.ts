import { isRecord, type PlainRecord } from './scalar';

/**
 * The record without its ID and those of its rows and linked entities, plain or wrapped: a new record gets
 * its own, and the ERP looks for those that it is given.
 */
export function withoutIds(record: PlainRecord): PlainRecord {
	return Object.fromEntries(
		Object.entries(record)
			.filter(([name]) => name !== 'id')
			.map(([name, value]) => [name, stripped(value)]),
	);
}

function stripped(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(stripped);
	return isRecord(value) ? withoutIds(value) : value;
}
