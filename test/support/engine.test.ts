import { CredentialStore, callMethod, runNode, runWorkflow, testCredential } from './engine.ts';
import { type Answer, startTinyApi, type TinyApi } from './tinyApi.ts';
import { installed } from './tinyPackage.ts';

let api: TinyApi;
let accessToken: string;
let refreshes: number;

/** A token works until it is renewed; each refresh token works once. */
const answer: Answer = ({ path, authorization, body }) => {
	if (path === '/silent') return undefined;
	if (path === '/token') {
		const refreshToken = new URLSearchParams(body).get('refresh_token');
		if (refreshToken !== `refresh-${refreshes}`)
			return { status: 400, body: { error: 'invalid_grant' } };
		refreshes += 1;
		accessToken = `access-${refreshes}`;
		const tokens = { access_token: accessToken, refresh_token: `refresh-${refreshes}` };
		return { status: 200, body: { ...tokens, token_type: 'Bearer' } };
	}
	if (path.startsWith('/secured') && authorization !== `Bearer ${accessToken}`) {
		return { status: 401, body: {} };
	}
	if (path === '/missing') return { status: 404, body: { message: 'Nothing here' } };
	return { status: 200, body: { path } };
};

beforeEach(async () => {
	accessToken = 'access-1';
	refreshes = 1;
	api = await startTinyApi(answer);
});
afterEach(async () => await api.close());

const plain = () => ({ tinyApi: { instanceUrl: api.url } });
const connected = (access: string, refresh = 'refresh-1') => ({
	tinyOAuth2Api: {
		instanceUrl: api.url,
		clientId: 'me',
		clientSecret: 'secret',
		oauthTokenData: { access_token: access, refresh_token: refresh, token_type: 'Bearer' },
	},
});
const asking = (path: string) => ({ parameters: { path, credential: 'tinyApi' } });

describe('runNode', () => {
	test('hands every item to the node and returns what comes out', async () => {
		const run = await runNode({
			installed,
			node: asking('={{ $json.path }}'),
			credentials: plain(),
			items: [{ json: { path: '/a' } }, { json: { path: '/b' } }],
		});
		expect(run.error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.json).toEqual([
			{ name: 'by default', path: '/a' },
			{ name: 'by default', path: '/b' },
		]);
		expect(run.outputs[0]?.[1]?.pairedItem).toEqual({ item: 1 });
		expect(run.hints).toMatchObject([{ message: '2 asked' }]);
		expect(run.updatedCredentials).toEqual({});
	});

	test('reports an error with its code, its text and the item', async () => {
		const run = await runNode({
			installed,
			node: asking('={{ $json.path }}'),
			credentials: plain(),
			items: [{ json: { path: '/a' } }, { json: { path: '/missing' } }],
		});
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '404',
			description: 'Nothing here',
			itemIndex: 1,
		});
	});

	test('obeys the settings of the node, such as going on after an error', async () => {
		const run = await runNode({
			installed,
			node: { ...asking('/missing'), onError: 'continueRegularOutput' },
			credentials: plain(),
			items: [{ json: { handed: 'on' } }],
		});
		expect(run.json).toEqual([{ handed: 'on' }]);
	});

	test('refuses a credential that the node was not given', async () => {
		const run = await runNode({ installed, node: asking('/a'), credentials: {} });
		expect(run.error?.message).toBe('Node does not require credentials');
		expect(api.arrivals).toEqual([]);
	});

	test('cancels the execution when told to', async () => {
		const run = await runNode({
			installed,
			node: asking('/silent'),
			credentials: plain(),
			cancelAfter: api.nextArrival(),
		});
		expect(run.status).toBe('canceled');
	});

	test('keeps the logs of executions apart that run at the same time', async () => {
		const runs = await Promise.all(
			['/one', '/two'].map(
				async (path) => await runNode({ installed, node: asking(path), credentials: plain() }),
			),
		);
		const asked = runs.map(({ log }) => log.filter(({ message }) => message === 'asking'));
		expect(asked).toEqual([
			[{ level: 'info', message: 'asking', meta: { path: '/one' } }],
			[{ level: 'info', message: 'asking', meta: { path: '/two' } }],
		]);
		expect(runs.map(({ json }) => json[0]?.path)).toEqual(['/one', '/two']);
	});
});

describe('OAuth2', () => {
	const node = { parameters: { path: '/secured' } };

	test('uses the token that is there', async () => {
		const run = await runNode({ installed, node, credentials: connected('access-1') });
		expect(run.json).toEqual([{ name: 'by default', path: '/secured' }]);
		expect(api.arrivals.map(({ path }) => path)).toEqual(['/secured']);
		expect(run.updatedCredentials).toEqual({});
	});

	test('renews a refused token at the derived address and saves both new tokens', async () => {
		const run = await runNode({ installed, node, credentials: connected('access-0') });
		expect(run.error).toBeUndefined();
		expect(api.arrivals.map(({ path }) => path)).toEqual(['/secured', '/token', '/secured']);
		expect(run.updatedCredentials).toMatchObject({
			tinyOAuth2Api: {
				clientId: 'me',
				oauthTokenData: { access_token: 'access-2', refresh_token: 'refresh-2' },
			},
		});
	});

	test('sends client ID and secret in the body where the type says so', async () => {
		await runNode({ installed, node, credentials: connected('access-0') });
		const [, renewal] = api.arrivals;
		expect(renewal?.authorization).toBeUndefined();
		expect(Object.fromEntries(new URLSearchParams(renewal?.body))).toMatchObject({
			client_id: 'me',
			client_secret: 'secret',
		});
	});

	test('executions that share a store share the renewed token', async () => {
		const credentials = new CredentialStore(connected('access-0'));
		const runs = await Promise.all(
			[1, 2].map(async () => await runNode({ installed, node, credentials })),
		);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(refreshes).toBe(2);
	});

	test('a refresh token that was used before breaks the connection', async () => {
		const run = await runNode({ installed, node, credentials: connected('access-0', 'refresh-0') });
		expect(run.status).toBe('error');
		expect(run.updatedCredentials).toEqual({});
	});
});

