import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';

let sandbox: Sandbox;
const others: Sandbox[] = [];
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
});
afterAll(async () => {
	await Promise.all([sandbox, ...others].map(async (one) => await one.close()));
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const customerNamed = ({ records }: Sandbox, name: string, field = 'CustomerName') =>
	records.all('Customer').find(({ fields }) => fields[field] === name);
/** One that nobody has asked for its description yet. */
async function freshSandbox(): Promise<Sandbox> {
	const fresh = await startSandbox({ salesOrders: 5 });
	others.push(fresh);
	return fresh;
}
const mapper = (value: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
	...more,
});
const create = async (
	entity: string,
	recordFields: Record<string, unknown>,
	items: ReadonlyArray<Record<string, unknown>> = [{}],
) =>
	await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity, inputMode: 'fields', recordFields },
		items: items as never,
	});
const automatic = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };

describe('a record that is mapped field by field', () => {
	it('is written with values of the right types, nested and with its rows', async () => {
		const run = await create(
			'SalesOrder',
			mapper({
				OrderType: 'SO',
				CustomerID: '={{ $json.customer }}',
				Date: '2026-01-31T00:00:00',
				'ShipToAddress.City': 'Graz',
				ShipToAddressOverride: true,
				'Document.UsrShippingFee': '={{ "7.50" }}',
				Details: '={{ $json.lines }}',
				note: 'by the mapper',
			}),
			[
				{
					customer: 'C000001',
					lines: [{ InventoryID: 'AACOMPUT01', OrderQty: '2', UsrEngraving: 'For Ann' }],
				},
			],
		);
		expect(run.error).toBeUndefined();
		const order = sandbox.records.all('SalesOrder').find(({ note }) => note === 'by the mapper');
		expect(order?.fields).toMatchObject({ CustomerID: 'C000001' });
		expect(String(order?.fields.Date)).toMatch(/^2026-01-31/);
		expect(order?.linked.ShipToAddress?.fields.City).toBe('Graz');
		expect(order?.custom.Document?.UsrShippingFee).toMatchObject({ value: 7.5 });
		expect(order?.details.Details?.[0]?.fields).toMatchObject({ OrderQty: 2 });
		expect(order?.details.Details?.[0]?.custom.Transactions?.UsrEngraving?.value).toBe('For Ann');
	});

	it('leaves out what is empty, and clears what is null', async () => {
		const before = { CustomerID: 'C000001', AccountRef: 'A-1', Terms: '30D', TaxZone: 'Z1' };
		await runAcumatica({
			sandbox,
			operation: 'upsert',
			parameters: { entity: 'Customer', recordJson: JSON.stringify(before) },
		});
		const run = await runAcumatica({
			sandbox,
			operation: 'update',
			parameters: {
				entity: 'Customer',
				inputMode: 'fields',
				recordFields: mapper(
					{
						CustomerID: 'C000001',
						AccountRef: '={{ null }}',
						Terms: '={{ "" }}',
						TaxZone: '={{ $json.missing }}',
					},
					{ matchingColumns: ['CustomerID'] },
				),
			},
		});
		expect(run.error).toBeUndefined();
		const fields = customerNamed(sandbox, 'C000001', 'CustomerID')?.fields;
		expect(fields?.AccountRef ?? null).toBeNull();
		expect(fields).toMatchObject({ Terms: '30D', TaxZone: 'Z1' });
	});

	it('asks for the description once a day, and for custom fields only where a name needs them', async () => {
		const other = await freshSandbox();
		const write = async (...items: ReadonlyArray<Record<string, string>>) =>
			await runAcumatica({
				sandbox: other,
				operation: 'create',
				parameters: {
					entity: 'Customer',
					inputMode: 'fields',
					recordFields: mapper({ CustomerName: '={{ $json.name }}' }),
				},
				items,
			});
		await write({ name: 'One' }, { name: 'Two' });
		await write({ name: 'Three' });
		const asked = other.ledger.requests.filter(({ kind }) => kind === 'schema');
		expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['swagger.json']);
	});
});

