import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exampleWorkflow } from '../demo/exampleWorkflow.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { FinishedExecution, OutputItem } from './execution.ts';
import { setUpOwner, type RestClient } from './restClient.ts';
import { storeCredential, type Authentication } from './sandboxCredentials.ts';
import { startServer, type N8nServer } from './server.ts';
import { asWitness } from './witnessSession.ts';

/** In the order of the workflow. */
const actions = [
	'SalesOrderCreateShipment',
	'ConfirmShipment',
	'PrepareInvoice',
	'ReleaseInvoice',
	'ReleasePayment',
];

let sandbox: Sandbox;
let server: N8nServer;
let client: RestClient;
let workflowId: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	server = await startServer();
	client = await setUpOwner(server.url);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.close();
});

/** A fresh sandbox, so that all runs start from the same records. */
async function runOn(authentication: Authentication): Promise<FinishedExecution> {
	sandbox.reset();
	const { url, account } = sandbox;
	const credential = await storeCredential(client, server.url, authentication, url, account);
	const workflow = exampleWorkflow(credential, 'order-to-cash');
	({ id: workflowId } = await client.createWorkflow(workflow));
	return await client.runWorkflow(workflowId, 'Start');
}

function item(execution: FinishedExecution, node: string): OutputItem {
	return execution.outputs[node]?.[0]?.[0] ?? {};
}

/** What another client of the ERP finds under the numbers that the workflow names. */
async function witnessed(outcome: OutputItem) {
	return await asWitness(sandbox.url, sandbox.account, async ({ read, download }) => {
		const order = record.parse(await read(`SalesOrder/SO/${String(outcome.orderNbr)}`));
		const shipment = record.parse(await read(`Shipment/${String(outcome.shipmentNbr)}`));
		const invoice = record.parse(
			await read(`Invoice/Invoice/${String(outcome.invoiceNbr)}?$expand=files`),
		);
		const payment = record.parse(
			await read(`Payment/Payment/${String(outcome.paymentNbr)}?$expand=DocumentsToApply`),
		);
		const files = await Promise.all(
			(invoice.files ?? []).map(async ({ filename, href, comment }) => ({
				name: filename.split('\\').at(-1),
				comment,
				content: await download(href),
			})),
		);
		return { order, shipment, invoice, payment, files };
	});
}

const value = z.object({ value: z.unknown() }).partial();
const record = z.object({
	CustomerOrder: value.optional(),
	Status: value,
	Balance: value.optional(),
	Amount: value.optional(),
	PaymentAmount: value.optional(),
	DocumentsToApply: z.array(z.object({ ReferenceNbr: value, AmountPaid: value })).optional(),
	files: z
		.array(z.object({ filename: z.string(), href: z.string(), comment: z.string().nullable() }))
		.optional(),
});

describe.each<Authentication>(['session', 'passwordOAuth2', 'oAuth2'])(
	'order to cash in n8n, signed in by %s',
	(authentication) => {
		let execution: FinishedExecution;
		let outcome: OutputItem;

		beforeAll(async () => {
			execution = await runOn(authentication);
			outcome = item(execution, 'Outcome');
		});

		test('runs to its end, and tells numbers and statuses', () => {
			expect(execution).toMatchObject({ status: 'success' });
			expect(outcome).toMatchObject({
				order: 'WEB-2001',
				orderStatus: 'Completed',
				shipmentStatus: 'Invoiced',
				invoiceStatus: 'Closed',
				invoiceBalance: 0,
				file: `Invoice ${String(outcome.invoiceNbr)}.pdf`,
				paymentStatus: 'Closed',
			});
		});

		test('each step had its effect before the next one began', () => {
			const status = (node: string) => item(execution, node).Status;
			expect(status('Create shipment')).toBe('Shipping');
			expect(status('Confirm shipment')).toBe('Confirmed');
			expect(status('Find the invoice')).toBe('Balanced');
			expect(item(execution, 'Release invoice')).toMatchObject({
				Status: 'Open',
				Balance: outcome.invoiceAmount,
			});
		});

		test('another client finds the order shipped, and the invoice released and paid', async () => {
			const { order, shipment, invoice, payment } = await witnessed(outcome);
			expect(order).toMatchObject({
				CustomerOrder: { value: 'WEB-2001' },
				Status: { value: 'Completed' },
			});
			expect(shipment).toMatchObject({ Status: { value: 'Invoiced' } });
			expect(invoice).toMatchObject({ Status: { value: 'Closed' }, Balance: { value: 0 } });
			expect(invoice.Amount?.value).toBe(outcome.invoiceAmount);
			expect(payment).toMatchObject({
				Status: { value: 'Closed' },
				PaymentAmount: invoice.Amount,
				DocumentsToApply: [
					{ ReferenceNbr: { value: outcome.invoiceNbr }, AmountPaid: invoice.Amount },
				],
			});
		});

		test('the PDF on the invoice is the one that n8n made, byte for byte', async () => {
			const { files } = await witnessed(outcome);
			const [file] = files;
			const made = Buffer.from(String(item(execution, 'Invoice on paper').pdf), 'base64');
			expect(files).toHaveLength(1);
			expect(file).toMatchObject({ name: outcome.file, comment: 'Sent to orders@oneill.example' });
			expect(sha256(file?.content ?? Buffer.of())).toBe(sha256(made));
			expect(crossReference(made)).toMatch(/^xref\n0 6\n/);
		});

		test('every action ran once, and no session is left open', () => {
			expect(sandbox.ledger.actions.map(({ action, times }) => [action, times])).toEqual(
				actions.map((action) => [action, 1]),
			);
			expect(sandbox.ledger.sessions).toMatchObject({ open: 0, expired: 0 });
			expect(sandbox.ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
		});

		test('a second run finds the order on its way, and does nothing more', async () => {
			const writes = sandbox.ledger.writes.filter(({ kind }) => kind === 'insert');
			const again = await client.runWorkflow(workflowId, 'Start');
			expect(again).toMatchObject({ status: 'success' });
			expect(item(again, 'On its way already')).toEqual({
				order: 'WEB-2001',
				orderNbr: outcome.orderNbr,
				orderStatus: 'Completed',
			});
			expect(sandbox.ledger.actions.map(({ times }) => times)).toEqual(actions.map(() => 1));
			expect(sandbox.ledger.writes.filter(({ kind }) => kind === 'insert')).toEqual(writes);
			expect(sandbox.ledger.sessions).toMatchObject({ open: 0, expired: 0 });
		});
	},
);

/** What stands where the end of a PDF says that its table of objects is. */
function crossReference(pdf: Buffer): string {
	const text = pdf.toString('latin1');
	return text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]));
}

function sha256(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
