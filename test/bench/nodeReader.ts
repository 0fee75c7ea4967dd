import { runNode } from '../support/engine.ts';
import { installed } from './compiledPackage.ts';
import { givenConnection, token } from './connection.ts';
import { answerOrders } from './reader.ts';

/** Reads sales orders with the compiled node in n8n's engine. */
const connection = givenConnection();
const credentials = {
	acumaticaOAuth2Api: {
		instanceUrl: connection.url,
		clientId: connection.clientId,
		clientSecret: connection.clientSecret,
		requestsPerMinute: 100_000,
		oauthTokenData: { ...(await token(connection)) },
	},
};
const parameters = {
	authentication: 'oAuth2',
	resource: 'record',
	operation: 'getAll',
	entity: { __rl: true, mode: 'name', value: 'SalesOrder' },
	returnAll: true,
};

answerOrders(async () => {
	const run = await runNode({ installed, credentials, node: { parameters } });
	if (run.error) throw run.error.original;
	return run.json.length;
});
