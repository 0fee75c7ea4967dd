import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica, type AcumaticaRun } from '../support/acumaticaRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

type Unusual = [what: string, run: Omit<AcumaticaRun, 'sandbox'>, record: object];

const read = (entity: string, recordKey: string): Unusual[1] => ({
	operation: 'get',
	parameters: { entity, recordKey },
});
const list = (filterString: string): Unusual[1] => ({
	operation: 'getAll',
	parameters: { entity: 'Customer', filterType: 'string', filterString },
});
const order = (Details: object[]): Unusual[1] => ({
	operation: 'create',
	parameters: { entity: 'SalesOrder' },
	items: [{ CustomerID: 'C000001', Details: Details.map((row) => ({ ...row })) }],
});

describe('input that looks wrong and is right', () => {
	test.each<Unusual>([
		[
			'a doubled quote in a filter',
			list("CustomerName eq 'O''Neill Trading'"),
			{ CustomerID: 'ONEILL' },
		],
		[
			'letters of any script in a filter',
			list("CustomerName eq '渋谷商店'"),
			{ CustomerID: 'SHIBUYA' },
		],
		[
			'signs of addresses in a filter',
			list("CustomerName eq 'Café Zürich & Söhne'"),
			{ CustomerID: 'CAFEZUERI' },
		],
		['a key with spaces', read('StockItem', 'AA SLEEVE 14'), { InventoryID: 'AA SLEEVE 14' }],
		['a key in lower case', read('SalesOrder', 'so/000001'), { OrderNbr: '000001' }],
		[
			'a number as text',
			order([{ InventoryID: 'AALEGO500', OrderQty: '2.50' }]),
			{ OrderedQty: 2.5 },
		],
		[
			'a value that is wrapped already',
			order([{ InventoryID: { value: 'AALEGO500' }, OrderQty: 2 }]),
			{ OrderedQty: 2 },
		],
		['no rows', order([]), { OrderTotal: 0 }],
		[
			'a number in the text field for the duplicate check',
			{
				operation: 'create',
				parameters: {
					entity: 'SalesOrder',
					options: { duplicateCheckField: 'CustomerOrder', checkBeforeFirstAttempt: true },
				},
				items: [{ CustomerID: 'C000001', CustomerOrder: 1001 }],
			},
			{ CustomerOrder: '1001' },
		],
		[
			'switches as text',
			{
				operation: 'getAll',
				parameters: {
					entity: 'Customer',
					returnAll: '={{ "false" }}',
					limit: 1,
					simplify: '={{ "true" }}',
				},
			},
			{ CustomerID: expect.any(String) },
		],
	])('%s', async (_what, run, record) => {
		const { json, error } = await runAcumatica({ sandbox, ...run });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([record]);
	});

	test.each([
		'{url}/',
		' {url} ',
		'{url}/Main?ScreenId=SO301000',
		'{url}/entity/Default/24.200.001',
	])('the address %s', async (pasted) => {
		const { json } = await runAcumatica({
			sandbox,
			...read('SalesOrder', 'SO/000001'),
			credential: { instanceUrl: pasted.replace('{url}', sandbox.url) },
		});
		expect(json).toMatchObject([{ OrderNbr: '000001' }]);
	});
});
