import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { projectFile } from '../support/projectFiles.ts';
import { setUpOwner, type RestClient } from './restClient.ts';
import { storeCredential, type StoredCredential } from './sandboxCredentials.ts';
import { startServer, type N8nServer } from './server.ts';

jest.setTimeout(300_000);

/** A message that the shop, or the chat of sales, has got from n8n. */
interface Message {
	readonly path: string;
	readonly body: Readonly<Record<string, unknown>>;
}

const messages: Message[] = [];
let others: Server;
let sandbox: Sandbox;
let server: N8nServer;

beforeAll(async () => {
	others = createServer((request, response) => {
		let text = '';
		request.on('data', (part) => (text += String(part)));
		request.on('end', () => {
			messages.push({ path: request.url ?? '', body: JSON.parse(text) });
			response.setHeader('content-type', 'application/json').end('{}');
		});
	}).listen(0, '127.0.0.1');
	await once(others, 'listening');
	sandbox = await startSandbox({ salesOrders: 10 });
	server = await startServer();
	const client = await setUpOwner(server.url);
	const { url, account } = sandbox;
	const credential = await storeCredential(client, server.url, 'oAuth2', url, account);
	for (const name of ['order-on-hold', 'customer-sync']) await activate(client, name, credential);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.close();
	others?.close();
});

const workflow = z
	.object({ nodes: z.array(z.object({ type: z.string() }).passthrough()) })
	.passthrough();

/** As a person does: imports the example, chooses the credential, enters the addresses, activates it. */
async function activate(
	client: RestClient,
	name: string,
	{ id, type, name: label }: StoredCredential,
) {
	const { port } = others.address() as AddressInfo;
	const text = projectFile(`examples/${name}.workflow.json`).replace(
		/https:\/\/(?:shop|chat)\.example/g,
		`http://127.0.0.1:${port}`,
	);
	const example = workflow.parse(JSON.parse(text));
	const nodes = example.nodes.map((node) =>
		node.type.includes('acumatica')
			? { ...node, credentials: { [type]: { id, name: label } } }
			: node,
	);
	const saved = await client.createWorkflow({ ...example, nodes });
	await client.call('POST', `/rest/workflows/${saved.id}/activate`, { versionId: saved.versionId });
	const filter = encodeURIComponent(JSON.stringify({ workflowId: saved.id }));
	await until('the activation', async () =>
		JSON.stringify(await client.call('GET', `/rest/executions?filter=${filter}`)).includes('"id"'),
	);
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
	for (const end = Date.now() + 150_000; !(await isSo()); await sleep(200)) {
		if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
	}
}

function save(entity: string, place: number, fields: Record<string, string | boolean>) {
	const record = sandbox.records.all(entity)[place];
	if (record === undefined) throw new Error('No such record');
	sandbox.records.set(entity).put({ ...record, fields: { ...record.fields, ...fields } });
	return record.fields;
}

const now = () => new Date().toISOString();
const fromShop = async (body: object) => {
	const answer = await fetch(`${server.url}/webhook/shop-customer`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: answer.status, body: z.record(z.unknown()).parse(await answer.json()) };
};

let seen: unknown;

test('an order that is put on hold is told to sales, and a changed customer to the shop', async () => {
	const { OrderNbr } = save('SalesOrder', 3, {
		Status: 'On Hold',
		Hold: true,
		LastModified: now(),
	});
	save('SalesOrder', 4, { Status: 'Open', LastModified: now() });
	const { CustomerID } = save('Customer', 2, {
		CustomerName: 'Renamed in ERP',
		LastModifiedDateTime: now(),
	});
	await until('both messages', () => messages.length >= 2);
	const told = messages.filter(({ path }) => path === '/hooks/sales');
	expect(told.map(({ body }) => body.text)).toEqual([
		expect.stringMatching(new RegExp(`^Order ${String(OrderNbr)} of .* is on hold since 20`)),
	]);
	const [sent, ...more] = messages.filter(({ path }) => path.startsWith('/customers/'));
	expect(more).toEqual([]);
	expect(sent).toMatchObject({
		path: `/customers/${String(CustomerID)}`,
		body: { name: 'Renamed in ERP' },
	});
	seen = sent?.body.seen;
});

test('a change in the shop goes to the ERP', async () => {
	const [, , customer] = sandbox.records.all('Customer');
	const id = customer?.fields.CustomerID;
	const email = 'new@shop.example';
	const answer = await fromShop({ id, name: 'Renamed in shop', email, seen });
	expect(answer).toEqual({ status: 200, body: { seen: expect.any(String) } });
	expect(sandbox.records.all('Customer')[2]?.fields.CustomerName).toBe('Renamed in shop');
});

test('a change in the shop of what was changed in the ERP meanwhile is a conflict, and overwrites nothing', async () => {
	save('Customer', 2, { CustomerName: 'Renamed again', LastModifiedDateTime: now() });
	const id = sandbox.records.all('Customer')[2]?.fields.CustomerID;
	const answer = await fromShop({ id, name: 'Too late', email: 'x@shop.example', seen });
	expect(answer).toEqual({
		status: 409,
		body: { conflict: true, reason: expect.stringContaining('it was left as it is') },
	});
	expect(sandbox.records.all('Customer')[2]?.fields.CustomerName).toBe('Renamed again');
});
