import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../support/engine.ts';
import { BareCaller, type CallerAuthentication, LayerCaller } from './callers.ts';
import { installed } from './compiledPackage.ts';
import { cookie, givenConnection, token } from './connection.ts';

/** Who sends: n8n's helpers alone, the request layer, or the whole node. */
export type Calling = 'bareCaller' | 'layerCaller' | 'acumatica';

export interface CallingOrder {
	readonly calling: Calling;
	readonly authentication: CallerAuthentication;
	readonly times: number;
}

/** Reads the same customer again and again in n8n's engine; answers with the milliseconds of one read. */
const connection = givenConnection();
const { url, username, password, tenant, clientId, clientSecret } = connection;
const generous = { instanceUrl: url, endpointVersion: '25.200.001', requestsPerMinute: 10_000_000 };
const credentials = {
	acumaticaOAuth2Api: {
		...generous,
		clientId,
		clientSecret,
		oauthTokenData: { ...(await token(connection)) },
	},
	acumaticaApi: { ...generous, username, password, tenant },
};
const session = await cookie(connection);
const callers = {
	...installed,
	nodes: [...installed.nodes, new BareCaller(), new LayerCaller()],
};

async function run(name: Calling, parameters: IDataObject, items: number): Promise<IDataObject> {
	const outcome = await runNode({
		installed: callers,
		credentials,
		node: { name, parameters: parameters as Record<string, string> },
		items: Array.from({ length: items }, () => ({ json: {} })),
	});
	if (outcome.error) throw outcome.error.original;
	return outcome.json[0] ?? {};
}

async function call({ calling, authentication, times }: CallingOrder): Promise<number> {
	if (calling !== 'acumatica') {
		const path = 'entity/Default/25.200.001/Customer/C000001';
		const { milliseconds } = await run(
			calling,
			{ authentication, path, times: String(times), cookie: session },
			1,
		);
		return Number(milliseconds);
	}
	const parameters = {
		authentication,
		resource: 'record',
		operation: 'get',
		entity: { __rl: true, mode: 'name', value: 'Customer' },
		recordKey: { __rl: true, mode: 'keys', value: 'C000001' },
	};
	const start = performance.now();
	await run(calling, parameters, times);
	return (performance.now() - start) / times;
}

process.on('message', (order: CallingOrder) => {
	void call(order).then((milliseconds) => process.send?.(milliseconds));
});
process.send?.('ready');
