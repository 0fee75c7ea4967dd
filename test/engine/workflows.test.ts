import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { authentications, type Authentication } from '../support/acumaticaRun.ts';
import { runWorkflowFile } from './runWorkflowFile.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const run = async (name: string, authentication: Authentication, items: readonly IDataObject[]) =>
	await runWorkflowFile(
		sandbox,
		name,
		authentication,
		items.map((json) => ({ json })),
	);

const shopOrders = [
	{
		customer: 'WEB1',
		name: "O'Neill & Söhne",
		email: 'shop@oneill.example',
		order: 'WEB-1',
		lines: [
			{ item: 'AALEGO500', quantity: 2 },
			{ item: 'CONGRILL', quantity: '1' },
		],
	},
	{
		customer: 'C000001',
		name: 'Known Customer',
		email: 'known@customer.example',
		order: 'WEB-2',
		lines: [{ item: 'CONTABLE1', quantity: 3 }],
	},
];

describe.each(authentications)('with %s', (authentication) => {
	test('a customer is made or changed, an order created and read back', async () => {
		const outcome = await run('shopOrder', authentication, shopOrders);
		expect(outcome.error).toBeUndefined();
		expect(outcome.nodes['Order as stored']?.json).toMatchObject([
			{
				OrderNbr: '000201',
				CustomerID: 'WEB1',
				OrderTotal: 218.98,
				Details: [
					{ InventoryID: 'AALEGO500', OrderQty: 2 },
					{ InventoryID: 'CONGRILL', OrderQty: 1 },
				],
			},
			{ OrderNbr: '000202', CustomerID: 'C000001', Details: [{ InventoryID: 'CONTABLE1' }] },
		]);
		expect(sandbox.ledger.writes.map(({ entity, kind }) => `${kind} ${entity}`)).toEqual([
			'insert Customer',
			'update Customer',
			'insert SalesOrder',
			'insert SalesOrder',
		]);
		const known = sandbox.records.find('Customer', ['C000001']);
		expect(known?.linked.MainContact?.fields.Email).toBe('known@customer.example');
	});

	test('a second run creates nothing twice', async () => {
		await run('shopOrder', authentication, shopOrders);
		const outcome = await run('shopOrder', authentication, shopOrders);
		expect(outcome.nodes.Order?.json).toMatchObject([
			{ OrderNbr: '000201' },
			{ OrderNbr: '000202' },
		]);
		expect(sandbox.ledger.writes.filter(({ kind }) => kind === 'insert')).toHaveLength(3);
		expect(sandbox.ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
	});

	test('open orders of a customer are put on hold, then deleted', async () => {
		const open = sandbox.records.all('SalesOrder').filter(({ fields }) => fields.Status === 'Open');
		const customer = open[0]?.fields.CustomerID ?? '';
		const ids = open.filter(({ fields }) => fields.CustomerID === customer).map(({ id }) => id);
		const outcome = await run('holdAndDelete', authentication, [{ customer }]);
		expect(outcome.error).toBeUndefined();
		expect(
			outcome.nodes.Hold?.json.map(({ Status, Description }) => [Status, Description]),
		).toEqual(ids.map(() => ['On Hold', null]));
		expect(outcome.nodes.Delete?.json.map(({ deleted, record }) => [deleted, record])).toEqual(
			ids.map((id) => [true, id]),
		);
		expect(ids.map((id) => sandbox.records.findById('SalesOrder', id))).toEqual(
			ids.map(() => undefined),
		);
	});

	test('rows that the ERP refuses go their own way, with the reason', async () => {
		const outcome = await run('rejectedRows', authentication, [
			{ order: 'A', customer: 'C000001', lines: [{ InventoryID: 'AALEGO500', OrderQty: 1 }] },
			{ order: 'B', customer: 'NOBODY', lines: [] },
			{ order: 'C', customer: 'C000002', lines: [{ InventoryID: 'AALEGO500', OrderQty: 'two' }] },
		]);
		expect(outcome.status).toBe('success');
		expect(outcome.nodes.Created?.json).toMatchObject([{ CustomerOrder: 'A' }]);
		expect(outcome.nodes.Reasons?.json).toEqual([
			{
				order: 'B',
				reason:
					"Could not create SalesOrder: CustomerID: Customer 'NOBODY' cannot be found in the system.",
			},
			{
				order: 'C',
				reason: `Could not create SalesOrder: Details[0].OrderQty: Error converting value "two" to type 'Decimal'.`,
			},
		]);
	});
});

test('all three credentials bring the same', async () => {
	const outcomes = [];
	for (const authentication of authentications) {
		sandbox.reset();
		const outcome = await run('shopOrder', authentication, shopOrders);
		outcomes.push(withoutTimesAndIds(outcome.nodes['Order as stored']?.json));
	}
	expect(outcomes[0]).toHaveLength(2);
	expect(outcomes[1]).toEqual(outcomes[0]);
	expect(outcomes[2]).toEqual(outcomes[0]);
});

function withoutTimesAndIds(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutTimesAndIds);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([field]) => !/^id$|NoteID|Date|LastModified/.test(field))
			.map(([field, inner]) => [field, withoutTimesAndIds(inner)]),
	);
}
