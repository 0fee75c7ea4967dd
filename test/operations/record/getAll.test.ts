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

const getAll = async (parameters: object) =>
	await runAcumatica({
		sandbox,
		operation: 'getAll',
		parameters: { entity: 'SalesOrder', ...parameters },
	});

const listRequests = () =>
	sandbox.ledger.requests.filter(({ kind }) => kind === 'list').map(({ path }) => path);

const numbers = (run: { json: readonly Record<string, unknown>[] }) =>
	run.json.map(({ OrderNbr }) => OrderNbr);

const allNumbers = () => sandbox.records.all('SalesOrder').map(({ fields }) => fields.OrderNbr);

test('is one GET with filter, select, expand, custom and top', async () => {
	const { sent, outcome } = await onTheWire({
		operation: 'getAll',
		parameters: {
			entity: 'SalesOrder',
			limit: 2,
			filterType: 'string',
			filterString:
				"CustomerName eq 'O''Neill' and Date gt datetimeoffset'2026-01-31T00:00:00+01:00'",
			options: {
				select: ['OrderNbr', 'Status'],
				expand: 'Details',
				custom: 'Document.UsrA,Details/Transactions.UsrB',
				branch: 'PRODRETAIL',
			},
		},
		answer: { status: 200, body: [{ id: 'a', OrderNbr: { value: '1' } }, { id: 'b' }] },
	});
	expect(sent).toEqual([
		signIn,
		{
			request:
				'GET /Site/entity/Default/24.200.001/SalesOrder' +
				'?$filter=CustomerName%20eq%20%27O%27%27Neill%27%20and%20Date%20gt%20datetimeoffset%272026-01-31T00%3A00%3A00%2B01%3A00%27' +
				'&$select=OrderNbr%2CStatus&$expand=Details' +
				'&$custom=Document.UsrA%2CDetails%2FTransactions.UsrB&$top=2',
			headers: { ...proof, 'px-cbapibranch': 'PRODRETAIL' },
			body: '',
		},
		signOut,
	]);
	expect(outcome.outputs[0]).toEqual([
		{ json: { id: 'a', OrderNbr: '1' }, pairedItem: { item: 0 } },
		{ json: { id: 'b' }, pairedItem: { item: 0 } },
	]);
});

test('reads up to the limit, 50 if nothing is said', async () => {
	expect(numbers(await getAll({ limit: 3 }))).toEqual(['000001', '000002', '000003']);
	expect((await getAll({})).json).toHaveLength(50);
});

test('reads everything in pages and asks for no empty one', async () => {
	const run = await getAll({ returnAll: true, options: { pageSize: 100 } });
	expect(numbers(run)).toEqual(allNumbers());
	expect(listRequests()).toHaveLength(2);
});

test('cuts the last page to the limit', async () => {
	const run = await getAll({ limit: 7, options: { pageSize: 3 } });
	expect(numbers(run)).toEqual(allNumbers().slice(0, 7));
});

test('returns nothing, not even an empty item, where nothing matches', async () => {
	const run = await getAll({ filterType: 'string', filterString: "OrderNbr eq 'none'" });
	expect(run.outputs).toEqual([[]]);
	expect(run.error).toBeUndefined();
});

test('filters with a quote inside a text', async () => {
	const run = await getAll({
		entity: 'Customer',
		filterType: 'string',
		filterString: "CustomerName eq 'O''Neill Trading'",
	});
	expect(run.json).toMatchObject([{ CustomerID: 'ONEILL' }]);
});

test('leaves records as they came when Simplify is off', async () => {
	const run = await getAll({ limit: 1, simplify: false });
	expect(run.json).toMatchObject([{ OrderNbr: { value: '000001' }, rowNumber: 1 }]);
});

/** Reads everything in pages of 50, and runs `change` between the first page and the second. */
async function readingWhile(change: () => void) {
	const { ledger } = sandbox;
	const answered = ledger.answered.bind(ledger);
	let pages = 0;
	const spy = jest.spyOn(ledger, 'answered').mockImplementation((request) => {
		answered(request);
		if (request.kind === 'list' && ++pages === 1) change();
	});
	const run = await getAll({ returnAll: true, options: { pageSize: 50 } });
	spy.mockRestore();
	expect(pages).toBeGreaterThan(3);
	return run;
}

test('doubles no record when another one is inserted before it while paging', async () => {
	const expected = allNumbers();
	const [template] = sandbox.records.all('SalesOrder');
	if (template === undefined) throw new Error('The seed has no orders');
	const run = await readingWhile(() =>
		sandbox.records.set('SalesOrder').put({
			...template,
			id: '00000000-0000-0000-0000-000000000001',
			fields: { ...template.fields, OrderNbr: '0000000' },
		}),
	);
	expect(numbers(run).filter((number) => number !== '0000000')).toEqual(expected);
});

test('loses no record when another one is deleted before it while paging', async () => {
	const [deleted, ...others] = sandbox.records.all('SalesOrder');
	if (deleted === undefined) throw new Error('The seed has no orders');
	const expected = others.map(({ fields }) => fields.OrderNbr);
	const run = await readingWhile(() => sandbox.records.set('SalesOrder').remove(deleted));
	expect(numbers(run)).toEqual([deleted.fields.OrderNbr, ...expected]);
});

