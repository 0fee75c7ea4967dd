import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts';
import { openBrowser } from './browser.ts';
import { panelOf, signIn, type Panel } from './panel.ts';
import { setUpOwner, type RestClient } from './restClient.ts';
import { storeCredential, type StoredCredential } from './sandboxCredentials.ts';
import { startServer } from './server.ts';

/** A person in front of the real editor, with a sandbox for an ERP. */
export interface EditorSession {
	readonly sandbox: Sandbox;
	readonly panel: Panel;
	/** What the page reported as errors so far. */
	readonly pageErrors: readonly string[];
	/** Speaks to the same n8n as its editor does. */
	readonly client: RestClient;
	readonly serverUrl: string;
	/**
	 * Opens a new workflow with one node of the package, as a person has it who has just dropped it there.
	 *
	 * @param parameters what is filled in already
	 * @param typeVersion that of the node; by default the one of new nodes
	 * @param credential by default one with cookie login; null where none is chosen yet
	 */
	node(
		parameters?: object,
		typeVersion?: number,
		credential?: StoredCredential | null,
	): Promise<void>;
	close(): Promise<void>;
}

/** @param timezoneId where the person is, by its IANA name */
export async function openEditor(
	options: SandboxOptions = {},
	timezoneId = 'UTC',
): Promise<EditorSession> {
	const sandbox = await startSandbox({ salesOrders: 30, ...options });
	const server = await startServer();
	const browser = await openBrowser();
	const close = async () => {
		await browser.close();
		await server.stop();
		await sandbox.close();
	};
	const page = await browser.newPage({ viewport: { width: 1440, height: 1100 }, timezoneId });
	page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
	const pageErrors: string[] = [];
	page.on('pageerror', (error) => pageErrors.push(error.message));
	// What a component throws, the editor catches and prints.
	page.on('console', (printed) => {
		const text = printed.text();
		if (/^(?:Type|Reference|Range|Syntax)Error\b/.test(text)) pageErrors.push(text);
	});
	const client = await setUpOwner(server.url);
	const { url, account } = sandbox;
	const stored = await storeCredential(client, server.url, 'session', url, account);
	await signIn(page, server.url);
	const panel = panelOf(page);
	return {
		sandbox,
		panel,
		pageErrors,
		client,
		serverUrl: server.url,
		async node(parameters = {}, typeVersion = 1.1, credential = stored) {
			const node = {
				...nodeOf('Acumatica', 'n8n-nodes-acumatica-erp.acumatica', typeVersion),
				parameters: {
					...(credential && { authentication: credential.authentication }),
					...parameters,
				},
				...(credential && {
					credentials: { [credential.type]: { id: credential.id, name: credential.name } },
				}),
			};
			const start = nodeOf('Start', 'n8n-nodes-base.manualTrigger', 1);
			const { id } = await client.createWorkflow({
				name: 'In the editor',
				nodes: [start, { ...node, position: [220, 0] }],
				connections: { Start: { main: [[{ node: 'Acumatica', type: 'main', index: 0 }]] } },
				settings: { executionOrder: 'v1' },
			});
			await page.goto(`${server.url}/workflow/${id}`);
			await panel.open('Acumatica');
		},
		close,
	};
}

function nodeOf(name: string, type: string, typeVersion: number) {
	const id = `7b1c8a52-6c0f-4f52-8d55-0a0cb1a2c00${name.length}`;
	return { id, name, type, typeVersion, position: [0, 0], parameters: {} };
}
