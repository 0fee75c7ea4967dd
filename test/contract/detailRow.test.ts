import { matchingRows, parseDetailRow } from '../../nodes/Acumatica/contract/detailRow';

const id = '4f6a8f0e-3d4f-4d0e-9d6f-2f4b8f5c1a11';

test.each([
	[id, { detail: 'Details', field: 'id', value: id }],
	[` ${id.toUpperCase()} `, { detail: 'Details', field: 'id', value: id }],
	[`Transactions/${id}`, { detail: 'Transactions', field: 'id', value: id }],
	['Details/LineNbr=2', { detail: 'Details', field: 'LineNbr', value: '2' }],
	['LineNbr=2', { detail: 'Details', field: 'LineNbr', value: '2' }],
	['Details/InventoryID = AA/BB=1', { detail: 'Details', field: 'InventoryID', value: 'AA/BB=1' }],
])('%j says which row', (text, row) => expect(parseDetailRow(text)).toEqual(row));

test.each(['2', 'Details', 'Details/2', 'Details/', '=2', 'LineNbr=', 'no-name/LineNbr=2'])(
	'%j does not',
	(text) => {
		expect(() => parseDetailRow(text)).toThrow(
			`"Detail Row ID" holds "${text}". Enter the ID of a row of Details, or the detail and a field, for example Details/LineNbr=2`,
		);
	},
);

test('rows are found by their ID or a field, whatever the capitals', () => {
	const first = { id, LineNbr: { value: 1 }, InventoryID: { value: 'CONGRILL ' } };
	const second = { id: 'other', LineNbr: { value: 2 }, InventoryID: {} };
	const record = { Details: [first, second] };
	expect(matchingRows(record, parseDetailRow(id))).toEqual([first]);
	expect(matchingRows(record, parseDetailRow('LineNbr=2'))).toEqual([second]);
	expect(matchingRows(record, parseDetailRow('InventoryID=congrill'))).toEqual([first]);
	expect(matchingRows(record, parseDetailRow('LineNbr=3'))).toEqual([]);
	expect(matchingRows(record, parseDetailRow('constructor=3'))).toEqual([]);
	expect(matchingRows(record, parseDetailRow('Transactions/LineNbr=2'))).toEqual([]);
});
