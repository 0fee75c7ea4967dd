import * as fc from 'fast-check';
import type { Clock } from '../../../nodes/Acumatica/transport/clock';
import { startSandbox, type Fault, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica, type AcumaticaRun } from '../../support/acumaticaRun.ts';

/** Sleeps take no time, and the sandbox's clock moves along: node and license live in the same minute. */
const mockElapsed = { by: 0, advance: (_milliseconds: number): void => undefined };
jest.mock('../../../nodes/Acumatica/transport/clock', () => {
	const systemClock: Clock = {
		now: () => Date.now() + mockElapsed.by,
		date: () => Date.now() + mockElapsed.by,
		async sleep(milliseconds) {
			mockElapsed.by += milliseconds;
			mockElapsed.advance(milliseconds);
		},
	};
	const actual: object = jest.requireActual('../../../nodes/Acumatica/transport/clock');
	return { ...actual, systemClock };
});

// Thousands of lines over a real socket: slow on a busy machine, though no wait takes real time.
jest.setTimeout(120_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({
		salesOrders: 10,
		license: { requestsPerMinute: 100, concurrentRequests: 3 },
	});
	mockElapsed.advance = (milliseconds) => sandbox.clock.advance(milliseconds);
});
beforeEach(() => sandbox.reset());
afterEach(() => {
	expect(sandbox.ledger.sessions.open).toBe(0);
	expect(sandbox.ledger.answers429).toBe(0);
});
afterAll(async () => await sandbox.close());

/** Quantities number the lines, so that a lost, doubled or misplaced one shows. */
const lines = (count: number, from = 1) =>
	Array.from({ length: count }, (_, index) => ({
		InventoryID: 'AALEGO500',
		OrderQty: from + index,
	}));
const order = (count: number) => ({
	CustomerID: 'C000001',
	CustomerOrder: 'WEB-1',
	Details: lines(count),
});

const write = async (
	operation: string,
	item: object,
	options: object = {},
	more: Partial<AcumaticaRun> = {},
	recordKey = '',
) =>
	await runAcumatica({
		sandbox,
		operation,
		parameters: { entity: 'SalesOrder', options, ...(recordKey !== '' && { recordKey }) },
		items: [{ ...item }],
		credential: { requestsPerMinute: 100 },
		...more,
	});

const guarded = { duplicateCheckField: 'CustomerOrder' };
const checked = { ...guarded, checkBeforeFirstAttempt: true };

const ordersOf = (reference: string) =>
	sandbox.records.all('SalesOrder').filter(({ fields }) => fields.CustomerOrder === reference);
const quantities = () =>
	ordersOf('WEB-1').map(({ details }) => details.Details?.map(({ fields }) => fields.OrderQty));
const upTo = (count: number) => lines(count).map(({ OrderQty }) => OrderQty);
const requests = () => {
	const { put = 0, get = 0, list = 0 } = sandbox.ledger.countByKind;
	return { put, get, list };
};
/** Lets so many writes pass, then does that to the next. */
const onPut = (number: number, answer: Fault['answer'], times = 1): Fault[] => [
	...(number > 1
		? [{ match: { kind: 'put' as const }, times: number - 1, answer: { delay: 0 } }]
		: []),
	{ match: { kind: 'put' }, times, answer },
];

