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

const order = {
	CustomerID: 'C000001',
	CustomerOrder: 'WEB-1',
	Details: [{ InventoryID: 'AALEGO500', OrderQty: 3 }],
};

const create = async (entity: string, item: object, options: object = {}) =>
	await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity, options },
		items: [{ ...item }],
	});

test('is one PUT that refuses a record that exists', async () => {
	const { sent, outcome } = await onTheWire({
		operation: 'create',
		parameters: {
			entity: 'SalesOrder',
			options: {
				businessDate: '2026-01-31',
				branch: 'PRODWHOLE',
				expand: 'Details',
				custom: 'Document.UsrWebOrderNbr',
				select: 'OrderNbr, Details/InventoryID',
			},
		},
		items: [
			{
				...order,
				note: 'Ring twice',
				Hold: false,
				Date: null,
				ShipToAddress: { City: 'Zürich' },
				custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-1' } } },
			},
		],
		answer: { status: 200, body: { id: 'x', OrderNbr: { value: '000201' } } },
	});
	expect(sent).toEqual([
		signIn,
		{
			request:
				'PUT /Site/entity/Default/24.200.001/SalesOrder?$select=OrderNbr%2CDetails%2FInventoryID&$expand=Details&$custom=Document.UsrWebOrderNbr',
			headers: {
				...proof,
				'content-type': 'application/json',
				'if-none-match': '*',
				'px-cbapibusinessdate': '2026/01/31',
				'px-cbapibranch': 'PRODWHOLE',
			},
			body: {
				CustomerID: { value: 'C000001' },
				CustomerOrder: { value: 'WEB-1' },
				Details: [{ InventoryID: { value: 'AALEGO500' }, OrderQty: { value: 3 } }],
				note: { value: 'Ring twice' },
				Hold: { value: false },
				Date: { value: null },
				ShipToAddress: { City: { value: 'Zürich' } },
				custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-1' } } },
			},
		},
		signOut,
	]);
	expect(outcome.json).toEqual([{ id: 'x', OrderNbr: '000201' }]);
});

test('numbers the document, stores lines, and returns the record as the ERP has it', async () => {
	const { json } = await create('SalesOrder', { ...order, note: 'Ring twice' });
	expect(json).toMatchObject([
		{ OrderType: 'SO', OrderNbr: '000201', Status: 'Open', OrderTotal: 104.97, note: 'Ring twice' },
	]);
	expect(sandbox.ledger.writes).toMatchObject([
		{ entity: 'SalesOrder', kind: 'insert', reference: 'WEB-1' },
	]);
	expect(sandbox.records.find('SalesOrder', ['SO', '000201'])?.details.Details).toMatchObject([
		{ fields: { InventoryID: 'AALEGO500', OrderQty: 3 } },
	]);
});

test('takes a record that is wrapped already', async () => {
	const { json } = await create('Customer', {
		CustomerID: { value: 'WRAPPED' },
		CustomerName: { value: 'Wrapped' },
		MainContact: { Email: { value: 'a@b.example' } },
	});
	expect(json).toMatchObject([{ CustomerID: 'WRAPPED' }]);
	const stored = sandbox.records.find('Customer', ['WRAPPED']);
	expect(stored?.linked.MainContact?.fields.Email).toBe('a@b.example');
});

test('finds the view and the type of custom fields by asking the instance', async () => {
	const { json } = await create(
		'SalesOrder',
		{
			...order,
			custom: { UsrWebOrderNbr: 'W-7', Document: { UsrShippingFee: 4 } },
			Details: [{ ...order.Details[0], custom: { UsrEngraving: 'For Ada' } }],
		},
		{ custom: 'Document.UsrWebOrderNbr, Document.UsrShippingFee' },
	);
	expect(json).toMatchObject([
		{ custom: { Document: { UsrWebOrderNbr: 'W-7', UsrShippingFee: 4 } } },
	]);
	const stored = sandbox.records.find('SalesOrder', ['SO', '000201']);
	expect(stored?.custom).toEqual({
		Document: {
			UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-7' },
			UsrShippingFee: { type: 'CustomDecimalField', value: 4 },
		},
	});
	expect(stored?.details.Details?.[0]?.custom).toEqual({
		Transactions: { UsrEngraving: { type: 'CustomStringField', value: 'For Ada' } },
	});
});

test('refuses a key that exists, and leaves the record as it is', async () => {
	const { error } = await create('Customer', { CustomerID: 'C000001', CustomerName: 'Other' });
	expect(error).toMatchObject({
		name: 'NodeApiError',
		httpCode: '412',
		message: 'Could not create Customer "C000001": a record with this key exists already',
	});
	expect(sandbox.ledger.writes).toEqual([]);
});
