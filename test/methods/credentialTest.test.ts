import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { startTinyApi } from '../support/tinyApi.ts';
import { type EditorState, testOf } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const closed = { opened: 1, closed: 1, open: 0 };
const none = { opened: 0, open: 0 };

describe.each(['session', 'passwordOAuth2'] as const)(
	'testing a credential: %s',
	(authentication) => {
		const verdict = async (credential: EditorState['credential'] = {}) =>
			await testOf({ sandbox, authentication, credential });
		const error = (message: unknown) => ({ status: 'Error', message });

		it.each([
			['the newest version', {}],
			['a pinned version', { endpointVersion: '24.200.001' }],
			['an endpoint of its own', { endpointName: 'Shop.Sync' }],
		])('is fine with %s, and signs out', async (_what, credential) => {
			expect(await verdict(credential)).toEqual({ status: 'OK', message: 'Connection successful' });
			expect(sandbox.ledger.sessions).toMatchObject(closed);
			expect(sandbox.ledger.total).toBe(3);
		});

		it('is fine with a slash at the end of the address', async () => {
			expect((await verdict({ instanceUrl: `${sandbox.url}/ ` })).status).toBe('OK');
		});

		it('sends a wrong password once, and does not show it', async () => {
			const result = await verdict({ password: 'not the password' });
			expect(result).toEqual(
				error(expect.stringMatching(/^Could not sign in: the ERP refused the user name, password/)),
			);
			expect(result.message).not.toContain('not the password');
			expect(sandbox.ledger.total).toBe(1);
			expect(sandbox.ledger.sessions).toMatchObject(none);
		});

		it.each([
			[{ endpointVersion: '99.200.001' }, 'Signed in, but Default/99.200.001 is not published.'],
			[{ endpointName: 'Nope' }, 'Signed in, but Nope is not published.'],
		])('names the versions that do exist: %p', async (credential, message) => {
			expect(await verdict(credential)).toEqual(
				error(
					`${message} This ERP publishes Default/20.200.001, Default/23.200.001, Default/24.200.001, Default/25.200.001, Shop.Sync/6.`,
				),
			);
			expect(sandbox.ledger.sessions).toMatchObject(closed);
		});

		it('shows an address that has no API', async () => {
			const { message } = await verdict({ instanceUrl: sandbox.origin });
			expect(message).toContain('the server answered with a web page');
			expect(message).toContain(`(${sandbox.origin}): it must include the site name`);
		});

		it('tells a sign-in page with status 200 from a sign-in', async () => {
			sandbox.script({ match: { method: 'POST' }, answer: { html: true } });
			const { status, message } = await verdict();
			expect(status).toBe('Error');
			expect(message).toContain('answered with a web page ("Service Unavailable") instead of data');
		});

		it('tells a redirect', async () => {
			sandbox.script({ match: { method: 'POST' }, answer: { redirect: '/Frames/Login.aspx?x=1' } });
			expect((await verdict()).message).toContain('redirected the request to /Frames/Login.aspx.');
			expect(sandbox.ledger.total).toBe(1);
		});

		it.each([
			['no API', { html: true }, 'does not list endpoints, as an Acumatica would'],
			['an error', { status: 500 }, 'Could not read the endpoints of'],
			['nothing', { cut: 'beforeExecution' }, 'broke before the answer was complete'],
		] as const)(
			'signs out although the list of endpoints is %s',
			async (_what, answer, message) => {
				sandbox.script({ match: { kind: 'discovery' }, answer });
				expect(await verdict()).toEqual(error(expect.stringContaining(message)));
				expect(sandbox.ledger.sessions).toMatchObject(closed);
			},
		);

		it('is not spoiled by a sign-out that fails', async () => {
			sandbox.script({ match: { kind: 'signOut' }, answer: { status: 500 } });
			expect((await verdict()).status).toBe('OK');
		});

		it.each(['', 'not an address', 'ftp://erp.example.com'])(
			'asks for an Instance URL in place of %p, and sends nothing',
			async (instanceUrl) => {
				expect(await verdict({ instanceUrl })).toEqual(
					error(expect.stringMatching(/Instance URL.*https:\/\/erp\.example\.com\/Site/)),
				);
			},
		);

		it('tells an address where nobody listens', async () => {
			const gone = await startSandbox({ salesOrders: 1 });
			await gone.close();
			const { host } = new URL(gone.url);
			expect(await verdict({ instanceUrl: gone.url })).toEqual(
				error(expect.stringContaining(`Could not sign in: ${host} refused the connection`)),
			);
		});
	},
);

describe('testing a cookie login', () => {
	it('names the form where the tenant is found', async () => {
		const credential = { tenant: 'Nowhere' };
		const { message } = await testOf({ sandbox, authentication: 'session', credential });
		expect(message).toMatch(/^Could not sign in: there is no such tenant\. .*SM203520/);
		expect(sandbox.ledger.total).toBe(1);
	});

	it('tells when all sessions of the license are taken', async () => {
		sandbox.script({
			match: { kind: 'signIn' },
			answer: { status: 500, body: { exceptionMessage: 'API Login Limit' } },
		});
		const { message } = await testOf({ sandbox, authentication: 'session' });
		expect(message).toContain('all sessions of the license are in use (API Login Limit)');
		expect(message).toContain('SM604000');
	});
});

test('a version that this package does not speak yet is refused, though the ERP publishes it', async () => {
	const api = await startTinyApi(({ path }) => ({
		status: 200,
		body: path.endsWith('/token')
			? { access_token: 'an access token' }
			: {
					endpoints: ['25.200.001', '26.200.001'].map((version) => ({ name: 'Default', version })),
				},
	}));
	try {
		const result = await testOf({
			sandbox,
			authentication: 'passwordOAuth2',
			credential: { instanceUrl: api.url, endpointVersion: '26.200.001' },
		});
		expect(result).toEqual({
			status: 'Error',
			message:
				'Signed in, but this node does not understand Default/26.200.001 yet. This ERP publishes Default/25.200.001.',
		});
	} finally {
		await api.close();
	}
});
