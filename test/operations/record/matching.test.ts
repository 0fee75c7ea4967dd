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
			'"OrderNbr" is a field to match on, but has no value',
		],
	])('without a value to match on is refused: %j', async (value, matchBy, message) => {
		const run = await write('update', value, matchBy);
		expect(run.error?.message).toContain(message);
		expect(sandbox.ledger.writes).toEqual([]);
	});
});

describe('what is not meant to be met', () => {
	const item = (json: Record<string, unknown>) => [json] as never;
	const automatic = async (
		operation: string,
		matchingColumns: string[],
		json: object,
		entity = 'Customer',
	) =>
		await runAcumatica({
			sandbox,
			operation,
			parameters: {
				entity,
				inputMode: 'fields',
				recordFields: { mappingMode: 'autoMapInputData', value: null, matchingColumns, schema: [] },
			},
			items: item({ ...json }),
		});
	const customer = (id: string) =>
		sandbox.records.all('Customer').find(({ fields }) => fields.CustomerID === id);

	it('is the ID of an item, where the record is found by other fields', async () => {
		const other = customer('C000001');
		const json = { id: other?.id, CustomerID: 'C000002', CustomerName: 'MOVED' };
		const run = await automatic('upsert', ['CustomerID'], json);
		expect(run.error).toBeUndefined();
		expect(customer('C000002')?.fields.CustomerName).toBe('MOVED');
		expect(customer('C000001')?.fields.CustomerName).toBe(other?.fields.CustomerName);
	});

	it('is the ID of an item beside a whole key, where nothing is chosen to match on', async () => {
		const other = customer('C000001');
		const json = { id: other?.id, CustomerID: 'C000002', CustomerName: 'BY KEY' };
		const run = await automatic('update', [], json);
		expect(run.error).toBeUndefined();
		expect(customer('C000002')?.fields.CustomerName).toBe('BY KEY');
		const byId = await automatic('update', [], { id: other?.id, CustomerName: 'BY ID' });
		expect(byId.error).toBeUndefined();
		expect(customer('C000001')?.fields.CustomerName).toBe('BY ID');
	});

	it.each([null, '<NEW>', ' ', '', { value: null }])(
		'is a new record where the ID tells which is meant, and a key field is %j',
		async (OrderNbr) => {
			const [order] = sandbox.records.all('SalesOrder');
			const before = sandbox.records.all('SalesOrder').length;
			const json = { id: order?.id, OrderType: 'SO', OrderNbr, Description: 'BY ID' };
			const run = await automatic('upsert', [], json, 'SalesOrder');
			expect(run.error).toBeUndefined();
			expect(sandbox.records.all('SalesOrder')).toHaveLength(before);
			expect(orders('BY ID').map(({ id }) => id)).toEqual([order?.id]);
		},
	);

	it('is an ID of another system', async () => {
		const run = await automatic('update', ['id'], { id: 17, CustomerName: 'X' });
		expect(run.error?.message).toMatch(/^"id" holds the number 17, but takes an ID/);
		const found = await automatic('update', ['CustomerID'], { id: 17, CustomerID: 'C000001' });
		expect(found.error).toBeUndefined();
	});

	it.each([
		[{ OrderType: 'SO', OrderNbr: '', Description: 'x' }, ['OrderType', 'OrderNbr']],
		[{ OrderNbr: '', Description: 'x' }, ['OrderNbr']],
	])('is a new record for want of a key: %j', async (value, matchBy) => {
		const run = await write('upsert', value, matchBy);
		expect(run.error?.message).toBe('"OrderNbr" is a field to match on, but has no value');
		expect(sandbox.ledger.writes).toEqual([]);
	});

	it('is one of several records that share a part of their key', async () => {
		const run = await write('upsert', { OrderType: 'SO', Description: 'x' }, ['OrderType']);
		expect(run.error?.message).toMatch(/^Several records of SalesOrder have OrderType "SO"/);
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

	it('by a custom field, a date or a number creates as well', async () => {
		const value = {
			CustomerID: 'C000001',
			'Document.UsrShippingFee': 77.5,
			RequestedOn: '2031-01-31',
			Description: 'by others',
		};
		for (const matchBy of [['Document.UsrShippingFee'], ['RequestedOn']]) {
			const run = await write('upsert', value, matchBy);
			expect(run.error).toBeUndefined();
		}
		expect(orders('by others')).toHaveLength(1);
	});

	it.each([
		['the same text', 'CustomerOrder', ['W-77', 'W-77', 'W-77']],
		['texts that differ in capitals', 'CustomerOrder', ['W-77', 'w-77', 'W-77 ']],
		['a field of a linked entity', 'ShipToContact.Email', ['a@b.example', 'A@b.example']],
	])('at once by several items with %s creates one record', async (_case, field, texts) => {
		const before = sandbox.records.all('SalesOrder').length;
		const run = await runAcumatica({
			sandbox,
			operation: 'upsert',
			parameters: {
				entity: 'SalesOrder',
				inputMode: 'fields',
				recordFields: {
					mappingMode: 'defineBelow',
					value: {
						CustomerID: 'C000001',
						ShipToContactOverride: true,
						[field]: '={{ $json.text }}',
						'ShipToContact.Phone1': '={{ $json.phone }}',
					},
					matchingColumns: [field],
					schema: [],
				},
				options: { parallelRequests: 3 },
			},
			items: texts.map((text, index) => ({ text, phone: `+43 ${index}` })),
		});
		expect(run.error).toBeUndefined();
		expect(sandbox.records.all('SalesOrder')).toHaveLength(before + 1);
	});
});

describe('a record that was read elsewhere', () => {
	const automatic = { mappingMode: 'autoMapInputData', value: null, schema: [] };
	const copied = async (operation: 'create' | 'upsert', matchingColumns: readonly string[]) => {
		const read = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: {
				entity: 'SalesOrder',
				recordKey: { __rl: true, mode: 'keys', value: `SO/${first}` },
				options: { select: 'CustomerID,Description,Details/InventoryID,Details/OrderQty' },
			},
		});
		const [item] = read.json;
		const before = sandbox.records.all('SalesOrder').length;
		const run = await runAcumatica({
			sandbox,
			operation,
			parameters: {
				entity: 'SalesOrder',
				inputMode: 'fields',
				recordFields: { ...automatic, matchingColumns },
			},
			items: [{ ...item, CustomerOrder: 'COPY' }] as never,
		});
		expect(run.error).toBeUndefined();
		const all = sandbox.records.all('SalesOrder');
		expect(all).toHaveLength(before + 1);
		expect(all.at(-1)?.details.Details).toHaveLength((item?.Details as object[]).length);
	};

	it('is created with rows of its own', async () => await copied('create', []));
	it('is created by Create or Update as well', async () =>
		await copied('upsert', ['CustomerOrder']));
});

