import type { Browser, Page } from 'playwright-core';
import { exampleNodes, exampleWorkflow, provideExport } from '../demo/exampleWorkflow.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { openBrowser } from './browser.ts';
import { signIn, takePicture } from './panel.ts';
import { setUpOwner } from './restClient.ts';
import { storeCredential, type StoredCredential } from './sandboxCredentials.ts';
import { startServer, type N8nServer } from './server.ts';

let sandbox: Sandbox;
let server: N8nServer;
let browser: Browser;
let page: Page;
let triggerWorkflow: string;
const pageErrors: string[] = [];

beforeAll(async () => {
	sandbox = await startSandbox();
	server = await startServer();
	browser = await openBrowser();
	page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	page.setDefaultTimeout(60_000);
	page.on('pageerror', (error) => pageErrors.push(error.message));
	await openExample();
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await sandbox?.close();
});

async function openExample(): Promise<void> {
	const client = await setUpOwner(server.url);
	const { url, account } = sandbox;
	provideExport(server.filesFolder);
	const credential = await storeCredential(client, server.url, 'session', url, account);
	const { id } = await client.createWorkflow(exampleWorkflow(credential));
	await client.runWorkflow(id, exampleNodes.start);
	({ id: triggerWorkflow } = await client.createWorkflow(watching(credential)));
	await signIn(page, server.url);
	await page.goto(`${server.url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
}

/** A trigger as a person leaves it who has chosen the entity and nothing else. */
function watching({ id, name, type, authentication }: StoredCredential): object {
	const trigger = {
		id: 'a2f6b7a0-7d5c-4f0e-8a53-0f4c3b0d5e11',
		name: 'Changed orders',
		type: 'n8n-nodes-acumatica-erp.acumaticaTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			authentication,
			entity: { __rl: true, mode: 'list', value: 'SalesOrder' },
		},
		credentials: { [type]: { id, name } },
	};
	return {
		name: 'Watch orders',
		nodes: [trigger],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

test('the canvas shows the example workflow with all its nodes', async () => {
	const nodes = page.getByTestId('canvas-node');
	const names = await nodes.evaluateAll((all) => all.map((node) => node.dataset.nodeName));
	expect(names.filter((name) => name === exampleNodes.created)).toHaveLength(1);
	expect(names).toEqual(expect.arrayContaining(Object.values(exampleNodes)));
	// The canvas moves to where it shows everything.
	await page.keyboard.press('1');
	if (process.env.SCREENSHOTS) await page.waitForTimeout(1_000);
	await takePicture(page, 'example-workflow');
});

test('the node shows its parameters in the editor', async () => {
	const node = `[data-test-id="canvas-node"][data-node-name="${exampleNodes.openOrders}"]`;
	await page.locator(node).dblclick();
	await page.getByTestId('ndv').waitFor();
	for (const name of [
		'resource',
		'operation',
		'returnAll',
		'filterType',
		'filterString',
		'simplify',
	]) {
		await page.getByTestId(`parameter-input-${name}`).first().waitFor();
	}
	const entity = page.getByTestId('resource-locator-entity');
	await entity.waitFor();
	expect(await entity.locator('input').last().inputValue()).toBe('SalesOrder');
	expect(await page.getByTestId('parameter-issues').count()).toBe(0);
});

test('the editor offers the credential of the package', async () => {
	expect(await page.getByTestId('node-credentials-select').locator('input').inputValue()).toBe(
		'Sandbox (session)',
	);
});

test('the node runs from its panel and shows the orders that it read', async () => {
	await page.getByTestId('node-execute-button').first().click();
	await page.getByTestId('ndv-items-count').first().waitFor();
	await page.getByTestId('output-panel').getByText('OrderNbr').first().waitFor();
	const open = sandbox.records.all('SalesOrder').filter(({ fields }) => fields.Status === 'Open');
	const count = await page.getByTestId('ndv-items-count').first().innerText();
	expect(count).toContain(`${open.length} items`);
	await takePicture(page, 'node-in-editor');
});

test('the trigger shows its parameters, lists what can be watched, and fetches recent records', async () => {
	await page.goto(`${server.url}/workflow/${triggerWorkflow}`);
	await page.locator('[data-test-id="canvas-node"][data-node-name="Changed orders"]').dblclick();
	await page.getByTestId('ndv').waitFor();
	for (const name of ['event', 'filterType', 'simplify']) {
		await page.getByTestId(`parameter-input-${name}`).first().waitFor();
	}
	const entity = page.getByTestId('resource-locator-entity');
	await entity.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').first().waitFor();
	await page.getByTestId('rlc-search').fill('sub');
	await page.getByText('Subcontract').first().waitFor();
	expect(await page.getByTestId('rlc-item').allInnerTexts()).not.toContain('Subaccount');
	await page.keyboard.press('Escape');
	expect(await page.getByTestId('parameter-issues').count()).toBe(0);
	await page.getByTestId('node-execute-button').first().click();
	await page.getByTestId('output-panel').getByText('OrderNbr').first().waitFor();
	await takePicture(page, 'trigger-in-editor');
});

test('the page reported no error', () => {
	expect(pageErrors).toEqual([]);
});