describe('an order of 2,000 lines', () => {
	test('is written by four requests of 500, as one operation', async () => {
		const run = await write('create', order(2000));
		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([{ OrderNbr: '000011', OrderedQty: 2001000, Status: 'Open' }]);
		expect(run.json[0]).not.toHaveProperty('Details');
		expect(quantities()).toEqual([upTo(2000)]);
		expect(requests()).toEqual({ put: 4, get: 0, list: 0 });
		expect(sandbox.ledger.writes.map(({ kind }) => kind)).toEqual([
			'insert',
			'update',
			'update',
			'update',
		]);
	});

	test('is read once at the end where its lines are asked for', async () => {
		const run = await write('create', order(2000), { select: 'OrderNbr, Details/OrderQty' });
		expect(Object.keys(run.json[0] ?? {}).sort()).toEqual(['Details', 'OrderNbr', 'id', 'note']);
		const details = run.json[0]?.Details as Array<{ OrderQty: number }>;
		expect(details.map(({ OrderQty }) => OrderQty)).toEqual(upTo(2000));
		expect(requests()).toEqual({ put: 4, get: 1, list: 0 });
	});

	const orders = ['WEB-1', 'WEB-2', 'WEB-3'].map((CustomerOrder) => ({
		...order(1001),
		CustomerOrder,
	}));
	const expectEveryLineOnce = () => {
		for (const { CustomerOrder } of orders) {
			const written = ordersOf(CustomerOrder).map(({ details }) =>
				details.Details?.map(({ fields }) => fields.OrderQty),
			);
			expect(written).toEqual([upTo(1001)]);
		}
		expect(requests()).toEqual({ put: 9, get: 0, list: 0 });
	};

	test('is written at the pace of the license, request by request', async () => {
		const start = mockElapsed.by;
		const slow = { items: orders, credential: { requestsPerMinute: 4 } };
		const run = await write('create', {}, {}, slow);
		expect(run.error).toBeUndefined();
		expectEveryLineOnce();
		expect(sandbox.ledger.mostRequestsInAMinute).toBeLessThanOrEqual(4);
		expect(mockElapsed.by - start).toBeGreaterThan(120_000);
	});

	test('stays in one piece beside others that are written at the same time', async () => {
		const run = await write('create', {}, { parallelRequests: 3 }, { items: orders });
		expect(run.json.map(({ CustomerOrder }) => CustomerOrder)).toEqual(['WEB-1', 'WEB-2', 'WEB-3']);
		expectEveryLineOnce();
		expect(sandbox.ledger.sessions.opened).toBe(3);
	});

	test.each<[string, Fault['answer'], number]>([
		['cut before execution', { cut: 'beforeExecution' }, 1],
		['cut after execution', { cut: 'afterExecution' }, 0],
		['cut half-way', { cut: 'midAnswer' }, 0],
		['replaced by a gateway', { status: 502, when: 'afterExecution' }, 0],
		['refused by another long operation', { status: 409 }, 1],
	])('has every line once where an answer is %s', async (_how, answer, repeats) => {
		for (const number of [1, 2, 3, 4]) {
			sandbox.reset();
			sandbox.script(...onPut(number, answer));
			const run = await write('create', order(2000), guarded);
			expect(run.error).toBeUndefined();
			expect(run.json).toMatchObject([{ OrderNbr: '000011', OrderedQty: 2001000 }]);
			expect(quantities()).toEqual([upTo(2000)]);
			expect(requests().put).toBe(4 + repeats);
		}
	});

	test('has every line once where the connection breaks anywhere, again and again', async () => {
		const cut = fc.constantFrom<Fault['answer']>(
			{ cut: 'beforeExecution' },
			{ cut: 'afterExecution' },
			{ cut: 'midAnswer' },
			{ status: 503, when: 'afterExecution' },
			{ delay: 0 },
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(cut, { maxLength: 8 }),
				fc.integer({ min: 501, max: 1600 }),
				async (faults, count) => {
					sandbox.reset();
					sandbox.script(...faults.map((answer) => ({ match: { path: '/SalesOrder' }, answer })));
					let run = await write('create', order(count), guarded);
					// A connection that breaks four times in a row is an error, and the item is run again.
					for (let again = 0; run.error !== undefined && again < 3; again++) {
						run = await write('create', order(count), checked);
					}
					expect(run.error).toBeUndefined();
					expect(quantities()).toEqual([upTo(count)]);
				},
			),
			{ numRuns: 25 },
		);
	});
});

test('a refusal by the license in between is waited for', async () => {
	sandbox.script(...onPut(3, { status: 429, retryAfter: '7' }, 2));
	const run = await write('create', order(2000));
	expect(run.error).toBeUndefined();
	expect(quantities()).toEqual([upTo(2000)]);
	expect(sandbox.ledger.answers429).toBe(2);
	sandbox.ledger.answers429 = 0;
});

describe('a line that the ERP refuses', () => {
	const spoiled = (place: number) => {
		const { Details, ...rest } = order(2000);
		return {
			...rest,
			Details: Details.map((line, index) =>
				index === place ? { ...line, InventoryID: 'NONSENSE' } : line,
			),
		};
	};

	test('is named by its place in the whole list, with what is written and how to go on', async () => {
		const { error } = await write('create', spoiled(1203), guarded);
		expect(error?.message).toBe(
			'Could not add the rows 1001 to 1500 of Details to SalesOrder "SO/000011": Details[1203].InventoryID: Inventory Item \'NONSENSE\' cannot be found in the system.',
		);
		const [{ id } = { id: '' }] = ordersOf('WEB-1');
		expect(error?.description).toContain(
			`1000 of 2000 rows of Details are written to SalesOrder "SO/000011" (ID ${id}). To go on, run the item again with Check Before First Attempt: the node finds the record by CustomerOrder and adds the rows that are missing.`,
		);
		expect(quantities()).toEqual([upTo(1000)]);
	});

	test('can be put right, and the item goes on where it stopped', async () => {
		await write('create', spoiled(1203), guarded);
		const run = await write('create', order(2000), checked);
		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([{ OrderNbr: '000011', OrderedQty: 2001000 }]);
		expect(quantities()).toEqual([upTo(2000)]);
		// Three of the first run, the two that were missing, and no line before them.
		expect(requests()).toEqual({ put: 5, get: 1, list: 1 });
	});

	test('is named by its place as well where the record had other rows before', async () => {
		await write('create', order(20));
		const { error } = await write(
			'update',
			{ Details: spoiled(1203).Details },
			{},
			{},
			'SO/000011',
		);
		expect(error?.message).toContain(
			'of Details to SalesOrder "SO/000011": Details[1203].InventoryID',
		);
		expect(error?.description).toContain(
			'To go on, look at the record in Acumatica, and add the rows from 1001 of Details on with Update. Do not run the item as it is: that would write the first rows again.',
		);
	});

	test('is gone on with as well where a lost answer leads to the record', async () => {
		await write('create', spoiled(1203), guarded);
		sandbox.script(...onPut(1, { cut: 'beforeExecution' }));
		const run = await write('create', order(2000), guarded);
		expect(run.error).toBeUndefined();
		expect(quantities()).toEqual([upTo(2000)]);
	});

	test('in the first request leaves nothing behind', async () => {
		const { error } = await write('create', spoiled(499), guarded);
		expect(error?.message).toMatch(/^Could not create SalesOrder: Details\[499\]\.InventoryID: /);
		expect(quantities()).toEqual([]);
	});
});

