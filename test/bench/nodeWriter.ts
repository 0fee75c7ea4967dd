import { runNode } from '../support/engine.ts';
import { startEngine } from '../support/platform.ts';
import { installed } from './compiledPackage.ts';
import { givenConnection } from './connection.ts';
import { answerWritingOrders, customerRecord, type Writing } from './writing.ts';

/**
 * Upserts customers with the compiled node in n8n's engine, an item each. Executions of one order run at
 * the same time in this one process, as they do in n8n.
 */
const { url, username, password, tenant } = givenConnection();
const credentials = {
	acumaticaApi: {
		instanceUrl: url,
		endpointVersion: '25.200.001',
		username,
		password,
		tenant,
		requestsPerMinute: 100,
		concurrentRequests: 3,
	},
};

async function upsert(customers: readonly string[], parallelRequests: number): Promise<Writing> {
	const start = performance.now();
	const run = await runNode({
		installed,
		credentials,
		node: {
			parameters: {
				authentication: 'session',
				resource: 'record',
				operation: 'upsert',
				entity: { __rl: true, mode: 'name', value: 'Customer' },
				options: { parallelRequests },
			},
		},
		items: customers.map((customer) => ({ json: customerRecord(customer) })),
	});
	return {
		milliseconds: performance.now() - start,
		...(run.error && { error: run.error.message }),
		hints: run.hints.map(({ message }) => message),
		waits: run.log.filter(({ level }) => level === 'info').map(({ message }) => message),
	};
}

await startEngine();
answerWritingOrders(
	async ({ executions, parallelRequests }) =>
		await Promise.all(
			executions.map(async (customers) => await upsert(customers, parallelRequests)),
		),
);
