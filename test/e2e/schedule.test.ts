import {
	exampleNodes,
	exampleWorkflow,
	provideExport,
	scheduled,
} from '../demo/exampleWorkflow.ts';
import { goodOrders, webShop } from '../demo/webShop.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { setUpOwner } from './restClient.ts';
import { storeCredential } from './sandboxCredentials.ts';
import { startServer, type N8nServer } from './server.ts';
import { witnessShopOrders } from './witness.ts';

let sandbox: Sandbox;
let server: N8nServer;

beforeAll(async () => {
	sandbox = await startSandbox();
	server = await startServer();
	provideExport(server.filesFolder);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.close();
});

test('an active workflow runs by its Schedule Trigger and leaves no session open', async () => {
	const client = await setUpOwner(server.url);
	const { url, account } = sandbox;
	const credential = await storeCredential(client, server.url, 'passwordOAuth2', url, account);
	const workflow = scheduled(exampleWorkflow(credential));
	const { id, versionId } = await client.createWorkflow(workflow);
	await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	const executionId = await client.firstTriggered(id);
	await client.call('POST', `/rest/workflows/${id}/deactivate`, {});
	const execution = await client.finished(executionId);
	expect(execution).toMatchObject({ status: 'success' });
	expect(execution.outputs[exampleNodes.created]?.[0]).toHaveLength(webShop.created);
	expect(await witnessShopOrders(url, account)).toHaveLength(goodOrders().length);
	expect(sandbox.ledger.sessions).toMatchObject({ open: 0, expired: 0 });
});
