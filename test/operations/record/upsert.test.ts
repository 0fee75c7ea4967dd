import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';
import { onTheWire, proof, signIn, signOut } from '../../support/wire.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const upsert = async (entity: string, item: object, options: object = {}) =>
	await runAcumatica({
		sandbox,
		operation: 'upsert',
		parameters: { entity, options },
		items: [{ ...item }],
	});

const kinds = () => sandbox.ledger.writes.map(({ kind }) => kind);

test('is one PUT without a condition', async () => {
	const { sent } = await onTheWire({
		operation: 'upsert',
		parameters: {
			entity: 'Customer',
			recordJson: '{"CustomerID":"C1","CreditLimit":0,"Big":12345678901234567890}',
			options: { businessDate: '2026-01-31T23:30:00-05:00', branch: 'PRODWHOLE' },
		},
		answer: { status: 200, body: { id: 'x' } },
	});
	expect(sent).toEqual([
		signIn,
		{
			request: 'PUT /Site/entity/Default/24.200.001/Customer',
			headers: {
				...proof,
				'content-type': 'application/json',
				'px-cbapibusinessdate': '2026/01/31',
				'px-cbapibranch': 'PRODWHOLE',
			},
			body: {
				CustomerID: { value: 'C1' },
				CreditLimit: { value: 0 },
				Big: { value: '12345678901234567890' },
			},
		},
		signOut,
	]);
});

test('creates a record with a new key, and updates it the second time', async () => {
	await upsert('Customer', { CustomerID: 'SHOP1', CustomerName: 'First' });
	const { json } = await upsert('Customer', {
		CustomerID: 'SHOP1',
		MainContact: { Email: 'shop@one.example' },
	});
	expect(json).toMatchObject([{ CustomerID: 'SHOP1', CustomerName: 'First' }]);
	expect(kinds()).toEqual(['insert', 'update']);
	expect(sandbox.records.find('Customer', ['SHOP1'])?.linked.MainContact?.fields.Email).toBe(
		'shop@one.example',
	);
});

test('takes back a record as it was read, simplified or not', async () => {
	for (const simplify of [true, false]) {
		const read = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: {
				entity: 'Customer',
				recordKey: 'C000002',
				simplify,
				options: { expand: 'MainContact/Address', custom: 'CurrentCustomer.UsrSegment' },
			},
		});
		const before = structuredClone(sandbox.records.find('Customer', ['C000002']));
		const { error } = await upsert('Customer', { ...read.json[0], Terms: '45D' });
		expect(error).toBeUndefined();
		const after = sandbox.records.find('Customer', ['C000002']);
		expect(after?.linked.MainContact?.fields).toEqual(before?.linked.MainContact?.fields);
		expect(after?.custom).toEqual(before?.custom);
		expect(after?.fields.Terms).toBe('45D');
	}
});

test('works on the given business date in the given branch', async () => {
	const { json } = await upsert(
		'SalesOrder',
		{ CustomerID: 'C000001' },
		{ businessDate: '2026-01-31', branch: 'PRODRETAIL' },
	);
	expect(json).toMatchObject([{ Branch: 'PRODRETAIL', Date: '2026-01-31T00:00:00+00:00' }]);
});

test('without the options it is today in the branch of the sign-in', async () => {
	const { json } = await upsert('SalesOrder', { CustomerID: 'C000001' });
	const today = new Date(sandbox.clock.now()).toISOString().slice(0, 10);
	expect(json).toMatchObject([{ Branch: 'PRODWHOLE', Date: `${today}T00:00:00+00:00` }]);
});

test('a document without its number is created anew each time', async () => {
	await upsert('SalesOrder', { CustomerID: 'C000001' });
	await upsert('SalesOrder', { CustomerID: 'C000001', OrderNbr: '<NEW>' });
	expect(kinds()).toEqual(['insert', 'insert']);
});

test('names the field that the ERP refuses, with its path', async () => {
	const { error } = await upsert('SalesOrder', {
		CustomerID: 'C000001',
		Details: [{ InventoryID: 'AALEGO500' }, { InventoryID: 'NOPE' }],
	});
	expect(error?.message).toBe(
		"Could not create or update SalesOrder: Details[1].InventoryID: Inventory Item 'NOPE' cannot be found in the system.",
	);
	expect(error?.original).toMatchObject({
		context: {
			faultKind: 'validation',
			fields: [
				{
					path: 'Details[1].InventoryID',
					message: "Inventory Item 'NOPE' cannot be found in the system.",
				},
			],
		},
	});
	expect(kinds()).toEqual([]);
});
