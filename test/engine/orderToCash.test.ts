import { createHash } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { authentications } from '../support/acumaticaRun.ts';
import { eventually } from '../support/eventually.ts';
import { runWorkflowFile } from './runWorkflowFile.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const webOrders: INodeExecutionData[] = [
	{
		json: {
			customer: 'WEB1',
			name: 'Web One',
			order: 'OTC-1',
			lines: [
				{ InventoryID: 'AALEGO500', OrderQty: 2 },
				{ InventoryID: 'CONGRILL', OrderQty: 1 },
			],
		},
	},
	{
		json: {
			customer: 'C000001',
			name: 'Known Customer',
			order: 'OTC-2',
			lines: [{ InventoryID: 'CONTABLE1', OrderQty: 3 }],
		},
	},
];

/** An invoice of the seed that waits for its release. */
function balancedInvoice(): string {
	const invoice = sandbox.records.all('Invoice').find(({ fields }) => fields.Status === 'Open');
	if (invoice === undefined) throw new Error('The seed has no open invoice.');
	invoice.fields.Status = 'Balanced';
	return String(invoice.fields.ReferenceNbr);
}

describe.each(authentications)('with %s', (authentication) => {
	test('orders are shipped, invoiced and paid, each step once', async () => {
		const outcome = await runWorkflowFile(sandbox, 'orderToCash', authentication, webOrders);
		expect(outcome.error).toBeUndefined();
		const json = (node: string) => outcome.nodes[node]?.json;
		expect(json('Create shipment')).toMatchObject([{ Status: 'Shipping' }, { Status: 'Shipping' }]);
		expect(json('Confirm shipment')).toMatchObject([
			{ Status: 'Confirmed', ShippedQty: 3 },
			{ Status: 'Confirmed', ShippedQty: 3 },
		]);
		expect(json('Prepare invoice')).toMatchObject([
			{ Status: 'Completed', Shipments: [{ Status: 'Invoiced' }] },
			{ Status: 'Completed', Shipments: [{ Status: 'Invoiced' }] },
		]);
		expect(json('Release invoice')).toMatchObject([
			{ Status: 'Open', CustomerOrder: 'OTC-1', Balance: 218.98 },
			{ Status: 'Open', CustomerOrder: 'OTC-2' },
		]);
		expect(json('Release payment')).toMatchObject([
			{ entity: 'Payment', action: 'ReleasePayment', status: 'completed' },
			{ status: 'completed' },
		]);
		expect(json('Invoice in the end')).toMatchObject([
			{ Status: 'Closed', Balance: 0 },
			{ Status: 'Closed', Balance: 0 },
		]);
		const actions = sandbox.ledger.actions.map(({ action, times }) => `${action} ${times}`);
		expect(actions).toEqual(
			[
				'SalesOrderCreateShipment',
				'ConfirmShipment',
				'PrepareSalesInvoice',
				'ReleaseSalesInvoice',
				'ReleasePayment',
			].flatMap((action) => [`${action} 1`, `${action} 1`]),
		);
	});

	test('the shipment gets the date that the action was given', async () => {
		await runWorkflowFile(sandbox, 'orderToCash', authentication, webOrders.slice(0, 1));
		const [shipment] = sandbox.records.all('Shipment').slice(-1);
		expect(String(shipment?.fields.ShipmentDate)).toMatch(/^2026-11-30/);
	});

	test('a file goes up, is listed, and comes down as it was', async () => {
		const content = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251));
		const invoice = balancedInvoice();
		const data = { data: content.toString('base64'), mimeType: 'application/pdf' };
		const outcome = await runWorkflowFile(sandbox, 'invoiceFile', authentication, [
			{ json: { invoice }, binary: { data: { ...data, fileName: 'Käse & #1 100%.pdf' } } },
		]);
		expect(outcome.error).toBeUndefined();
		expect(outcome.nodes.List?.json).toMatchObject([
			{ fileName: 'Käse & #1 100%.pdf', comment: 'Signed' },
		]);
		const [down] = outcome.nodes.Download?.outputs[0] ?? [];
		const received = Buffer.from(down?.binary?.data?.data ?? '', 'base64');
		expect(sha256(received)).toBe(sha256(content));
		expect(down?.binary?.data).toMatchObject({
			fileName: 'Käse & #1 100%.pdf',
			mimeType: 'application/pdf',
		});
		expect(sandbox.ledger.files).toMatchObject([
			{ name: 'Käse & #1 100%.pdf', version: 1, size: 70_000, sha256: sha256(content) },
		]);
	});
});

describe('an action that is not waited for', () => {
	test.each([
		[60_000, 'running'],
		[0, 'completed'],
	])('of %d ms is %s when asked over the same connection', async (takes, status) => {
		sandbox.setLongActions({ 'Invoice/ReleaseInvoice': { takes } });
		const invoice = balancedInvoice();
		const outcome = await runWorkflowFile(sandbox, 'releaseLater', 'oAuth2', [
			{ json: { invoice } },
		]);
		expect(outcome.error).toBeUndefined();
		const [started] = outcome.nodes.Release?.json ?? [];
		expect(started).toMatchObject({
			entity: 'Invoice',
			action: 'ReleaseInvoice',
			record: `Invoice/${invoice}`,
			status: 'running',
		});
		expect(outcome.nodes.Status?.json).toEqual([
			{ entity: 'Invoice', action: 'ReleaseInvoice', status, statusHandle: started?.statusHandle },
		]);
	});

	test.each(['session', 'passwordOAuth2'] as const)(
		'cannot be asked for after the node has signed out (%s), but has its effect',
		async (authentication) => {
			sandbox.setLongActions({ 'Invoice/ReleaseInvoice': { takes: 50 } });
			const invoice = balancedInvoice();
			const outcome = await runWorkflowFile(sandbox, 'releaseLater', authentication, [
				{ json: { invoice } },
			]);
			expect(outcome.error?.message).toBe(
				'Could not complete ReleaseInvoice on Invoice: the ERP knows no such operation in this session (404)',
			);
			await eventually(() => {
				expect(sandbox.records.find('Invoice', ['Invoice', invoice])?.fields.Status).toBe('Open');
			});
			expect(sandbox.ledger.actions).toMatchObject([{ action: 'ReleaseInvoice', times: 1 }]);
		},
	);
});

function sha256(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