describe('a record that is there already', () => {
	test('to its end is returned, and nothing is written', async () => {
		await write('create', order(1200), guarded);
		const before = requests().put;
		const run = await write('upsert', order(1200), { ...checked, expand: 'Details' });
		expect(run.json).toMatchObject([{ OrderNbr: '000011' }]);
		expect(run.json[0]?.Details).toHaveLength(1200);
		expect(requests().put).toBe(before);
	});

	test('is not taken for the one whose answer was lost where it is another', async () => {
		await write('create', { ...order(700), Details: lines(700, 2) });
		sandbox.script(...onPut(1, { cut: 'beforeExecution' }));
		const { error } = await write('create', order(2000), guarded);
		expect(error?.message).toContain('is not the beginning of this record: Details[0].OrderQty');
		expect(quantities()).toEqual([upTo(701).slice(1)]);
	});

	test.each([
		[
			'with other lines',
			{ ...order(700), Details: lines(700, 2) },
			'Details[0].OrderQty is "2" instead of "1"',
		],
		['with a few lines', order(3), 'it has 3 rows of Details, fewer than the first request writes'],
	])('%s is left as it is', async (_which, other, reason) => {
		await write('create', other);
		const kept = quantities();
		const { error } = await write('create', order(2000), checked);
		expect(error?.message).toBe(
			`SalesOrder "SO/000011" is there already, but is not the beginning of this record: ${reason}`,
		);
		expect(error?.description).toBe(
			'No row was added to it. It is another document, or somebody has changed it. Delete it and run the item again, or add the missing rows with Update.',
		);
		expect(quantities()).toEqual(kept);
	});
});

test('an update changes rows and adds many, in their order', async () => {
	await write('create', order(3));
	const rows = lines(1200, 4);
	const changed = { LineNbr: 2, OrderQty: 7 };
	const run = await write('update', { Details: [...rows, changed] }, {}, {}, 'SO/000011');
	expect(run.error).toBeUndefined();
	expect(quantities()).toEqual([[1, 7, 3, ...rows.map(({ OrderQty }) => OrderQty)]]);
});

describe('an update that adds many rows', () => {
	beforeEach(async () => {
		await write('create', order(3));
	});
	const update = async () =>
		await write('update', { Details: lines(1200, 4) }, {}, {}, 'SO/000011');

	test('finds out by counting whether a batch was written whose answer was lost', async () => {
		sandbox.script(...onPut(2, { cut: 'afterExecution' }));
		expect((await update()).error).toBeUndefined();
		expect(quantities()).toEqual([upTo(1203)]);
		expect(requests()).toEqual({ put: 1 + 3, get: 2, list: 0 });
	});

	test('does not repeat its first request, which nobody can count', async () => {
		sandbox.script(...onPut(1, { cut: 'afterExecution' }));
		expect((await update()).error?.description).toContain('may or may not have been written');
		expect(quantities()).toEqual([upTo(503)]);
	});
});

test('a connection that stays broken is an error that says what is certain', async () => {
	sandbox.script(...onPut(3, { cut: 'beforeExecution' }, 10));
	const { error } = await write('create', order(2000), guarded);
	expect(error?.message).toMatch(
		/^Could not add the rows 1001 to 1500 of Details to SalesOrder "SO\/000011": the connection to 127\.0\.0\.1:\d+ broke before the answer was complete \(tried 4 times\)$/,
	);
	expect(error?.description).toMatch(
		/^1000 of 2000 rows of Details are written to SalesOrder "SO\/000011" \(ID [-\da-f]{36}\)\. Of the rows 1001 to 1500, nobody knows\. To go on, run the item again with Check Before First Attempt/,
	);
	expect(quantities()).toEqual([upTo(1000)]);
});

test('every large detail is written in batches', async () => {
	const run = await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity: 'SalesOrder', options: { expand: 'Details, DiscountDetails' } },
		items: [
			{
				...order(700),
				DiscountDetails: Array.from({ length: 1100 }, (_, index) => ({
					ExternalDiscountCode: `D${index}`,
				})),
			},
		],
	});
	expect(run.error).toBeUndefined();
	expect(quantities()).toEqual([upTo(700)]);
	const codes = ordersOf('WEB-1')[0]?.details.DiscountDetails?.map(
		({ fields }) => fields.ExternalDiscountCode,
	);
	expect(codes).toEqual(Array.from({ length: 1100 }, (_, index) => `D${index}`));
	expect(requests()).toEqual({ put: 4, get: 1, list: 0 });
});
