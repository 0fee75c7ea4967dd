import { bearer, SandboxClient, valueAt } from '../client.ts';
import { startSandbox, type Sandbox } from '../sandbox.ts';

describe('the token address', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 5, license: { users: 1 } });
	});
	beforeEach(() => {
		sandbox.reset();
		client = new SandboxClient(sandbox);
	});
	afterAll(() => sandbox.close());

	it.each([
		['a wrong password', { password: 'wrong' }, 'invalid_grant'],
		['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
		[
			'a client ID without its tenant',
			{ client_id: '5D1A3B6C-27F4-4C1B-9E6A-0B7C5E3F8A21' },
			'invalid_client',
		],
		['client credentials', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
		['the scope api:offline_access', { scope: 'api:offline_access' }, 'invalid_scope'],
		['no scope', { scope: '' }, 'invalid_scope'],
	])('refuses %s', async (_, change, error) => {
		const { username, password } = sandbox.account;
		const answer = await client.token({
			grant_type: 'password',
			username,
			password,
			scope: 'api',
			...change,
		});
		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({ error });
		expect(sandbox.ledger.sessions.opened).toBe(0);
	});

	it('exchanges a refresh token, once', async () => {
		const first = await client.passwordToken('api offline_access');
		const refresh_token = String(valueAt(first.json, 'refresh_token'));
		const second = await client.token({ grant_type: 'refresh_token', refresh_token });
		expect(second.status).toBe(200);
		expect(second.headers['cache-control']).toContain('no-store');
		const again = await client.token({ grant_type: 'refresh_token', refresh_token });
		expect(again).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
		const answer = await client.get('Customer?$top=1', { headers: bearer(second) });
		expect(answer.status).toBe(200);
		expect(sandbox.ledger.sessions.offlineGrants).toBe(1);
	});

	it('meets the limit of sessions', async () => {
		const first = await client.passwordToken();
		const refused = await client.passwordToken();
		expect(refused.status).toBe(500);
		expect(refused.text).toContain('API Login Limit');
		await client.send('POST', '/entity/auth/logout', { headers: bearer(first) });
		expect((await client.passwordToken()).status).toBe(200);
	});

	it('does not read the header Authorization, unless switched to', async () => {
		const { clientId, clientSecret, username, password } = sandbox.account;
		const pair = `${encodeURIComponent(clientId)}:${clientSecret}`;
		const headers = {
			'content-type': 'application/x-www-form-urlencoded',
			authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
		};
		const body = `grant_type=password&scope=api&username=${username}&password=${password}`;
		const refused = await client.send('POST', '/identity/connect/token', { headers, body });
		expect(refused).toMatchObject({ status: 400, json: { error: 'invalid_client' } });
		const lenient = await startSandbox({ salesOrders: 1, basicClientAuthentication: 'accept' });
		const accepted = await new SandboxClient(lenient).send('POST', '/identity/connect/token', {
			headers,
			body,
		});
		expect(accepted.status).toBe(200);
		await lenient.close();
	});
});
