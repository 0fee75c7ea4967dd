import {
	authentications,
	credentialTypeOf,
	licenseKey,
	readAccount,
} from '../../nodes/Acumatica/transport/account';
import { AccountFault } from '../../nodes/Acumatica/transport/accountFault';

describe('readAccount', () => {
	const session = { instanceUrl: 'https://erp.example.com/', username: 'me', password: 'secret-1' };

	test('fills in what the credential leaves open', () => {
		expect(readAccount('session', session)).toMatchObject({
			authentication: 'session',
			baseUrl: 'https://erp.example.com',
			endpointName: 'Default',
			endpointVersion: '',
			requestsPerMinute: 100,
			concurrentRequests: 3,
			ignoreSSLIssues: false,
			tenant: '',
		});
	});

	test('falls back to the usual license where the limits make no sense', () => {
		const limits = { requestsPerMinute: 'many', concurrentRequests: 0 };
		expect(readAccount('session', { ...session, ...limits })).toMatchObject({
			requestsPerMinute: 100,
			concurrentRequests: 3,
		});
	});

	test.each([
		['session', { ...session, password: '' }, 'password'],
		['session', { ...session, username: ' ' }, 'username'],
		['passwordOAuth2', { ...session, clientId: '', clientSecret: 'x' }, 'client ID'],
	] as const)('%s: names the field that is empty', (authentication, credential, field) => {
		expect(() => readAccount(authentication, credential)).toThrow(`no ${field}`);
	});

	test('names a field that cannot be read', () => {
		expect(() => readAccount('session', { ...session, username: { a: 1 } })).toThrow('"username"');
		expect(() => readAccount('session', undefined)).toThrow(AccountFault);
	});

	test('the text "false", as an expression gives it, does not switch the check of certificates off', () => {
		const ignoring = (ignoreSSLIssues: unknown) =>
			readAccount('session', { ...session, ignoreSSLIssues }).ignoreSSLIssues;
		expect(['false', '', 'no', undefined, false].map(ignoring)).toEqual(Array(5).fill(false));
		expect([true, 'true'].map(ignoring)).toEqual([true, true]);
	});

	test('collects what may never be shown, tokens included', () => {
		const oauth = {
			instanceUrl: session.instanceUrl,
			clientSecret: 'client-secret',
			oauthTokenData: { access_token: 'access-1', refresh_token: 'refresh-1' },
		};
		expect(readAccount('oAuth2', oauth).secrets).toEqual([
			'client-secret',
			'access-1',
			'refresh-1',
		]);
		expect(readAccount('session', session).secrets).toEqual(['secret-1']);
	});
});

describe('the names of an account', () => {
	test('each way to authenticate has its credential type', () => {
		expect(authentications.map(credentialTypeOf)).toEqual([
			'acumaticaOAuth2Api',
			'acumaticaPasswordOAuth2Api',
			'acumaticaApi',
		]);
	});

	test('all tenants of an instance share its license', () => {
		const account = (tenant: string) =>
			readAccount('session', {
				instanceUrl: 'https://ERP.example.com/Site',
				username: 'u',
				password: 'p',
				tenant,
			});
		expect(licenseKey(account('A'))).toBe(licenseKey(account('B')));
	});
});
