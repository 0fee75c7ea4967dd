import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const write = async (
	operation: 'update' | 'upsert',
	value: Record<string, unknown>,
	matchingColumns: readonly string[],
	entity = 'SalesOrder',
) =>
	await runAcumatica({
		sandbox,
		operation,
		parameters: {
			entity,
			inputMode: 'fields',
			recordFields: { mappingMode: 'defineBelow', value, matchingColumns, schema: [] },
		},
	});
const orders = (description: string) =>
	sandbox.records.all('SalesOrder').filter(({ fields }) => fields.Description === description);
const kinds = () =>
	sandbox.ledger.requests
		.map(({ kind }) => kind)
		.filter((kind) => ['list', 'get', 'put'].includes(kind));
const [first, second] = ['000001', '000002'];
async function reference(OrderNbr: string, CustomerOrder: string): Promise<void> {
	const recordJson = JSON.stringify({ OrderType: 'SO', OrderNbr, CustomerOrder });
	await runAcumatica({
		sandbox,
		operation: 'update',
		parameters: { entity: 'SalesOrder', recordJson },
	});
}

describe('an update', () => {
	it('finds its record by key fields, without asking for it', async () => {
		const run = await write('update', { OrderType: 'SO', OrderNbr: first, Description: 'x' }, [
			'OrderType',
			'OrderNbr',
		]);
		expect(run.error).toBeUndefined();
		expect(orders('x').map(({ fields }) => fields.OrderNbr)).toEqual([first]);
		expect(kinds()).toEqual(['put']);
	});

	it('finds it by its ID', async () => {
		const id = sandbox.records.all('SalesOrder')[2]?.id;
		const run = await write('update', { id, Description: 'y' }, ['id']);
		expect(run.error).toBeUndefined();
		expect(orders('y').map((order) => order.id)).toEqual([id]);
		expect(kinds()).toEqual(['put']);
	});

	it('finds it by any other field, which takes a look-up', async () => {
		await reference(second, "O'Brien-7");
		const run = await write('update', { CustomerOrder: "O'Brien-7", Description: 'z' }, [
			'CustomerOrder',
		]);
		expect(run.error).toBeUndefined();
		expect(orders('z').map(({ fields }) => fields.OrderNbr)).toEqual([second]);
		expect(kinds()).toEqual(['put', 'list', 'put']);
	});

	it('finds it by several fields, of linked entities and custom ones too', async () => {
		const custom = { 'Document.UsrShippingFee': '4.25', CustomerOrder: 'W-1' };
		await write('update', { OrderType: 'SO', OrderNbr: first, ...custom }, [
			'OrderType',
			'OrderNbr',
		]);
		const run = await write('update', { ...custom, OrderType: 'SO', Description: 'both' }, [
			'OrderType',
			'Document.UsrShippingFee',
			'CustomerOrder',
		]);
		expect(run.error).toBeUndefined();
		expect(orders('both').map(({ fields }) => fields.OrderNbr)).toEqual([first]);
	});

	it('of nothing that matches fails, and writes nothing', async () => {
		const run = await write('update', { CustomerOrder: 'nobody', Description: 'x' }, [
			'CustomerOrder',
		]);
		expect(run.error).toMatchObject({ message: 'No SalesOrder has CustomerOrder "nobody"' });
		expect(sandbox.ledger.writes).toEqual([]);
	});

	it('of several records is refused', async () => {
		await reference(first, 'twice');
		await reference(second, 'twice');
		const before = sandbox.ledger.writes.length;
		const run = await write('update', { CustomerOrder: 'twice', Description: 'x' }, [
			'CustomerOrder',
		]);
		expect(run.error?.message).toBe(
			'Several records of SalesOrder have CustomerOrder "twice": nobody can say which one is meant',
		);
		expect(sandbox.ledger.writes).toHaveLength(before);
	});

	it.each([
		[
			{ CustomerOrder: '', Description: 'x' },
			['CustomerOrder'],
			'"CustomerOrder" is a field to match on',
		],
		[{ Description: 'x' }, ['id'], '"id" is a field to match on, but has no value'],
		[
			{ OrderType: 'SO', Description: 'x' },
			['OrderType', 'OrderNbr'],
			'No key tells which SalesOrder',
		],
	])('without a value to match on is refused: %j', async (value, matchBy, message) => {
		const run = await write('update', value, matchBy);
		expect(run.error?.message).toContain(message);
		expect(sandbox.ledger.writes).toEqual([]);
	});
});

describe('create or update', () => {
	it('updates the record that matches', async () => {
		await reference(second, 'W-2');
		const run = await write('upsert', { CustomerOrder: 'W-2', Description: 'z' }, [
			'CustomerOrder',
		]);
		expect(run.error).toBeUndefined();
		expect(orders('z').map(({ fields }) => fields.OrderNbr)).toEqual([second]);
	});

	it('creates it where there is none, once, although the answer gets lost', async () => {
		sandbox.script({ match: { kind: 'put' }, answer: { cut: 'afterExecution' } });
		const value = { CustomerID: 'C000001', CustomerOrder: 'W-9', Description: 'new' };
		const run = await write('upsert', value, ['CustomerOrder']);
		expect(run.error).toBeUndefined();
		expect(orders('new')).toHaveLength(1);
		const again = await write('upsert', { ...value, Description: 'newer' }, ['CustomerOrder']);
		expect(again.error).toBeUndefined();
		expect(orders('new')).toHaveLength(0);
		expect(orders('newer')).toHaveLength(1);
	}, 20_000);

	it('by key fields is one request, as with JSON', async () => {
		const run = await write(
			'upsert',
			{ CustomerID: 'NEW1', CustomerName: 'N' },
			['CustomerID'],
			'Customer',
		);
		expect(run.error).toBeUndefined();
		expect(kinds()).toEqual(['put']);
	});
});
