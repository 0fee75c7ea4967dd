import * as fc from 'fast-check';
import {
	batchesAfter,
	firstPart,
	inWholeList,
	largeDetails,
	linesPerRequest,
	rowsWithin,
	type LargeDetail,
} from '../../../nodes/Acumatica/operations/record/batches';

const added = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ OrderQty: { value: index } }));
const existing = { id: 'row', OrderQty: { value: 1 } };
const removed = { LineNbr: { value: 2 }, delete: true };

const largest = (record: Record<string, unknown>): LargeDetail => {
	const [detail] = largeDetails(record);
	if (detail === undefined) throw new Error('No detail of this record is large');
	return detail;
};

describe('the details to be written in batches', () => {
	test('have more new rows than one request should carry', () => {
		const record = {
			OrderNbr: { value: '1' },
			ShipToAddress: { City: { value: 'Bremen' } },
			Details: added(linesPerRequest + 1),
			Taxes: added(linesPerRequest),
			Rows: [...added(linesPerRequest), existing, removed],
		};
		expect(largeDetails(record).map(({ name, rows }) => [name, rows.length])).toEqual([
			['Details', 501],
		]);
	});

	test('know where each new row was entered', () => {
		const { places } = largest({ Details: [existing, ...added(501), removed] });
		expect([places[0], places.at(-1), places.length]).toEqual([1, 501, 501]);
	});
});

test('the first request has the record, its first new rows and all others, in their order', () => {
	const rows = added(600);
	const record = {
		CustomerID: { value: 'C1' },
		Details: [existing, ...rows, removed],
		Taxes: added(2),
	};
	expect(firstPart(record, largeDetails(record))).toEqual({
		...record,
		Details: [existing, ...rows.slice(0, 500), removed],
	});
});

test('first request and batches together carry every new row once, in order', () => {
	fc.assert(
		fc.property(fc.integer({ min: 501, max: 3000 }), (count) => {
			const record = { Details: added(count) };
			const detail = largest(record);
			const first = rowsWithin(firstPart(record, [detail]), 'Details');
			const batches = batchesAfter(detail, first.length);
			const rest = batches.flatMap(({ from, to }) => detail.rows.slice(from, to));
			expect([...first, ...rest]).toEqual(record.Details);
			expect(batches.every(({ from, to }) => to > from && to - from <= linesPerRequest)).toBe(true);
		}),
		{ numRuns: 30 },
	);
});

test.each([
	[{ Details: [{ id: 'a' }, 'strange'] }, [{ id: 'a' }]],
	[{ Details: {} }, []],
	[{}, []],
])('the rows within %j', (record, rows) => {
	expect(rowsWithin(record, 'Details')).toEqual(rows);
});

describe('an error text with row numbers', () => {
	const detail = largest({ Details: [existing, ...added(2000)] });
	const batch = { detail, from: 1000, to: 1500 };

	test.each([
		['of the whole record', 'Details[1203].InventoryID: wrong', 'Details[1194].InventoryID: wrong'],
		['of the request', 'Details[203].InventoryID', 'Details[1204].InventoryID'],
		['twice', 'Details[0].A Also: Details[1].B', 'Details[1001].A Also: Details[1002].B'],
		['of another detail', 'Taxes[3].Rate, Lines/Details[3]', 'Taxes[3].Rate, Lines/Details[3]'],
		['of a row before the batch', 'Details[700].A', 'Details[700].A'],
		['of no row at all', 'Details[9000].A', 'Details[9000].A'],
	])('%s', (_whose, text, due) => {
		expect(inWholeList(text, batch, 1010)).toBe(due);
	});
});
