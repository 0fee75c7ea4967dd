import { largeDetails } from '../../../nodes/Acumatica/operations/record/batches';
import {
	plainFields,
	readingOf,
	rowsQuery,
	standingOf,
	takenUp,
} from '../../../nodes/Acumatica/operations/record/batchesStanding';
import type { Write } from '../../../nodes/Acumatica/operations/record/duplicateCheck';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const rows = (count: number, more: object = {}) =>
	Array.from({ length: count }, (_, index) => ({
		InventoryID: { value: 'A' },
		OrderQty: { value: index },
		...more,
	}));

const write = (record: Record<string, unknown>, entity = 'SalesOrder'): Write => ({
	target: targetOf(entity),
	record,
	creates: true,
	headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
	query: { select: ['Status'] },
	duplicateCheckField: 'CustomerOrder',
});
const found = { id: 'x', OrderType: { value: 'SO' }, OrderNbr: { value: '7' } };

describe('what stands of a record', () => {
	test.each([
		['by its key fields', 'SalesOrder', 'SO/7'],
		['by its ID where its key fields are not known', 'TimeEntry', 'x'],
	])('is named %s', (_how, entity, label) => {
		expect(standingOf(operationCall({}), write({}, entity), found)).toMatchObject({
			id: 'x',
			label,
		});
	});

	test('cannot be added to without an ID', () => {
		expect(() => standingOf(operationCall({}), write({}), { OrderNbr: { value: '7' } })).toThrow(
			'Could not go on with SalesOrder: the answer holds no ID to add the other rows to',
		);
	});
});

test('rows are counted by their first field, with the keys beside', () => {
	const record = { Details: rows(501), Taxes: rows(501, { TaxID: { value: 'T' } }) };
	expect(rowsQuery(write(record), largeDetails(record))).toEqual({
		$select: 'OrderType,OrderNbr,Details/InventoryID,Taxes/InventoryID',
		$expand: 'Details,Taxes',
	});
});

test('fields of their own are those with a value: no nested ones, no ID, no note', () => {
	expect(
		plainFields([
			{ id: 'x', note: { value: 'n' }, custom: {}, A: { value: 1 }, Rows: [{}] },
			{ A: { value: 2 }, B: { value: null }, Address: { City: { value: 'c' } } },
		]),
	).toEqual(['A', 'B']);
});

test('a record is read by its ID, in the same branch', () => {
	expect(readingOf(write({}), 'x', { $select: 'A' })).toEqual({
		method: 'GET',
		path: 'entity/Default/24.200.001/SalesOrder/x',
		query: { $select: 'A' },
		headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
		expect: 'json',
		replay: 'safe',
	});
});

describe('a record that an earlier attempt has begun', () => {
	const record = { Details: rows(1200) };
	const takeUp = async (there: readonly object[]) => {
		const call = operationCall({}, [{ ...found, Details: there }]);
		const standing = await takenUp(call, write(record), largeDetails(record), found);
		return { standing, asked: call.asked };
	};

	test('is compared by the fields that were sent, and gone on with', async () => {
		const { standing, asked } = await takeUp(
			rows(700, { InventoryID: { value: 'a ' }, UnitPrice: { value: 9 } }),
		);
		expect(asked).toMatchObject([
			{
				request: {
					query: { $select: 'OrderType,OrderNbr,Details/InventoryID,Details/OrderQty' },
				},
				about: { doing: 'read', record: 'SO/7' },
			},
		]);
		expect([standing.written.get('Details'), standing.rows.get('Details')]).toEqual([700, 700]);
	});

	test('is complete with as many rows as the item has, whatever became of them', async () => {
		const { standing } = await takeUp(rows(1201, { InventoryID: { value: 'B' } }));
		expect([standing.written.get('Details'), standing.rows.get('Details')]).toEqual([1200, 1201]);
	});

	test.each([
		[rows(499), 'it has 499 rows of Details, fewer than the first request writes'],
		[[...rows(600), ...rows(1)], 'Details[600].OrderQty is "0" instead of "600"'],
	])('is refused where it is another', async (there, reason) => {
		await expect(takeUp(there)).rejects.toMatchObject({
			message: `SalesOrder "SO/7" is there already, but is not the beginning of this record: ${reason}`,
			context: { itemIndex: 3 },
		});
	});
});
