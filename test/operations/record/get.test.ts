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

const get = async (parameters: object, endpoint = {}) =>
	await runAcumatica({
		sandbox,
		operation: 'get',
		parameters: { entity: 'SalesOrder', ...parameters },
		credential: endpoint,
	});

test('is one GET with every key field encoded', async () => {
	const { sent, outcome } = await onTheWire({
		operation: 'get',
		parameters: {
			entity: 'SalesOrder',
			recordKey: "SO/A B+c'ü?#%&",
			options: {
				select: 'OrderNbr,Details/InventoryID',
				expand: 'MainContact/Address',
				custom: 'Document.UsrWebOrderNbr',
				branch: 'Products Wholesale',
			},
		},
		answer: { status: 200, body: { id: 'x', rowNumber: 1, OrderNbr: { value: '1' }, Date: {} } },
	});
	expect(sent).toEqual([
		signIn,
		{
			request:
				'GET /Site/entity/Default/24.200.001/SalesOrder/SO/A%20B%2Bc%27%C3%BC%3F%23%25%26' +
				'?$select=OrderNbr%2CDetails%2FInventoryID' +
				'&$expand=MainContact%2CMainContact%2FAddress%2CDetails&$custom=Document.UsrWebOrderNbr',
			headers: { ...proof, 'px-cbapibranch': 'Products Wholesale' },
			body: '',
		},
		signOut,
	]);
	expect(outcome.outputs[0]).toEqual([
		{ json: { id: 'x', OrderNbr: '1', Date: null }, pairedItem: { item: 0 } },
	]);
});

test.each([
	['keys', 'SO/000007'],
	['keys', 'SO|000007'],
	['keys', ' SO / 000007 '],
	['list', 'SO/000007'],
])('finds a record by %s: %s', async (mode, value) => {
	const { json } = await get({ recordKey: { __rl: true, mode, value } });
	expect(json).toMatchObject([{ OrderType: 'SO', OrderNbr: '000007' }]);
});

test('finds a record by its ID, in capital letters too', async () => {
	const id = sandbox.records.find('SalesOrder', ['SO', '000007'])?.id ?? '';
	const { json } = await get({ recordKey: { __rl: true, mode: 'id', value: id.toUpperCase() } });
	expect(json).toMatchObject([{ id, OrderNbr: '000007' }]);
});

test('finds a key with spaces, quotes and letters of any script', async () => {
	const { json } = await get({ entity: 'StockItem', recordKey: 'AA SLEEVE 14' });
	expect(json).toMatchObject([{ InventoryID: 'AA SLEEVE 14' }]);
	const named = await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity: 'Customer' },
		items: [{ CustomerID: "渋谷'S", CustomerName: 'x' }],
	});
	expect(named.error).toBeUndefined();
	const found = await get({ entity: 'Customer', recordKey: "渋谷'S" });
	expect(found.json).toMatchObject([{ CustomerID: "渋谷'S" }]);
});

test('returns what was asked for besides the record itself', async () => {
	const { json } = await get({
		recordKey: 'SO/000001',
		options: {
			select: 'OrderNbr, Details/InventoryID',
			custom: 'Document.UsrWebOrderNbr',
		},
	});
	const [line] = sandbox.records.find('SalesOrder', ['SO', '000001'])?.details.Details ?? [];
	expect(json).toMatchObject([
		{
			OrderNbr: '000001',
			Details: expect.arrayContaining([
				expect.objectContaining({ InventoryID: line?.fields.InventoryID }),
			]),
			custom: { Document: { UsrWebOrderNbr: 'W-1' } },
		},
	]);
	expect(json[0]).not.toHaveProperty('Status');
});

test('reaches both levels of a nested linked entity by its path alone', async () => {
	const { json } = await get({
		entity: 'Customer',
		recordKey: 'C000001',
		options: { expand: 'MainContact/Address' },
	});
	expect(json).toMatchObject([{ MainContact: { Address: { City: expect.any(String) } } }]);
});

test('returns the record as it came when Simplify is off', async () => {
	const { json } = await get({ recordKey: 'SO/000001', simplify: false });
	expect(json).toMatchObject([
		{ OrderNbr: { value: '000001' }, rowNumber: 1, _links: { self: expect.any(String) } },
	]);
});

test('asks once for identical reads of many items, if answers may be that old', async () => {
	const asked = async (cacheSeconds: number) => {
		sandbox.reset();
		const { json } = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: {
				entity: 'SalesOrder',
				recordKey: '=SO/{{ $json.number }}',
				options: { cacheSeconds },
			},
			items: ['000001', '000002', '000001'].map((number) => ({ number })),
		});
		expect(json.map(({ OrderNbr }) => OrderNbr)).toEqual(['000001', '000002', '000001']);
		return sandbox.ledger.countByKind.get;
	};
	expect(await asked(0)).toBe(3);
	expect(await asked(60)).toBe(2);
});

test('works on an endpoint of its own with a name and version of any form', async () => {
	const { json } = await get({
		entity: 'WebOrder',
		recordKey: 'SO/000001',
		endpoint: { __rl: true, mode: 'name', value: 'Shop.Sync/6' },
	});
	expect(json).toMatchObject([{ OrderNbr: '000001', WebReference: 'SHOP-100001' }]);
});

test('says that a record is missing, although the ERP answers 500', async () => {
	const { error } = await get({ recordKey: 'SO/999999' });
	expect(error).toMatchObject({
		name: 'NodeApiError',
		message:
			'Could not read SalesOrder "SO/999999": no such record exists, or the user may not see it',
		itemIndex: 0,
	});
});
