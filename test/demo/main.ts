import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startServer, type N8nServer } from '../e2e/server.ts';
import { owner, setUpOwner, type RestClient } from '../e2e/restClient.ts';
import { storeCredential } from '../e2e/sandboxCredentials.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { accounts } from '../sandbox/signIn/organization.ts';
import { exampleNodes, exampleWorkflow, provideExport } from './exampleWorkflow.ts';
import { difference, readLedger } from './ledgerView.ts';
import { failedLine, outcomeTable, problems, resultLine, type DemoResult } from './result.ts';
import { findShopOrders } from './shopOrders.ts';

/** A small real license; the whole demo is fewer requests than half of its minute. */
const license = { requestsPerMinute: 200, concurrentRequests: 6, users: 3 };

/** Exits with 0 only if everything happened that the shop's export says should happen. */
async function demo(): Promise<number> {
	const { values } = parseArgs({
		options: { keep: { type: 'boolean', default: false }, sandbox: { type: 'string' } },
	});
	const sandbox = values.sandbox
		? { url: values.sandbox.replace(/\/+$/, ''), close: async () => {} }
		: await startSandbox({ license });
	console.log(`Sandbox: ${sandbox.url}`);
	let server: N8nServer | undefined;
	try {
		console.log('Starting n8n with the packed package installed ...');
		server = await startServer();
		console.log(`n8n:     ${server.url}`);
		const client = await setUpOwner(server.url);
		const result = await runExample(client, server, sandbox.url);
		if (values.keep) await offerToLook(client, server, sandbox.url);
		const isGood = report(result);
		if (values.keep && isGood) await untilStopped();
		return isGood ? 0 : 1;
	} finally {
		await server?.stop();
		await sandbox.close();
	}
}

async function runExample(
	client: RestClient,
	server: N8nServer,
	sandboxUrl: string,
): Promise<DemoResult> {
	provideExport(server.filesFolder);
	const credential = await storeCredential(client, server.url, 'session', sandboxUrl, account());
	const { id } = await client.createWorkflow(exampleWorkflow(credential));
	const before = await readLedger(sandboxUrl);
	const shopOrdersBefore = await findShopOrders(sandboxUrl);
	console.log('Running the workflow "Web shop orders into Acumatica" ...');
	const execution = await client.runWorkflow(id, exampleNodes.start);
	if (execution.error) {
		const { node, message } = execution.error;
		throw new Error(`the workflow stopped at "${node ?? 'its start'}": ${message}`);
	}
	const outcomes = execution.outputs[exampleNodes.outcomes]?.[0] ?? [];
	const openOrders = execution.outputs[exampleNodes.openOrders]?.[0] ?? [];
	return {
		ledger: difference(before, await readLedger(sandboxUrl)),
		outcomes,
		openOrders,
		shopOrdersBefore,
		shopOrdersAfter: await findShopOrders(sandboxUrl),
	};
}

function report(result: DemoResult): boolean {
	console.log(outcomeTable(result));
	const found = problems(result);
	console.log(found.length === 0 ? resultLine(result) : failedLine(found));
	return found.length === 0;
}

/** The other two credentials, so that all three can be tried by hand, and the way in. */
async function offerToLook(client: RestClient, server: N8nServer, sandboxUrl: string) {
	await storeCredential(client, server.url, 'passwordOAuth2', sandboxUrl, account());
	await storeCredential(client, server.url, 'oAuth2', sandboxUrl, account());
	console.log(
		[
			'',
			`n8n:     ${server.url}  (sign in as ${owner.email} with the password ${owner.password})`,
			`sandbox: ${new URL('/', sandboxUrl).href}  (instance URL ${sandboxUrl})`,
			`again:   npm run demo -- --sandbox ${sandboxUrl}`,
			'Both run until you press Ctrl-C.',
		].join('\n'),
	);
}

async function untilStopped(): Promise<void> {
	// A pending promise alone does not keep the process alive.
	const alive = setInterval(() => {}, 60_000);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	clearInterval(alive);
}

function account() {
	const [first] = accounts;
	if (!first) throw new Error('The sandbox has no account.');
	return first;
}

demo().then(
	(exitCode) => {
		process.exitCode = exitCode;
	},
	(error: unknown) => {
		console.log(failedLine([error instanceof Error ? error.message : String(error)]));
		process.exitCode = 1;
	},
);
