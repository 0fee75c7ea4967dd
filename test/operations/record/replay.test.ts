import { appendsRows, replayOf } from '../../../nodes/Acumatica/operations/record/replay';
import {
	duplicateLookUps,
	type Write,
} from '../../../nodes/Acumatica/operations/record/duplicateCheck';
import type { ApiRequest, Exchange } from '../../../nodes/Acumatica/transport/request';
import { targetOf } from '../../support/operationCall.ts';

const write = (more: Partial<Write> = {}): Write => ({
	target: targetOf('SalesOrder'),
	record: { CustomerID: { value: 'C1' } },
	creates: false,
	headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
	query: { select: ['OrderNbr'] },
	duplicateCheckField: '',
	...more,
});

const keys = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };
const reference = { CustomerOrder: { value: "O'Neill-1" } };

describe('a write that may have been executed', () => {
	test.each<[string, Partial<Write>]>([
		['has its keys', { record: keys }],
		['has its ID', { record: { id: 'x', Hold: { value: true } } }],
		['changes rows by their ID', { record: { ...keys, Details: [{ id: 'row' }] } }],
		['deletes rows', { record: { ...keys, Details: [{ LineNbr: { value: 1 }, delete: true }] } }],
	])('is repeated where it %s', (_why, more) => {
		expect(replayOf(write(more))).toBe('safe');
	});

	test.each<[string, Partial<Write>]>([
		['has no key', {}],
		['has half a key', { record: { OrderType: keys.OrderType } }],
		['adds rows', { record: { ...keys, Details: [{ InventoryID: { value: 'A' } }] } }],
		[
			'adds rows, in spite of the field for the duplicate check',
			{ record: { ...keys, ...reference, Details: [{}] }, duplicateCheckField: 'CustomerOrder' },
		],
		[
			'has keys that are only guessed',
			{ target: targetOf('TimeEntry'), record: { TimeEntryID: { value: 1 } } },
		],
		['belongs to another endpoint', { target: targetOf('SalesOrder', 'Shop.Sync'), record: keys }],
		['creates without a key', { creates: true }],
		['creates with an ID only', { creates: true, record: { id: 'x' } }],
	])('is never repeated where it %s', (_why, more) => {
		expect(replayOf(write(more))).toBe('unsafe');
	});
});

test.each([
	[{ Details: [{ A: { value: 1 } }] }, true],
	[{ Contact: { Rows: [{ A: { value: 1 } }] } }, true],
	[{ Details: [{ id: 'row', Allocations: [{}] }] }, true],
	[{ Details: [{ id: 'row' }, { delete: true }] }, false],
	[{ Details: [] }, false],
	[{ custom: { View: { Field: { value: 1 } } } }, false],
])('%j appends rows: %p', (record, appends) => {
	expect(appendsRows(record)).toBe(appends);
});

