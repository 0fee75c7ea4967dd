import { mappedRows } from '../../nodes/Acumatica/contract/mappedRows';

const rows = [{ InventoryID: 'A' }, { InventoryID: 'B' }];

test.each([
	['a list', rows],
	['JSON', JSON.stringify(rows)],
])('rows come as %s', (_, value) => expect(mappedRows(value, 'Details')).toEqual(rows));

test('one row alone is a list of one', () => {
	expect(mappedRows(rows[0], 'Details')).toEqual([rows[0]]);
	expect(mappedRows('{"Qty": 12345678901234567890}', 'Details')).toEqual([
		{ Qty: '12345678901234567890' },
	]);
});

test.each([
	['[1]', '"Details[0]" holds the number 1. Each row'],
	[[rows[0], null], '"Details[1]" holds nothing. Each row'],
	['no', '"Details" holds the text "no", which is no list'],
])('%j is refused', (value, message) =>
	expect(() => mappedRows(value, 'Details')).toThrow(message),
);
