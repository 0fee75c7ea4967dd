import { jsonOf } from './json';
import { describeValue, RecordFault } from './recordFault';
import { isRecord, type PlainRecord } from './scalar';

/**
 * The rows of a detail as people map them: a list, its JSON as text, or one row alone.
 *
 * @param at path of the detail, for messages
 * @throws RecordFault when a row is no object, or the text no JSON
 */
export function mappedRows(value: unknown, at: string): PlainRecord[] {
	const parsed = typeof value === 'string' ? jsonOf(value) : value;
	if (parsed === undefined) {
		throw new RecordFault(
			at,
			`holds ${describeValue(value)}, which is no list. Enter rows as JSON, or an expression such as {{ $json.lines }}`,
		);
	}
	const rows: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
	return rows.map((row, index) => {
		if (isRecord(row)) return row;
		throw new RecordFault(
			`${at}[${index}]`,
			`holds ${describeValue(row)}. Each row of a detail must be an object with field names, for example { "InventoryID": "AACOMPUT01", "OrderQty": 2 }`,
		);
	});
}