describe('runWorkflow', () => {
	const tiny = {
		name: 'Ask',
		type: 'n8n-nodes-acumatica-erp.tiny',
		parameters: { path: '={{ $json.path }}', credential: 'tinyApi' },
		credentials: { tinyApi: { id: 'of the file', name: 'of the file' } },
	};
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

	test('runs a file with several nodes and tells what each has done', async () => {
		const file = {
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Paths',
					type: 'n8n-nodes-base.set',
					parameters: { mode: 'raw', jsonOutput: '={{ JSON.stringify({ path: "/" + $json.n }) }}' },
				},
				tiny,
				{ name: 'End', type: 'n8n-nodes-base.noOp' },
			],
			connections: { Start: to('Paths'), Paths: to('Ask'), Ask: to('End') },
		};
		const items = [{ json: { n: 1 } }, { json: { n: 2 } }];
		const run = await runWorkflow(file, { installed, credentials: plain(), items });
		expect(run.error).toBeUndefined();
		expect(run.nodes.Paths?.json).toEqual([{ path: '/1' }, { path: '/2' }]);
		expect(run.nodes.End?.json).toMatchObject([{ path: '/1' }, { path: '/2' }]);
	});

	test('sets single fields beside the others', async () => {
		const file = {
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Fields',
					type: 'n8n-nodes-base.set',
					parameters: {
						includeOtherFields: true,
						assignments: { assignments: [{ name: 'twice', value: '={{ $json.n * 2 }}' }] },
					},
				},
			],
			connections: { Start: to('Fields') },
		};
		const run = await runWorkflow(file, { installed, items: [{ json: { n: 2 } }] });
		expect(run.nodes.Fields?.json).toEqual([{ n: 2, twice: 4 }]);
	});

	test('refuses a file without a manual trigger or with an unknown node', async () => {
		const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
		const other = { name: 'Other', type: 'n8n-nodes-base.other' };
		await expect(
			runWorkflow({ nodes: [tiny], connections: {} }, { installed, credentials: plain() }),
		).rejects.toThrow('no manual trigger');
		await expect(
			runWorkflow({ nodes: [start, other], connections: { Start: to('Other') } }, { installed }),
		).rejects.toThrow('Unrecognized node type: n8n-nodes-base.other');
	});
});

describe('callMethod', () => {
	test('gives a list search its filter, its page and the parameters of the moment', async () => {
		const found = await callMethod({
			installed,
			group: 'listSearch',
			method: 'search',
			parameters: { path: '/x' },
			args: ['abc', 'page 2'],
		});
		expect(found).toEqual({ results: [{ name: '/x abc', value: 'page 2' }] });
	});

	test('gives load options the credential with its defaults', async () => {
		const call = {
			installed,
			group: 'loadOptions',
			method: 'names',
			credentials: plain(),
		} as const;
		expect(await callMethod(call)).toEqual([{ name: 'by default', value: 'Temp-Node' }]);
	});

	test('says so when there is no such method', async () => {
		const call = { installed, group: 'resourceMapping', method: 'nothing' } as const;
		await expect(callMethod(call)).rejects.toThrow('no method resourceMapping.nothing');
	});
});

describe('testCredential', () => {
	test('calls the function that the node names, with nothing but the old request helper', async () => {
		const result = await testCredential({ installed, type: 'tinyApi', credentials: plain() });
		expect(result).toEqual({ status: 'OK', message: 'by default' });
		const helpers = new URL(api.arrivals[0]?.path ?? '', api.url).search;
		expect(helpers).toContain('request');
		expect(helpers).not.toContain('httpRequest');
	});

	test('sends the request that the type declares', async () => {
		const credentials = { tinyDeclaredApi: { instanceUrl: api.url } };
		const result = await testCredential({ installed, type: 'tinyDeclaredApi', credentials });
		expect(result).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(api.arrivals.map(({ path }) => path)).toEqual(['/declared']);
	});

	test('words a refusal by the declared rule, or by the status', async () => {
		const [type] = installed.credentialTypes.filter(({ test: declared }) => declared);
		const request = { baseURL: '={{$credentials.instanceUrl}}', url: '/missing' };
		const credentials = { tinyDeclaredApi: { instanceUrl: api.url } };
		const attempt = async (rules: boolean) =>
			await testCredential({
				installed: {
					nodes: [],
					credentialTypes: [
						{ ...Object(type), test: { request, rules: rules ? type?.test?.rules : [] } },
					],
				},
				type: 'tinyDeclaredApi',
				credentials,
			});
		expect(await attempt(true)).toEqual({ status: 'Error', message: 'No such instance' });
		expect(await attempt(false)).toEqual({ status: 'Error', message: 'Not Found' });
	});

	test('asks only for a token where the type extends oAuth2Api', async () => {
		const attempt = async (credentials: Record<string, Record<string, string>>) =>
			await testCredential({ installed, type: 'tinyOAuth2Api', credentials });
		const unconnected = await attempt({ tinyOAuth2Api: { instanceUrl: api.url } });
		expect(unconnected.status).toBe('Error');
		const result = await testCredential({
			installed,
			type: 'tinyOAuth2Api',
			credentials: connected('anything'),
		});
		expect(result.status).toBe('OK');
		expect(api.arrivals).toEqual([]);
	});
});