describe('the guard of a lost write', () => {
	const answer = (status: number, body: unknown): Exchange => ({
		kind: 'answer',
		status,
		headers: {},
		text: JSON.stringify(body),
		body,
		phase: 'request',
	});

	/** What the guard makes of the answer to its look-up, and the look-up. */
	const guarded = async (more: Partial<Write>, found: Exchange) => {
		const guard = replayOf(write(more));
		if (typeof guard !== 'function') throw new Error('This write has no guard');
		const asked: ApiRequest[] = [];
		const proof = await guard(async (request) => {
			asked.push(request);
			return found;
		});
		return { proof, asked };
	};

	const missing = answer(500, {
		exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
		exceptionMessage: 'No entity satisfies the condition.',
	});
	const broken: Exchange = { kind: 'failure', reason: 'cut', message: '', phase: 'request' };

	test.each<[string, Partial<Write>]>([
		['keys', { creates: true, record: keys }],
		[
			'the field for the duplicate check',
			{ record: reference, duplicateCheckField: 'CustomerOrder' },
		],
	])('takes nothing but data for an answer to a look-up by %s', async (_by, more) => {
		const page = { ...answer(200, undefined), text: '<html><title>Sign in</title></html>' };
		const exception = answer(200, { exceptionMessage: 'Out of order' });
		for (const strange of [page as Exchange, exception]) {
			expect((await guarded(more, strange)).proof).toMatchObject({ kind: 'failure' });
		}
	});

	describe('that creates a record with its keys', () => {
		const creates = { creates: true, record: { ...keys, Terms: { value: '2.50' } } };

		test('looks for it by them, in the same branch', async () => {
			const { asked } = await guarded(creates, missing);
			expect(asked).toEqual([
				{
					method: 'GET',
					path: 'entity/Default/24.200.001/SalesOrder/SO/000001',
					query: { $select: 'OrderNbr' },
					headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
					expect: 'json',
					replay: 'safe',
				},
			]);
		});

		test.each([
			['as it was sent', { ...keys, Terms: { value: '2.50' } }],
			['as the ERP writes it', { OrderType: { value: 'so ' }, Terms: { value: 2.5 } }],
			['without the fields that nobody asked for', { OrderNbr: keys.OrderNbr }],
		])('takes the record %s for the proof', async (_how, body) => {
			const found = answer(200, body);
			expect((await guarded(creates, found)).proof).toBe(found);
		});

		test('does not take another record under that key for it', async () => {
			const other = answer(200, { ...keys, Terms: { value: '30D' } });
			expect((await guarded(creates, other)).proof).toBeUndefined();
		});

		test('lets it be sent again where there is none', async () => {
			expect((await guarded(creates, missing)).proof).toBeUndefined();
		});

		test.each([broken, answer(403, {})])('ends with a look-up that fails', async (failed) => {
			expect((await guarded(creates, failed)).proof).toBe(failed);
		});
	});

	describe('of a record without a key', () => {
		const numbered = { record: reference, duplicateCheckField: 'CustomerOrder' };

		test('looks for the value that no other record has', async () => {
			const { asked } = await guarded(numbered, answer(200, []));
			expect(asked).toEqual([
				{
					method: 'GET',
					path: 'entity/Default/24.200.001/SalesOrder',
					query: { $filter: "CustomerOrder eq 'O''Neill-1'", $select: 'OrderNbr', $top: '1' },
					headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
					expect: 'json',
					replay: 'safe',
				},
			]);
		});

		test('answers with the record in place of the lost answer', async () => {
			const record = { id: 'x', OrderNbr: { value: '000201' } };
			const { proof } = await guarded(numbered, answer(200, [record]));
			expect(proof).toEqual(answer(200, record));
		});

		test('lets it be sent again where nothing is found', async () => {
			expect((await guarded(numbered, answer(200, []))).proof).toBeUndefined();
		});

		test.each([broken, answer(500, {})])('ends with a look-up that fails', async (failed) => {
			expect((await guarded(numbered, failed)).proof).toBe(failed);
		});
	});

	test.each([{}, { CustomerOrder: { value: '' } }, { CustomerOrder: { value: null } }])(
		'has nothing to look for in %j',
		(record) => {
			expect(duplicateLookUps(write({ record, duplicateCheckField: 'CustomerOrder' }))).toEqual([]);
		},
	);

	test('looks for a number as a text, and as a number only where the ERP refuses that', async () => {
		const guard = replayOf(write({ record: { Nbr: { value: 1001 } }, duplicateCheckField: 'Nbr' }));
		const filters: unknown[] = [];
		const found = answer(200, [{ id: 'x' }]);
		const ask = async (refused: boolean) =>
			typeof guard === 'function'
				? await guard(async ({ query }) => {
						filters.push(query?.$filter);
						return refused && filters.length === 1 ? answer(500, {}) : found;
					})
				: undefined;
		expect(await ask(true)).toMatchObject({ body: { id: 'x' } });
		expect(filters).toEqual(["Nbr eq '1001'", 'Nbr eq 1001']);
		filters.length = 0;
		await ask(false);
		expect(filters).toEqual(["Nbr eq '1001'"]);
	});
});