describe('conditions', () => {
	const orders = () => sandbox.records.all('SalesOrder').map(({ fields }) => fields);
	const find = async (conditions: readonly object[], matchType = 'allFilters') =>
		await getAll({
			returnAll: true,
			filterType: 'conditions',
			matchType,
			filters: { conditions },
		});

	test('of the panel are a filter, and ask for nothing else', async () => {
		const run = await find([
			{ field: 'Status|String', operator: 'equals', value: 'Open' },
			{ field: 'OrderTotal|Decimal', operator: 'greaterThan', value: '500' },
		]);
		const expected = orders().filter(
			({ Status, OrderTotal }) => Status === 'Open' && Number(OrderTotal) > 500,
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(numbers(run)).toEqual(expected.map(({ OrderNbr }) => OrderNbr));
		expect(sandbox.ledger.requests.filter(({ kind }) => kind === 'schema')).toEqual([]);
	});

	test('take expressions, dates of n8n among them, and names by an agent', async () => {
		const run = await find([
			{
				field: 'Date|DateTime',
				operator: 'greaterThanOrEqual',
				dateValue: '={{ DateTime.fromISO("2026-03-01T00:00:00", { zone: "Asia/Tokyo" }) }}',
			},
			{ field: '={{ "OrderTotal" }}', operator: 'lessThan', value: '={{ "700.50" }}' },
			{ field: 'Hold', operator: 'equals', value: false },
		]);
		const expected = orders().filter(
			({ Date: date, OrderTotal, Hold }) =>
				String(date) >= '2026-03-01' && Number(OrderTotal) < 700.5 && Hold === false,
		);
		expect(run.error).toBeUndefined();
		expect(numbers(run)).toEqual(expected.map(({ OrderNbr }) => OrderNbr));
	});

	test('of a switch are on by default, and of a custom field and a list as stored', async () => {
		const run = await find([{ field: 'Hold|Boolean' }]);
		expect(run.error).toBeUndefined();
		const held = orders().filter(({ Hold }) => Hold === true);
		expect(numbers(run)).toEqual(held.map(({ OrderNbr }) => OrderNbr));
		const records = sandbox.records.all('SalesOrder');
		const fee = (one: (typeof records)[number]) =>
			Number(one.custom.Document?.UsrShippingFee?.value ?? Number.NaN);
		const wanted = records.filter(
			(one) => fee(one) > 0 && ['Open', 'Completed'].includes(String(one.fields.Status)),
		);
		const found = await find([
			{ field: 'Document.UsrShippingFee|custom.Decimal', operator: 'greaterThan', value: '0.0' },
			{ field: 'Status|String', operator: 'isOneOf', value: '={{ ["Open", "Completed"] }}' },
		]);
		expect(found.error).toBeUndefined();
		expect(wanted.length).toBeGreaterThan(0);
		expect(numbers(found)).toEqual(wanted.map(({ fields }) => fields.OrderNbr));
	});

	test('any of them may do', async () => {
		const [first, second] = allNumbers();
		const run = await find(
			[first, second].map((value) => ({ field: 'OrderNbr|String', operator: 'equals', value })),
			'anyFilter',
		);
		expect(numbers(run)).toEqual([first, second]);
	});

	test('without a value are refused before anything is asked', async () => {
		const run = await find([
			{ field: 'CustomerID|String', operator: 'equals', value: '={{ $json.nobody }}' },
		]);
		expect(run.error?.message).toBe(
			'"Condition 1 (CustomerID)" has no value to compare with. To look for empty fields, choose Is Empty; else check the expression',
		);
		expect(listRequests()).toEqual([]);
	});

	test('with more values than the web server takes are an error that says so', async () => {
		sandbox.script({ match: { kind: 'list' }, answer: { html: true, status: 404 } });
		const values = Array.from({ length: 200 }, (_, index) => `SO${100_000 + index}`);
		const value = values.join(',');
		const run = await find([{ field: 'OrderNbr|String', operator: 'isOneOf', value }]);
		expect(run.error?.message).toMatch(
			/^Could not read SalesOrder: the server refused the query of \d{4,} characters \(status 404\)$/,
		);
		expect(run.error?.description).toMatch(/fewer values in the filter \(Is One Of\)/);
	});

	test('with more values than any web server takes are refused before anything is asked', async () => {
		const value = Array.from({ length: 2000 }, (_, index) => `SO${100_000 + index}`);
		const run = await find([
			{ field: 'OrderNbr|String', operator: 'isOneOf', value: `={{ ${JSON.stringify(value)} }}` },
		]);
		expect(run.error?.message).toMatch(
			/^Could not read SalesOrder: its query of \d{5} characters is longer than web servers take$/,
		);
		expect(listRequests()).toEqual([]);
	});

	test('on rows of a detail are refused in plain words', async () => {
		const run = await find([{ field: 'Details/InventoryID', operator: 'equals', value: 'X' }]);
		expect(run.error?.message).toMatch(
			/looks into rows of a detail, which Acumatica cannot filter by/,
		);
		expect(listRequests()).toEqual([]);
	});
});