describe('without a description of the endpoint', () => {
	const undescribed = async (
		operation: 'update' | 'upsert',
		item: object,
		matchingColumns: readonly string[],
	) => {
		const silent = await startSandbox({ salesOrders: 5 });
		try {
			silent.script({ match: { path: 'swagger.json' }, answer: { status: 403 }, times: 9 });
			const run = await runAcumatica({
				sandbox: silent,
				operation,
				parameters: {
					entity: 'SalesOrder',
					inputMode: 'fields',
					recordFields: {
						mappingMode: 'autoMapInputData',
						value: null,
						matchingColumns,
						schema: [],
					},
				},
				items: [{ ...item, id: silent.records.all('SalesOrder')[3]?.id }] as never,
			});
			const found = silent.records
				.all('SalesOrder')
				.filter(({ fields }) => fields.Description === 'MINE');
			return { error: run.error, found: found.map(({ fields }) => fields.OrderNbr) };
		} finally {
			await silent.close();
		}
	};

	it('the ID of an item does not beat the fields to match on either', async () => {
		const item = { OrderType: 'SO', OrderNbr: first, Description: 'MINE' };
		const { error, found } = await undescribed('update', item, ['OrderType', 'OrderNbr']);
		expect(error).toBeUndefined();
		expect(found).toEqual([first]);
	});

	it('a custom field can be matched on', async () => {
		const item = { 'Document.UsrShippingFee': 123.5, CustomerID: 'C000001', Description: 'MINE' };
		const { error, found } = await undescribed('upsert', item, ['Document.UsrShippingFee']);
		expect(error).toBeUndefined();
		expect(found).toEqual(['000006']);
	});
});
