import { readAccount } from '../../nodes/Acumatica/transport/account';
import type { Answer } from '../../nodes/Acumatica/transport/request';
import {
	cookieSession,
	isSession,
	openSession,
	signInRequest,
	signOutRequest,
} from '../../nodes/Acumatica/transport/signIn';

const connection = {
	instanceUrl: 'https://erp.example.com',
	username: 'me',
	password: 'p&ss=word',
};
const cookieLogin = readAccount('session', {
	...connection,
	tenant: 'Company',
	branch: 'MAIN',
	locale: 'en-US',
});
const passwordGrant = readAccount('passwordOAuth2', {
	...connection,
	clientId: '88358B02@Company',
	clientSecret: 'client-secret',
});
const answer = (more: Partial<Answer>): Answer => ({
	kind: 'answer',
	status: 204,
	headers: {},
	text: '',
	phase: 'request',
	...more,
});

describe('signInRequest', () => {
	test('cookie login: names, tenant, branch and locale as JSON', () => {
		const request = signInRequest(cookieLogin);
		expect(request).toMatchObject({
			method: 'POST',
			path: 'entity/auth/login',
			uninterruptible: true,
		});
		expect(JSON.parse(String(request.body))).toEqual({
			name: 'me',
			password: 'p&ss=word',
			tenant: 'Company',
			branch: 'MAIN',
			locale: 'en-US',
		});
	});

	test('cookie login leaves out what the credential leaves open', () => {
		const request = signInRequest({ ...cookieLogin, tenant: '', branch: '', locale: '' });
		expect(JSON.parse(String(request.body))).toEqual({ name: 'me', password: 'p&ss=word' });
	});

	test('password grant: a form with the client in the body, everything encoded', () => {
		const request = signInRequest(passwordGrant);
		expect(request.path).toBe('identity/connect/token');
		expect(request.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' });
		expect(request.body).toBe(
			'grant_type=password&client_id=88358B02%40Company&client_secret=client-secret&username=me&password=p%26ss%3Dword&scope=api',
		);
	});
});

describe('openSession', () => {
	test('cookie login: the cookies prove the session', () => {
		const session = openSession(cookieLogin, answer({ headers: { 'set-cookie': ['A=1', 'B=2'] } }));
		expect(isSession(session) && session.headers()).toEqual({ cookie: 'A=1; B=2' });
	});

	test('password grant: the token does, with the cookies where the scope brings some', () => {
		const text = '{"access_token":"token-1","token_type":"Bearer"}';
		const session = openSession(passwordGrant, answer({ status: 200, text }));
		expect(isSession(session) && session.headers()).toEqual({ authorization: 'Bearer token-1' });
		expect(isSession(session) && session.secrets()).toEqual(['token-1']);
	});

	test.each([
		['a login without cookies', cookieLogin, answer({})],
		['a token answer without a token', passwordGrant, answer({ status: 200, text: '{}' })],
		['a web page', cookieLogin, answer({ status: 200, text: '<html>Sign in</html>' })],
		['a refusal', cookieLogin, answer({ status: 500, text: '{}' })],
	])('%s is no session', (_case, account, exchange) => {
		expect(isSession(openSession(account, exchange))).toBe(false);
	});
});

describe('signOutRequest', () => {
	test('proves the session and states an empty body, which IIS insists on', () => {
		const session = openSession(cookieLogin, answer({ headers: { 'set-cookie': ['A=1'] } }));
		if (!isSession(session)) throw new Error('no session');
		expect(signOutRequest(session)).toMatchObject({
			method: 'POST',
			path: 'entity/auth/logout',
			headers: { cookie: 'A=1', 'content-length': '0' },
		});
	});
});

describe('cookieSession', () => {
	test('is open once the server has set a cookie', () => {
		const session = cookieSession();
		expect(session.isOpen()).toBe(false);
		session.absorb(answer({ headers: { 'set-cookie': ['A=1'] } }));
		expect(session.isOpen()).toBe(true);
		expect(session.headers()).toEqual({ cookie: 'A=1' });
	});
});