describe('the incoming item, mapped automatically', () => {
	it('is taken by exact names, as a record that was read elsewhere has them', async () => {
		const read = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: {
				entity: 'Customer',
				recordKey: 'C000001',
				options: { expand: ['MainContact'] },
			},
		});
		const item = { ...read.json[0], CustomerID: 'NEW1' };
		const run = await create('Customer', automatic, [item]);
		expect(run.error).toBeUndefined();
		const customer = customerNamed(sandbox, 'NEW1', 'CustomerID');
		expect(customer?.fields.CustomerName).toBe(read.json[0]?.CustomerName);
		expect(customer?.id).not.toBe(read.json[0]?.id);
	});

	it('names all that did not match, and what may have been meant, and sends nothing', async () => {
		const item = {
			CustomerName: 'A',
			Custmerclass: 'X',
			MainContact: { eMail: 'a' },
			'web shop': 1,
		};
		const run = await create('Customer', automatic, [item]);
		expect(run.error).toMatchObject({
			message: 'Customer has no "Custmerclass", "MainContact.eMail", "web shop"',
			description: expect.stringMatching(
				/^"Custmerclass": did you mean CustomerClass\? "MainContact.eMail": did you mean Email\?.*Rename the fields of the incoming item.*Nothing was sent/,
			),
		});
		expect(sandbox.ledger.writes).toEqual([]);
	});
});

describe('an endpoint whose description cannot be read', () => {
	it.each([
		['is forbidden', { status: 403, body: { message: 'No rights' } }],
		['is missing', { status: 404, body: { message: 'Not found' } }],
		['is no description', { status: 200, body: { hello: 1 } }],
	])('%s: values are sent as they are', async (_, { status, body }) => {
		const other = await freshSandbox();
		other.script({ match: { path: 'swagger.json' }, answer: { status, body }, times: 5 });
		const run = await runAcumatica({
			sandbox: other,
			operation: 'create',
			parameters: {
				entity: 'Customer',
				inputMode: 'fields',
				recordFields: mapper({ CustomerName: 'Untyped', 'MainContact.Email': 'a@b.example' }),
			},
			items: [{}, {}],
		});
		expect(run.error).toBeUndefined();
		const customer = customerNamed(other, 'Untyped');
		expect(customer?.linked.MainContact?.fields.Email).toBe('a@b.example');
		expect(other.ledger.requests.filter(({ kind }) => kind === 'schema').length).toBeLessThan(3);
	});
});

test('custom fields that nobody may list are sent all the same, and asked for once', async () => {
	const other = await freshSandbox();
	other.script({
		match: { path: 'adHocSchema' },
		answer: { status: 403, body: { message: 'No rights' } },
		times: 50,
	});
	const run = await runAcumatica({
		sandbox: other,
		operation: 'update',
		parameters: {
			entity: 'SalesOrder',
			inputMode: 'fields',
			recordFields: mapper(
				{ OrderType: 'SO', OrderNbr: '000001', 'Document.UsrShippingFee': 6.5 },
				{ matchingColumns: ['OrderType', 'OrderNbr'] },
			),
		},
		items: [{}, {}],
	});
	expect(run.error).toBeUndefined();
	const order = other.records.all('SalesOrder').find(({ fields }) => fields.OrderNbr === '000001');
	expect(order?.custom.Document?.UsrShippingFee?.value).toBe(6.5);
	expect(other.ledger.requests.filter(({ path }) => path.includes('adHocSchema'))).toHaveLength(1);
});

test('nothing mapped is nothing to write', async () => {
	const run = await create('Customer', mapper({ CustomerName: '' }));
	expect(run.error?.message).toBe('No field has a value: there is nothing to write');
	expect(sandbox.ledger.writes).toEqual([]);
});

test('a value that does not fit names its field, and sends nothing', async () => {
	const run = await create('SalesOrder', mapper({ Details: [{ OrderQty: 'two' }] }));
	expect(run.error?.message).toBe(
		'"Details[0].OrderQty" holds the text "two", but takes a number with a point, without separators, for example 1234.5',
	);
	expect(sandbox.ledger.writes).toEqual([]);
});
