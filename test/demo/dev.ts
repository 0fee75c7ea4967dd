import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { installTarball } from '../e2e/installedTarball.ts';
import { owner, setUpOwner } from '../e2e/restClient.ts';
import { storeCredential } from '../e2e/sandboxCredentials.ts';
import { startServer } from '../e2e/server.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleWorkflow, provideExport } from './exampleWorkflow.ts';

const checkout = resolve(import.meta.dirname, '../..');
const sources = ['nodes', 'credentials'];
const runFile = promisify(execFile);

/**
 * `npm run dev`: a sandbox and an n8n with the example workflow, and every saved change of the sources
 * built into that n8n. The package lies there unpacked, not linked: through a link it would find the
 * checkout's development dependencies, which it does not have where people install it.
 */
async function develop(): Promise<void> {
	const sandbox = await startSandbox();
	let installed = '';
	const server = await startServer({
		installPackage: (folder) => {
			installed = installTarball(folder);
		},
		// n8n then watches installed packages and tells open editors about new descriptions.
		environment: { NODE_ENV: 'development', N8N_DEV_RELOAD: 'true' },
	});
	try {
		const client = await setUpOwner(server.url);
		const { account } = sandbox;
		provideExport(server.filesFolder);
		const session = await storeCredential(client, server.url, 'session', sandbox.url, account);
		await storeCredential(client, server.url, 'passwordOAuth2', sandbox.url, account);
		await storeCredential(client, server.url, 'oAuth2', sandbox.url, account);
		const { id } = await client.createWorkflow(exampleWorkflow(session));
		console.log(`n8n:     ${server.url}/workflow/${id}`);
		console.log(`         sign in as ${owner.email} with the password ${owner.password}`);
		console.log(`sandbox: ${new URL('/', sandbox.url).href}`);
		console.log(`Watching ${sources.join(', ')}; Ctrl-C ends both.`);
		const stopWatching = onChange(() => rebuildInto(installed));
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
		stopWatching();
	} finally {
		await server.stop();
		await sandbox.close();
	}
}

/** Calls `act` once after each burst of changes, never twice at the same time. */
function onChange(act: () => Promise<void>): () => void {
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const watchers = sources.map((folder) =>
		watch(join(checkout, folder), { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(() => (running = running.then(act)), 200);
		}),
	);
	return () => {
		clearTimeout(timer);
		for (const watcher of watchers) watcher.close();
	};
}

async function rebuildInto(installed: string): Promise<void> {
	const started = Date.now();
	try {
		await runFile('npm', ['run', '--silent', 'build'], {
			cwd: checkout,
			shell: process.platform === 'win32',
		});
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		console.log(`The build failed, n8n keeps what it had:\n${stdout}${stderr}`);
		return;
	}
	cpSync(join(checkout, 'dist'), join(installed, 'dist'), { recursive: true });
	console.log(`Rebuilt into n8n in ${Date.now() - started} ms.`);
}

await develop();
