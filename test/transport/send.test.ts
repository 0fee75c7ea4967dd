import nock from 'nock';

import { runAcumatica } from '../support/acumaticaRun.ts';

/** The only place that knows n8n's request options is tested through n8n's own HTTP client. */

const origin = 'https://erp.example.com';
const path = '/Site/entity/Default/24.200.001/Customer/C1';
const account = {
	username: 'me',
	password: 'secret-password',
	tenant: 'Company',
	clientId: 'id@Company',
	clientSecret: 'client-secret',
};
const get = async (
	more: { authentication?: 'session' | 'passwordOAuth2'; parameters?: object } = {},
) =>
	await runAcumatica({
		sandbox: { url: `${origin}/Site`, account },
		operation: 'get',
		authentication: more.authentication ?? 'session',
		credential: { endpointVersion: '24.200.001' },
		parameters: { entity: 'Customer', recordKey: 'C1', ...more.parameters },
	});

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());
afterEach(() => {
	nock.abortPendingRequests();
	nock.cleanAll();
});

const signInAndOut = (server = nock(origin)) =>
	server
		.post('/Site/entity/auth/login')
		.reply(204, '', { 'set-cookie': ['ASP.NET_SessionId=abc'] })
		.post('/Site/entity/auth/logout')
		.matchHeader('content-length', '0')
		.matchHeader('cookie', 'ASP.NET_SessionId=abc')
		.reply(204);

describe('sending', () => {
	test('asks for JSON, and takes the answer as text, so that no digit is lost', async () => {
		signInAndOut();
		nock(origin)
			.get(path)
			.matchHeader('accept', 'application/json')
			.matchHeader('cookie', 'ASP.NET_SessionId=abc')
			.reply(200, '{"id":"1","Number":{"value":12345678901234567890}}', {
				'content-type': 'application/json',
			});
		const run = await get();
		expect(run.json).toEqual([{ id: '1', Number: '12345678901234567890' }]);
		expect(nock.isDone()).toBe(true);
	});

	test('follows no redirect, and carries no cookie to another host', async () => {
		signInAndOut();
		nock(origin).get(path).reply(302, '', { location: 'https://evil.example.com/take' });
		const elsewhere = nock('https://evil.example.com').get('/take').reply(200, '{"id":"1"}');
		const run = await get();
		expect(run.error?.message).toContain('redirected the request to https://evil.example.com/take');
		expect(elsewhere.isDone()).toBe(false);
	});

	test('a request that takes longer than the time-out is over', async () => {
		signInAndOut();
		nock(origin).get(path).delayConnection(2_000).reply(200, '{"id":"1"}');
		const run = await get({ parameters: { options: { timeout: 50, maxTotalWaitSeconds: 0 } } });
		expect(run.error?.message).toContain('did not answer in time');
	});

	test('the password grant sends a form, then the token, and signs its session out', async () => {
		nock(origin)
			.post(
				'/Site/identity/connect/token',
				'grant_type=password&client_id=id%40Company&client_secret=client-secret&username=me&password=secret-password&scope=api',
			)
			.matchHeader('content-type', 'application/x-www-form-urlencoded')
			.reply(200, { access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 });
		nock(origin).get(path).matchHeader('authorization', 'Bearer token-1').reply(200, { id: '1' });
		nock(origin)
			.post('/Site/entity/auth/logout')
			.matchHeader('authorization', 'Bearer token-1')
			.reply(204);
		const run = await get({ authentication: 'passwordOAuth2' });
		expect(run.error).toBeUndefined();
		expect(nock.isDone()).toBe(true);
	});
});
