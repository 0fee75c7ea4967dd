import { startSandbox, type Fault, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';

jest.mock('../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../support/virtualTime.ts'),
);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const lost = (answer: Fault['answer'], times = 1): Fault => ({
	match: { kind: 'put' },
	times,
	answer,
});

const write = async (operation: string, item: object, options: object = {}, recordKey = '') =>
	await runAcumatica({
		sandbox,
		operation,
		parameters: { entity: 'SalesOrder', options, ...(recordKey !== '' && { recordKey }) },
		items: [{ ...item }],
	});

const order = {
	CustomerID: 'C000001',
	CustomerOrder: 'WEB-1',
	Details: [{ InventoryID: 'AALEGO500', OrderQty: 3 }],
};
const insertions = () => sandbox.ledger.writes.filter(({ kind }) => kind === 'insert').length;
const puts = () => sandbox.ledger.countByKind.put;

describe('a create whose answer gets lost', () => {
	test.each<[string, Fault['answer']]>([
		['cut', { cut: 'afterExecution' }],
		['cut half-way', { cut: 'midAnswer' }],
		['truncated', { truncated: true }],
		['replaced by a gateway', { status: 502, when: 'afterExecution' }],
	])('is found by the duplicate check field: %s', async (_how, answer) => {
		sandbox.script(lost(answer));
		const run = await write('create', order, {
			duplicateCheckField: 'CustomerOrder',
			expand: 'Details',
		});
		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([
			{ OrderNbr: '000201', OrderTotal: 104.97, Details: [{ InventoryID: 'AALEGO500' }] },
		]);
		expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 1 });
		expect(sandbox.ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
	});

	test('is sent again where the check finds nothing', async () => {
		sandbox.script(lost({ cut: 'beforeExecution' }));
		const run = await write('create', order, { duplicateCheckField: 'CustomerOrder' });
		expect(run.json).toMatchObject([{ OrderNbr: '000201' }]);
		expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 2 });
	});

	test('without the field is not sent again, and says what may have happened', async () => {
		sandbox.script(lost({ cut: 'afterExecution' }));
		const { error } = await write('create', order);
		expect(error?.message).toMatch(
			/^Could not create SalesOrder: the connection to 127\.0\.0\.1:\d+ broke before the answer was complete$/,
		);
		expect(error?.description).toBe(
			'The request was sent, so SalesOrder may or may not have been written. It was not sent again, because that could write it twice. Look in Acumatica before you run this item again. With the option Duplicate Check Field the node can find out by itself.',
		);
		expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 1 });
	});

	test('with its keys given is found by them', async () => {
		sandbox.script(lost({ cut: 'afterExecution' }));
		const run = await runAcumatica({
			sandbox,
			operation: 'create',
			parameters: { entity: 'Customer' },
			items: [{ CustomerID: 'mine', CustomerName: 'Mine', CreditLimit: '100.00' }],
		});
		expect(run.json).toMatchObject([{ CustomerID: 'mine', CustomerName: 'Mine' }]);
		expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 1 });
	});
});

test('a second run with a check before the first attempt writes nothing', async () => {
	const options = { duplicateCheckField: 'CustomerOrder', checkBeforeFirstAttempt: true };
	const first = await write('create', order, options);
	const second = await write('create', order, options);
	expect(second.json).toEqual(first.json);
	expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 1 });
});

test('an update by keys is sent again', async () => {
	sandbox.script(lost({ cut: 'afterExecution' }));
	const run = await write('update', { Description: 'Again' }, {}, 'SO/000001');
	expect(run.json).toMatchObject([{ Description: 'Again' }]);
	expect(puts()).toBe(2);
});

test('an update that adds rows is not, and does not promise a check that it has not', async () => {
	sandbox.script(lost({ cut: 'afterExecution' }));
	const { error } = await write('update', { Details: order.Details }, {}, 'SO/000001');
	expect(error?.description).toBe(
		'The request was sent, so SalesOrder "SO/000001" may or may not have been written. It was not sent again, because that could write it twice. Look in Acumatica before you run this item again.',
	);
	expect(puts()).toBe(1);
});

test('an upsert of a document without its number counts as a create', async () => {
	sandbox.script(lost({ cut: 'afterExecution' }));
	const run = await write('upsert', order, { duplicateCheckField: 'CustomerOrder' });
	expect(run.json).toMatchObject([{ OrderNbr: '000201' }]);
	expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 1 });
});

test('what was refused before execution is sent again without any check', async () => {
	sandbox.script(
		lost({ status: 429 }),
		lost({ status: 429, retryAfter: '3' }),
		lost({ status: 409, body: { message: 'A long operation is running for this screen.' } }),
	);
	const run = await write('create', order);
	expect(run.error).toBeUndefined();
	expect({ insertions: insertions(), puts: puts() }).toEqual({ insertions: 1, puts: 4 });
});
