import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNodes, exampleWorkflow, provideExport } from '../demo/exampleWorkflow.ts';
import { goodOrders, webShop } from '../demo/webShop.ts';
import { startSandbox, type LedgerWrite, type Sandbox } from '../sandbox/sandbox.ts';
import type { FinishedExecution, OutputItem } from './execution.ts';
import { setUpOwner, type RestClient } from './restClient.ts';
import { storeCredential, type Authentication } from './sandboxCredentials.ts';
import { startServer, type N8nServer } from './server.ts';
import { witnessShopOrders } from './witness.ts';

let sandbox: Sandbox;
let server: N8nServer;
let client: RestClient;
let workflowId: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	server = await startServer();
	client = await setUpOwner(server.url);
	provideExport(server.filesFolder);
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
	({ id: workflowId } = await client.createWorkflow(exampleWorkflow(credential)));
	return await client.runWorkflow(workflowId, exampleNodes.start);
}

/** IDs are new in every run, and times are later. */
function withoutIdsAndTimes(execution: FinishedExecution): unknown {
	return JSON.parse(
		JSON.stringify(execution.outputs)
			.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<id>')
			.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<time>'),
	);
}

function output(execution: FinishedExecution, node: string): readonly OutputItem[] {
	return execution.outputs[node]?.[0] ?? [];
}

function insertedOrders(): readonly LedgerWrite[] {
	return sandbox.ledger.writes.filter(
		({ entity, kind }) => entity === 'SalesOrder' && kind === 'insert',
	);
}

let bySession: FinishedExecution;

test('the workflow does what the export of the shop says, signed in with a cookie', async () => {
	bySession = await runOn('session');
	expect(bySession).toMatchObject({ status: 'success' });
	const outcomes = output(bySession, exampleNodes.outcomes);
	const numbers = (wanted: string): unknown[] =>
		outcomes.filter(({ outcome }) => outcome === wanted).map(({ order }) => order);
	expect(numbers('created')).toHaveLength(webShop.created);
	expect(numbers('rejected')).toEqual(Object.keys(webShop.mistakes));
	expect(numbers('already there')).toEqual([...webShop.known, ...webShop.repeated]);
});

test('the rows of the shop that cannot be orders come out with the reason', () => {
	for (const [order, words] of Object.entries(webShop.mistakes)) {
		const row = output(bySession, exampleNodes.outcomes).find((item) => item.order === order);
		expect(String(row?.reason)).toMatch(words);
	}
});

test('an independent client finds every order open, with the lines and the total of the export', async () => {
	const witnessed = await witnessShopOrders(sandbox.url, sandbox.account);
	expect(witnessed.map(({ number }) => number).sort()).toEqual(goodOrders().sort());
	expect(new Set(witnessed.map(({ status }) => status))).toEqual(new Set(['Open']));
	expect(witnessed.find(({ number }) => number === 'SHOP-100448')).toEqual({
		number: 'SHOP-100448',
		customer: 'WEB1005',
		status: 'Open',
		total: 6 * 49.9 + 89 + 2 * 549,
		lines: [
			{ item: 'AALEGO500', quantity: 6 },
			{ item: 'CONAIRT1', quantity: 1 },
			{ item: 'AACOMPUT01', quantity: 2 },
		],
	});
});

test('the summary file says the same', () => {
	const file = join(server.filesFolder, 'web-shop-summary.json');
	const summary: unknown = JSON.parse(readFileSync(file, 'utf8'));
	expect(summary).toMatchObject({
		created: webShop.created,
		openOrders: output(bySession, exampleNodes.openOrders).length,
		rejected: Object.keys(webShop.mistakes).map((order) => ({ order })),
	});
});

test('no session is left open, and no order was written twice', () => {
	const { sessions } = sandbox.ledger;
	expect(sessions).toMatchObject({ open: 0, expired: 0 });
	expect(sessions.closed).toBe(sessions.opened);
	expect(sandbox.ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
	expect(insertedOrders()).toHaveLength(webShop.created);
});

test('a second run creates nothing', async () => {
	const again = await client.runWorkflow(workflowId, exampleNodes.start);
	const outcomes = output(again, exampleNodes.outcomes).map(({ outcome }) => outcome);
	expect(new Set(outcomes)).toEqual(new Set(['already there', 'rejected']));
	expect(insertedOrders()).toHaveLength(webShop.created);
	expect(sandbox.ledger.sessions).toMatchObject({ open: 0, expired: 0 });
});

test.each<Authentication>(['passwordOAuth2', 'oAuth2'])(
	'gives the same output with the credential for %s, and leaves no session open',
	async (authentication) => {
		const execution = await runOn(authentication);
		expect(execution).toMatchObject({ status: 'success' });
		expect(withoutIdsAndTimes(execution)).toEqual(withoutIdsAndTimes(bySession));
		expect(sandbox.ledger.sessions).toMatchObject({ open: 0, expired: 0 });
	},
);
