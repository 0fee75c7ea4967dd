import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';
import { connectOAuth2 } from '../../support/oauthConnection.ts';
import { onTheWire, proof, signIn, signOut } from '../../support/wire.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const update = async (parameters: object, item: object) =>
	await runAcumatica({
		sandbox,
		operation: 'update',
		parameters: { entity: 'SalesOrder', ...parameters },
		items: [{ ...item }],
	});

const order = (number: string) => {
	const found = sandbox.records.find('SalesOrder', ['SO', number]);
	if (found === undefined) throw new Error(`The seed has no order ${number}`);
	return found;
};

const rows = (number: string) =>
	order(number).details.Details?.map(({ fields }) => [fields.LineNbr, fields.InventoryID]);

test('is one PUT that refuses a record that does not exist', async () => {
	const { sent } = await onTheWire({
		operation: 'update',
		parameters: {
			entity: 'SalesOrder',
			recordKey: 'SO/000001',
			options: { businessDate: '2026-01-31', branch: 'PRODWHOLE', expand: 'Details' },
		},
		items: [{ Description: null, Details: [{ id: 'row-1', delete: true }] }],
		answer: { status: 200, body: { id: 'x' } },
	});
	expect(sent).toEqual([
		signIn,
		{
			request: 'PUT /Site/entity/Default/24.200.001/SalesOrder?$expand=Details',
			headers: {
				...proof,
				'content-type': 'application/json',
				'if-match': '*',
				'px-cbapibusinessdate': '2026/01/31',
				'px-cbapibranch': 'PRODWHOLE',
			},
			body: {
				Description: { value: null },
				Details: [{ id: 'row-1', delete: true }],
				OrderType: { value: 'SO' },
				OrderNbr: { value: '000001' },
			},
		},
		signOut,
	]);
});

test('changes the fields that were sent and no others', async () => {
	const before = { ...order('000001').fields };
	const { json } = await update(
		{ recordKey: 'SO/000001' },
		{ Description: 'New', CustomerOrder: '' },
	);
	expect(json).toMatchObject([{ OrderNbr: '000001', Description: 'New' }]);
	const { fields } = order('000001');
	const changed = Object.keys(fields).filter((name) => fields[name] !== before[name]);
	expect(changed.sort()).toEqual(['CustomerOrder', 'Description', 'LastModified']);
	expect(fields).toMatchObject({ Description: 'New', CustomerOrder: '' });
});

test('clears a field with null', async () => {
	const { json } = await update({ recordKey: 'SO/000001' }, { Description: null });
	expect(json).toMatchObject([{ Description: null }]);
	expect(order('000001').fields.Description ?? null).toBeNull();
});

test('finds the record by the parameter, by key fields or by the ID in the record', async () => {
	const { id } = order('000003');
	await update({ recordKey: { __rl: true, mode: 'id', value: id } }, { Description: 'by ID' });
	expect(order('000003').fields.Description).toBe('by ID');
	await update({}, { id, Description: 'by its own ID' });
	expect(order('000003').fields.Description).toBe('by its own ID');
	await update({}, { OrderType: 'SO', OrderNbr: '000003', Description: 'by its own keys' });
	expect(order('000003').fields.Description).toBe('by its own keys');
});

test('the parameter counts where the record says something else', async () => {
	const item = { id: order('000005').id, OrderNbr: '000006', Description: 'Mine' };
	await update({ recordKey: 'SO/000004' }, item);
	expect(sandbox.ledger.writes).toMatchObject([{ kind: 'update', keys: ['SO', '000004'] }]);
});

test('finds a record by keys where nobody knows the names of the key fields', async () => {
	const run = await update(
		{
			entity: 'WebOrder',
			endpoint: { __rl: true, mode: 'name', value: 'Shop.Sync/6' },
			recordKey: 'SO/000001',
		},
		{ Comment: 'From the shop' },
	);
	expect(run.error).toBeUndefined();
	expect(order('000001').fields.Description).toBe('From the shop');
});

test('deletes, changes and adds rows of a detail', async () => {
	const run = await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity: 'SalesOrder' },
		items: [
			{
				CustomerID: 'C000001',
				Details: [{ InventoryID: 'AALEGO500' }, { InventoryID: 'CONGRILL' }],
			},
		],
	});
	const number = String(run.json[0]?.OrderNbr);
	expect(rows(number)).toEqual([
		[1, 'AALEGO500'],
		[2, 'CONGRILL'],
	]);
	await update(
		{ recordKey: `SO/${number}` },
		{
			Details: [
				{ LineNbr: 1, delete: true },
				{ LineNbr: 2, InventoryID: 'CONTABLE1' },
				{ InventoryID: 'CONAIRT1' },
			],
		},
	);
	expect(rows(number)).toEqual([
		[2, 'CONTABLE1'],
		[3, 'CONAIRT1'],
	]);
});

test('deletes a row by the ID that was read with OAuth, whose session lasts', async () => {
	const number = sandbox.records
		.all('SalesOrder')
		.find(({ fields, details }) => fields.Status === 'Open' && details.Details?.length === 2)
		?.fields.OrderNbr;
	const recordKey = `SO/${String(number)}`;
	const tokens = await connectOAuth2(sandbox);
	const run = { sandbox, authentication: 'oAuth2', tokens } as const;
	const read = await runAcumatica({
		...run,
		operation: 'get',
		parameters: { entity: 'SalesOrder', recordKey, options: { expand: 'Details' } },
	});
	const [first, second] = rows(String(number)) ?? [];
	const [{ id } = { id: '' }] = read.json[0]?.Details as { id: string }[];
	const written = await runAcumatica({
		...run,
		operation: 'update',
		parameters: { entity: 'SalesOrder', recordKey },
		items: [{ Details: [{ id, delete: true }] }],
	});
	expect(written.error).toBeUndefined();
	expect(first).not.toEqual(second);
	expect(rows(String(number))).toEqual([second]);
});

test('says that the record does not exist and creates none', async () => {
	const { error } = await update({ recordKey: 'SO/999999' }, { Description: 'x' });
	expect(error).toMatchObject({
		httpCode: '412',
		message: 'Could not update SalesOrder "SO/999999": there is no record with this key',
		description: expect.stringMatching(/^Use Create or Update to create it\./),
	});
	expect(sandbox.ledger.writes).toEqual([]);
});

test('sends nothing where no key tells which record is meant', async () => {
	const { error } = await update({}, { OrderType: 'SO', OrderNbr: '<NEW>', Description: 'x' });
	expect(error).toMatchObject({
		message: 'No key tells which SalesOrder to update',
		description:
			'Fill in the parameter Record, or put OrderType and OrderNbr (or id) into the record.',
	});
	expect(sandbox.ledger.countByKind.put).toBeUndefined();
});
