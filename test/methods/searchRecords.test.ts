import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';
import { names, search, values } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 120 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const find = async (entity: string, ...args: readonly (string | undefined)[]) =>
	await search('searchRecords', { sandbox, entity }, ...args);

describe('the list of records', () => {
	it('shows keys with a telling field, and stores the keys', async () => {
		const found = await find('Customer', 'C000001');
		const customers = sandbox.records.all('Customer').map(({ fields }) => fields);
		const customer = customers.find(({ CustomerID }) => CustomerID === 'C000001');
		expect(names(found)).toEqual([`C000001 · ${customer?.CustomerName}`]);
		expect(values(found)).toEqual(['C000001']);
	});

	it('joins the key fields in the order of the form', async () => {
		expect(values(await find('SalesOrder', '000042'))).toContain('SO/000042');
		expect(values(await find('Invoice', '000007'))).toContain('Invoice/000007');
	});

	it('stores the ID where a key holds the separator, and the record is found by it', async () => {
		const found = await find('StockItem', 'AACABLE/2M');
		expect(names(found)[0]).toMatch(/^AACABLE\/2M · /);
		const [recordKey] = values(found);
		expect(recordKey).toMatch(/^[0-9a-f-]{36}$/);
		const run = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: { entity: 'StockItem', recordKey: String(recordKey) },
		});
		expect(run.json).toMatchObject([{ InventoryID: 'AACABLE/2M' }]);
	});

	it('stores the ID where nobody knows the keys', async () => {
		const state = { sandbox, entity: 'WebOrder', endpoint: 'Shop.Sync/6' };
		const found = await search('searchRecords', state);
		expect(found.results.length).toBeGreaterThan(0);
		for (const value of values(found)) expect(value).toMatch(/^[0-9a-f-]{36}$/);
	});
});

describe('searching', () => {
	it('happens in the ERP, in the key that people know a document by', async () => {
		const found = names(await find('SalesOrder', '000012')).map((name) => name.slice(0, 9));
		expect(found).toContain('SO/000012');
		const list = sandbox.ledger.requests.findLast(({ kind }) => kind === 'list')?.path ?? '';
		expect(decodeURIComponent(list)).toMatch(
			/select=OrderType,OrderNbr,Description,CustomerID.*filter=substringof\('000012',OrderNbr\) or substringof|filter=substringof\('000012',OrderNbr\) or substringof.*select=OrderType,OrderNbr,Description,CustomerID/,
		);
	});

	it('happens in what describes a record, too', async () => {
		const [order] = sandbox.records.all('SalesOrder');
		const customer = String(order?.fields.CustomerID);
		const { results } = await find('SalesOrder', customer);
		expect(results.length).toBeGreaterThan(0);
		expect(results.every(({ name }) => name.includes(customer))).toBe(true);
		expect(names(await find('Customer', 'north bicycles')).length).toBeGreaterThan(0);
	});

	it('falls back on the key alone where conditions on several fields find nothing', async () => {
		const empty = { status: 200, body: [] };
		sandbox.script({ match: { kind: 'list' }, answer: empty });
		expect(values(await find('SalesOrder', '000042'))).toEqual(['SO/000042']);
	});

	describe('where the ERP refuses conditions on several fields', () => {
		const notOptimizable = {
			status: 500,
			body: {
				message: 'An error has occurred.',
				exceptionMessage:
					'Optimization cannot be performed. The following fields cause the error: Description',
				exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
			},
		};
		const lists = () => sandbox.ledger.requests.filter(({ kind }) => kind === 'list').length;
		afterEach(() => sandbox.calm());

		it.each([
			['as not to be optimized', notOptimizable],
			['with an error of its own', { status: 500 }],
			['as no filter', { status: 400 }],
			['as too long', { status: 414 }],
		])('%s, falls back on the key alone', async (_, answer) => {
			sandbox.script({ match: { kind: 'list' }, answer });
			expect(values(await find('SalesOrder', '000042'))).toEqual(['SO/000042']);
		});

		it('and on the key as well, tells why', async () => {
			const before = lists();
			sandbox.script({ match: { kind: 'list' }, answer: notOptimizable, times: 2 });
			await expect(find('SalesOrder', '000042')).rejects.toMatchObject({
				message: expect.stringMatching(/^Could not list SalesOrder: Optimization/),
			});
			expect(lists() - before).toBe(2);
		});

		it('on a further page, tells why: the key alone would begin another list', async () => {
			const before = lists();
			sandbox.script({ match: { kind: 'list' }, answer: notOptimizable });
			await expect(find('SalesOrder', '0000', '0/50')).rejects.toThrow('Optimization');
			expect(lists() - before).toBe(1);
		});

		it.each([
			['missing rights', { status: 403 }],
			['a page of some gateway', { html: true as const, status: 200 }],
		])('for %s, asks no further', async (_, answer) => {
			const before = lists();
			sandbox.script({ match: { kind: 'list' }, answer });
			await expect(find('SalesOrder', '000042')).rejects.toThrow('Could not list SalesOrder');
			expect(lists() - before).toBe(1);
		});

		it('since nobody could sign in, signs in no further', async () => {
			const signIns = () => sandbox.ledger.requests.filter(({ kind }) => kind === 'signIn').length;
			const [before, listsBefore] = [signIns(), lists()];
			sandbox.script({ match: { kind: 'signIn' }, answer: { status: 500 }, times: 9 });
			// The endpoint's description is remembered, so that the list is what needs the session.
			await expect(find('SalesOrder', '000042')).rejects.toThrow('Could not sign in');
			expect([signIns() - before, lists() - listsBefore]).toEqual([1, 0]);
		});
	});

	it('finds records of entities whose keys nobody knows, by their numbers', async () => {
		const state = { sandbox, entity: 'WebOrder', endpoint: 'Shop.Sync/6' };
		const found = await search('searchRecords', state, '000042');
		expect(names(found).some((name) => name.startsWith('000042'))).toBe(true);
	});

	it('takes any character', async () => {
		expect((await find('Customer', "O'Brien & 'Söhne' /#")).results).toEqual([]);
	});
});

describe('paging', () => {
	it('gives fifty at a time, and the way to the rest until there is none', async () => {
		const found: unknown[] = [];
		let token: string | undefined;
		const lengths: number[] = [];
		do {
			const page = await find('SalesOrder', undefined, token);
			lengths.push(page.results.length);
			found.push(...values(page));
			token = page.paginationToken as string | undefined;
		} while (token !== undefined && lengths.length < 10);
		expect(lengths).toEqual([50, 50, 20]);
		expect(new Set(found).size).toBe(120);
		const orders = sandbox.records.all('SalesOrder').map(({ fields }) => fields);
		expect(new Set(found)).toEqual(
			new Set(orders.map(({ OrderType, OrderNbr }) => `${OrderType}/${OrderNbr}`)),
		);
	});
});

describe('a list that cannot be made', () => {
	it('without an entity asks for one, and sends nothing', async () => {
		const before = sandbox.ledger.total;
		await expect(find('')).rejects.toThrow('Choose an entity first');
		expect(sandbox.ledger.total).toBe(before);
	});

	it('names the entity that was meant', async () => {
		await expect(find('salesorder')).rejects.toMatchObject({
			message: 'Could not list salesorder: the address does not exist in this ERP (404)',
			description: expect.stringContaining('Did you mean SalesOrder?'),
			httpCode: '404',
		});
	});

	it('says what the ERP says about an inquiry', async () => {
		await expect(find('InventorySummaryInquiry')).rejects.toMatchObject({
			message: expect.stringMatching(/^Could not list InventorySummaryInquiry: Optimization/),
		});
	});
});
