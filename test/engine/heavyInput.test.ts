import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const lines = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		InventoryID: 'AALEGO500',
		OrderQty: 1 + (index % 7),
	}));

test('a value of 5 MB arrives as it is', async () => {
	const Description = 'ü'.repeat(2_500_000);
	const run = await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity: 'SalesOrder' },
		items: [{ CustomerID: 'C000001', Description }],
	});
	expect(run.error).toBeUndefined();
	expect(run.json[0]?.Description).toBe(Description);
});

test('an order of 2,000 lines is written and read back, in order', async () => {
	const Details = lines(2_000);
	const created = await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity: 'SalesOrder' },
		items: [{ CustomerID: 'C000001', Details }],
	});
	expect(created.error).toBeUndefined();
	const read = await runAcumatica({
		sandbox,
		operation: 'get',
		parameters: {
			entity: 'SalesOrder',
			recordKey: `SO/${String(created.json[0]?.OrderNbr)}`,
			options: { expand: 'Details', select: 'Details/OrderQty' },
		},
	});
	const rows = read.json[0]?.Details;
	expect(
		Array.isArray(rows) ? rows.map((row) => Reflect.get(Object(row), 'OrderQty')) : rows,
	).toEqual(Details.map(({ OrderQty }) => OrderQty));
});

test('an Expand that is too deep for the ERP says so, and which parameter it is', async () => {
	const run = await runAcumatica({
		sandbox,
		operation: 'get',
		parameters: {
			entity: 'SalesOrder',
			recordKey: 'SO/000001',
			options: { expand: 'Details/Allocations/Deeper' },
		},
	});
	expect(run.error?.message).toContain('Could not read SalesOrder "SO/000001"');
	expect(run.error?.description).toContain('Check Expand');
});
