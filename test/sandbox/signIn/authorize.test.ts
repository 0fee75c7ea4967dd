import { createHash } from 'node:crypto';
import { SandboxClient, valueAt, type Answer } from '../client.ts';
import { startSandbox, type Sandbox } from '../sandbox.ts';

const verifier = 'a-verifier-that-is-long-enough-for-everybody';
const redirect_uri = 'http://localhost:5678/rest/oauth2-credential/callback';

describe('the consent', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;
	let request: Record<string, string>;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 5 });
	});
	beforeEach(() => {
		sandbox.reset();
		client = new SandboxClient(sandbox);
		request = {
			client_id: sandbox.account.clientId,
			redirect_uri,
			response_type: 'code',
			scope: 'api offline_access',
			state: 'st&te=1',
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
			code_challenge_method: 'S256',
		};
	});
	afterAll(() => sandbox.close());

	const ask = (change: object = {}) =>
		client.get(`/identity/connect/authorize?${new URLSearchParams({ ...request, ...change })}`);
	const decide = (decision: string) =>
		client.send('POST', '/identity/connect/authorize', {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ ...request, decision }).toString(),
		});
	const back = ({ headers }: Answer) => new URL(String(headers.location));
	const codeToken = (answer: Answer, change: Record<string, string> = {}) =>
		client.token({
			grant_type: 'authorization_code',
			code: back(answer).searchParams.get('code') ?? '',
			redirect_uri,
			code_verifier: verifier,
			...change,
		});

	it('is asked for on a page that carries the request along', async () => {
		const answer = await ask();
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toContain('text/html');
		expect(answer.text).toContain('api, offline_access');
		expect(answer.text).toContain('name="state" value="st&amp;te=1"');
	});

	it('sends back a code with scope and state, which becomes a token', async () => {
		const allowed = await decide('allow');
		expect(allowed.status).toBe(302);
		expect(back(allowed).searchParams.get('state')).toBe('st&te=1');
		expect(String(allowed.headers.location)).toContain('&scope=api%20offline_access');
		const token = await codeToken(allowed);
		expect(token.status).toBe(200);
		expect(valueAt(token.json, 'refresh_token')).toEqual(expect.any(String));
		expect(sandbox.ledger.sessions.offlineGrants).toBe(1);
	});

	it('can be denied', async () => {
		expect(back(await decide('deny')).searchParams.get('error')).toBe('access_denied');
	});

	it.each([
		['a used code', {}, true],
		['another verifier', { code_verifier: 'wrong' }, false],
		['another redirect address', { redirect_uri: 'http://localhost/else' }, false],
	])('gives no token for %s', async (_, change, usesItFirst) => {
		const allowed = await decide('allow');
		if (usesItFirst) expect((await codeToken(allowed)).status).toBe(200);
		expect(await codeToken(allowed, change)).toMatchObject({
			status: 400,
			json: { error: 'invalid_grant' },
		});
	});

	it('gives no token without the verifier that was announced', async () => {
		const code = back(await decide('allow')).searchParams.get('code') ?? '';
		const answer = await client.token({ grant_type: 'authorization_code', code, redirect_uri });
		expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
	});

	it.each([
		['an unknown application', { client_id: 'x' }, 'invalid_client'],
		['no redirect address', { redirect_uri: '' }, 'invalid_redirect_uri'],
	])('stays on a page for %s', async (_, change, text) => {
		const answer = await ask(change);
		expect(answer.status).toBe(400);
		expect(answer.text).toContain(text);
	});

	it.each([
		[{ scope: 'api:offline_access' }, 'invalid_scope'],
		[{ response_type: 'token' }, 'unsupported_response_type'],
		[{ code_challenge_method: 'plain' }, 'invalid_request'],
	])('sends back what is wrong with %j', async (change, error) => {
		const answer = await ask(change);
		expect(answer.status).toBe(302);
		expect(back(answer).searchParams.get('error')).toBe(error);
		expect(back(answer).searchParams.get('state')).toBe('st&te=1');
	});

	it('wants a registered address where there are any', async () => {
		const strict = await startSandbox({ salesOrders: 1, redirectUris: [`${redirect_uri}/`] });
		const query = new URLSearchParams(request);
		const answer = await new SandboxClient(strict).get(`/identity/connect/authorize?${query}`);
		expect(answer.status).toBe(400);
		await strict.close();
	});

	it('is found by discovery', async () => {
		const answer = await client.get('/identity/.well-known/openid-configuration');
		expect(answer.json).toMatchObject({
			authorization_endpoint: `${sandbox.url}/identity/connect/authorize`,
			token_endpoint: `${sandbox.url}/identity/connect/token`,
			code_challenge_methods_supported: ['S256'],
		});
	});
});
