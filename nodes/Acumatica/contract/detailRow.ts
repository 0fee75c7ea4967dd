import { rowsOf } from './attachedFile';
import { RecordFault } from './recordFault';
import { isGuid } from './recordKey';
import { isRecord, type WireRecord } from './scalar';

/** Says which row of which detail: by its ID, or by the value of a field. */
export interface DetailRow {
	readonly detail: string;
	readonly field: string;
	readonly value: string;
}

/** Most documents name their lines so. */
const usualDetail = 'Details';

/**
 * Reads which row is meant: the ID of a row of `Details`, or of another detail with its name in front
 * (`Transactions/4f6a8f0e-…`). The IDs of some rows hold for one session only, so that a field can
 * stand in their place: `Details/LineNbr=2`.
 *
 * @throws RecordFault when it is none of that
 */
export function parseDetailRow(text: string): DetailRow {
	const trimmed = text.trim();
	const [, detail = usualDetail, rest = ''] = /^(?:(\w+)\/)?(.*)$/su.exec(trimmed) ?? [];
	if (isGuid(rest)) return { detail, field: 'id', value: rest.trim().toLowerCase() };
	const [, field = '', value = ''] = /^(\w+)\s*=\s*(.+)$/su.exec(rest) ?? [];
	if (field !== '') return { detail, field, value: value.trim() };
	throw new RecordFault(
		'Detail Row ID',
		`holds "${trimmed}". Enter the ID of a row of Details, or the detail and a field, for example Details/LineNbr=2`,
	);
}

/** The rows of a record that are meant: one, if all is well. */
export function matchingRows(
	record: WireRecord,
	{ detail, field, value }: DetailRow,
): WireRecord[] {
	return rowsOf(record, detail).filter((row) => {
		const held = Object.hasOwn(row, field) ? row[field] : undefined;
		const plain = isRecord(held) ? held.value : held;
		return (
			String(plain ?? '')
				.trim()
				.toLowerCase() === value.toLowerCase()
		);
	});
}
