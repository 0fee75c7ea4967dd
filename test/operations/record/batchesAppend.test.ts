import { largeDetails } from '../../../nodes/Acumatica/operations/record/batches';
import {
	addBatch,
	noteRows,
	rowCount,
} from '../../../nodes/Acumatica/operations/record/batchesAppend';
import type { Standing } from '../../../nodes/Acumatica/operations/record/batchesStanding';
import type { ApiRequest, Exchange } from '../../../nodes/Acumatica/transport/request';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const rows = (count: number) => Array.from({ length: count }, () => ({ A: { value: 1 } }));
const target = targetOf('SalesOrder');
const record = { Details: rows(1200) };
const [detail] = largeDetails(record);
if (detail === undefined) throw new Error('The record has a large detail');
const batch = { detail, from: 500, to: 1000 };

const documentOf = (expand: readonly string[] = []) => ({
	write: {
		target,
		record,
		creates: true,
		headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
		query: { expand },
		duplicateCheckField: '',
	},
	large: [detail],
	put: {
		method: 'PUT' as const,
		path: `${target.path}/SalesOrder`,
		headers: { 'If-None-Match': '*' },
		expect: 'json' as const,
		replay: 'unsafe' as const,
	},
	about: target.about('create'),
	canGoOn: false,
});
const standing = (): Standing => ({ id: 'x', label: 'SO/7', written: new Map(), rows: new Map() });

const add = async (
	answer: unknown,
	more: { isLast?: boolean; expand?: readonly string[] } = {},
	state = standing(),
) => {
	const call = operationCall({}, [answer]);
	const { isLast = false, expand } = more;
	const returned = await addBatch(call, documentOf(expand), state, { batch, before: 503, isLast });
	return { returned, state, asked: call.asked };
};

test('a batch is a PUT of its rows to the record by its ID, which has to be there', async () => {
	const { asked } = await add({ id: 'x' });
	expect(asked).toMatchObject([
		{
			request: {
				method: 'PUT',
				path: `${target.path}/SalesOrder`,
				query: { $select: 'OrderType,OrderNbr,Details/A', $expand: 'Details' },
				headers: { 'PX-CbApiBranch': 'PRODRETAIL', 'If-Match': '*' },
				body: JSON.stringify({ id: 'x', Details: rows(500) }),
			},
			about: { doing: 'add the rows 501 to 1000 of Details to', record: 'SO/7' },
		},
	]);
	expect(Object.keys(asked[0]?.request.headers ?? {})).toHaveLength(2);
});

test.each([
	['the last one, where no large detail is asked for', { isLast: true, expand: ['Totals'] }, true],
	['the last one, where it is', { isLast: true, expand: ['Totals', 'Details'] }, false],
	['another', {}, false],
])('the answer to %s is the output: %p', async (_which, more, isOutput) => {
	const answer = { id: 'x', Details: rows(1003) };
	const { returned, asked } = await add(answer, more);
	expect(returned).toBe(isOutput ? answer : undefined);
	if (isOutput) expect(asked[0]?.request.query).toEqual({ $expand: 'Totals' });
});

describe('the number of rows', () => {
	test('is known from an answer that shows those that are due', async () => {
		const { state } = await add({ id: 'x', Details: rows(1003) });
		expect([state.rows.get('Details'), state.written.get('Details')]).toEqual([1003, 1000]);
		const call = operationCall({});
		expect(await rowCount(call, documentOf(), state, detail)).toBe(1003);
		expect(call.asked).toEqual([]);
	});

	test('is read where an answer shows others, as the ERP may add rows of its own', async () => {
		const { state } = await add({ id: 'x', Details: rows(1004) });
		expect(state.rows.has('Details')).toBe(false);
		const call = operationCall({}, [{ id: 'x', Details: rows(1005) }]);
		expect(await rowCount(call, documentOf(), state, detail)).toBe(1005);
		expect(call.asked).toMatchObject([
			{
				request: { method: 'GET', path: `${target.path}/SalesOrder/x` },
				about: { doing: 'count the rows of', record: 'SO/7' },
			},
		]);
		expect(state.rows.get('Details')).toBe(1005);
	});

	test('is forgotten with an answer that does not show it', () => {
		const state = standing();
		state.rows.set('Details', 500);
		noteRows(state, detail, { id: 'x' }, 1000);
		expect(state.rows.has('Details')).toBe(false);
	});
});

describe('after a lost answer', () => {
	const answer = (status: number, body: unknown): Exchange => ({
		kind: 'answer',
		status,
		headers: {},
		text: JSON.stringify(body),
		body,
		phase: 'request',
	});

	const look = async (found: Exchange) => {
		const { asked } = await add({ id: 'x' });
		const guard = asked[0]?.request.replay;
		if (typeof guard !== 'function') throw new Error('A batch has a guard');
		const reads: ApiRequest[] = [];
		const proof = await guard(async (request) => {
			reads.push(request);
			return found;
		});
		expect(reads).toMatchObject([{ method: 'GET', path: `${target.path}/SalesOrder/x` }]);
		return proof;
	};

	test('a batch whose rows are not there is sent again', async () => {
		expect(await look(answer(200, { Details: rows(503) }))).toBeUndefined();
	});

	test('a batch whose rows are there is done', async () => {
		const found = answer(200, { Details: rows(1003) });
		expect(await look(found)).toBe(found);
	});

	test.each([[rows(700)], [rows(1004)], [[]], [undefined]])(
		'any other number of rows is an error that tells it',
		async (Details) => {
			expect(await look(answer(200, { Details }))).toMatchObject({
				kind: 'failure',
				reason: 'unreadable',
				message: `The answer was lost, and the record now has ${Details?.length ?? 0} rows of Details, where 503 (not written) or 1003 (written) were due`,
			});
		},
	);

	test('a look that fails ends it', async () => {
		const failed = answer(403, {});
		expect(await look(failed)).toBe(failed);
	});

	test('the record is read again, as the count is not what the user asked for', async () => {
		const call = operationCall({});
		const api: typeof call.api = async ({ replay }) => {
			const proof =
				typeof replay === 'function'
					? await replay(async () => answer(200, { id: 'x', Details: rows(1003) }))
					: undefined;
			return { status: 200, headers: {}, body: proof?.kind === 'answer' ? proof.body : undefined };
		};
		const state = standing();
		const next = { batch, before: 503, isLast: true };
		expect(await addBatch({ ...call, api }, documentOf(), state, next)).toBeUndefined();
		expect(state.rows.get('Details')).toBe(1003);
	});
});
