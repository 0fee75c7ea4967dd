import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';
import { mappedWriter } from '../../support/mappedWrite.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const write = mappedWriter(() => sandbox);
const kinds = () =>
	sandbox.ledger.requests
		.map(({ kind }) => kind)
		.filter((kind) => ['list', 'get', 'put'].includes(kind));

describe('a look-up that finds nothing', () => {
	const nothing = { match: { kind: 'list' as const }, answer: { status: 200, body: [] } };
	const twoViews = ['CustomerOrder', 'ShipToContact.Email'];
	const value = {
		CustomerID: 'C000001',
		CustomerOrder: 'W-5',
		ShipToContactOverride: true,
		'ShipToContact.Email': 'a@b.example',
	};

	it('is believed where the ERP finds records with values in these fields', async () => {
		const filled = { ...value, CustomerOrder: 'W-4' };
		await write('upsert', filled, ['CustomerOrder']);
		const run = await write('upsert', value, twoViews);
		expect(run.error).toBeUndefined();
		const filters = sandbox.ledger.requests
			.filter(({ kind }) => kind === 'list')
			.map(({ path }) => decodeURIComponent(path.split('?')[1] ?? ''));
		expect(filters.at(-1)).toBe(
			'$filter=CustomerOrder ne null and ShipToContact/Email ne null&$select=OrderType,OrderNbr&$top=1',
		);
	});

	it('is not believed where the ERP cannot find by fields of two views', async () => {
		sandbox.script({ ...nothing, times: 2 });
		const before = sandbox.ledger.writes.length;
		const run = await write('upsert', value, twoViews);
		expect(run.error?.message).toBe(
			'Acumatica finds no SalesOrder with CustomerOrder "W-5" and ShipToContact.Email "a@b.example", but nobody can tell whether there is none',
		);
		expect(sandbox.ledger.writes).toHaveLength(before);
	});

	it('is believed where there are no records at all', async () => {
		sandbox.script({ ...nothing, times: 3 });
		const run = await write('upsert', value, twoViews);
		expect(run.error).toBeUndefined();
	});

	it('is not believed of documents that are known for it, unless by their keys', async () => {
		const order = { Type: 'Normal', VendorID: 'ACITAISYST', VendorRef: 'V-1' };
		await runAcumatica({
			sandbox,
			operation: 'create',
			parameters: { entity: 'PurchaseOrder', recordJson: JSON.stringify(order) },
		});
		sandbox.ledger.clear();
		sandbox.script({ ...nothing, times: 2 });
		const run = await write('upsert', order, ['VendorRef'], 'PurchaseOrder');
		expect(run.error?.message).toMatch(
			/^Acumatica finds no PurchaseOrder with VendorRef "V-1", but/,
		);
		expect(kinds()).toEqual(['list', 'list', 'list']);
	});
});
