import { Agent, request } from 'undici';
import { cookie, givenConnection, signOut } from './connection.ts';
import { answerWritingOrders, customerRecord, type Writing } from './writing.ts';

/** Puts customers with undici and nothing else: as many at a time as allowed, nothing repeated. */
const connection = givenConnection();
const address = `${connection.url}/entity/Default/25.200.001/Customer`;
// The ERP may let a request queue for ten minutes.
const dispatcher = new Agent({ headersTimeout: 660_000 });

async function put(customers: readonly string[], parallelRequests: number): Promise<Writing> {
	const start = performance.now();
	const session = await cookie(connection);
	const left = customers.values();
	const headers = { 'content-type': 'application/json', cookie: session };
	let refused = 0;
	const lane = async () => {
		for (const customer of left) {
			const wrapped = Object.entries(customerRecord(customer)).map(([field, value]) => [
				field,
				{ value },
			]);
			const body = JSON.stringify(Object.fromEntries(wrapped));
			const answer = await request(address, { method: 'PUT', headers, body, dispatcher });
			if (answer.statusCode === 200) JSON.parse(await answer.body.text());
			else {
				refused += 1;
				await answer.body.dump();
			}
		}
	};
	await Promise.all(Array.from({ length: parallelRequests }, lane));
	await signOut(connection, session);
	const milliseconds = performance.now() - start;
	const error = refused > 0 && { error: `${refused} requests were refused` };
	return { milliseconds, ...error, hints: [], waits: [] };
}

answerWritingOrders(
	async ({ executions, parallelRequests }) =>
		await Promise.all(executions.map(async (customers) => await put(customers, parallelRequests))),
);
