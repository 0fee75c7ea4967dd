import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { AcumaticaOAuth2Api } from '../../credentials/AcumaticaOAuth2Api.credentials';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { installed } from '../support/acumaticaPackage.ts';
import { credentialFor } from '../support/acumaticaRun.ts';
import { CredentialStore, runNode, testCredential } from '../support/engine.ts';
import { additionalData } from '../support/execution.ts';
import type { NodeRunOutcome } from '../support/nodeRun.ts';
import { connectOAuth2 } from '../support/oauthConnection.ts';

const type = new AcumaticaOAuth2Api();
const name = 'acumaticaOAuth2Api';
const anHour = 3_600_000;

/** What n8n makes of saved fields: defaults of the type and its parent, and evaluated expressions. */
async function resolved(saved: ICredentialDataDecryptedObject) {
	const { credentialsHelper, ...data } = additionalData(
		installed,
		new CredentialStore({ [name]: saved }),
		{ mode: 'internal' },
	);
	return await credentialsHelper.resolve({ ...data, credentialsHelper }, saved, name, 'internal');
}

describe('the authorization code credential', () => {
	it('is named as the editor and saved workflows know it', () => {
		expect(type).toMatchObject({
			name,
			displayName: 'Acumatica OAuth2 API',
			extends: ['oAuth2Api'],
		});
	});

	it('leaves only the scope to the user; the rest is settled', async () => {
		const own = type.properties.slice(1, -5).map((property) => [property.name, property.type]);
		expect(own).toEqual([
			['grantType', 'hidden'],
			['usePkce', 'hidden'],
			['authUrl', 'hidden'],
			['accessTokenUrl', 'hidden'],
			['scope', 'string'],
			['authQueryParameters', 'hidden'],
			['authentication', 'hidden'],
		]);
		expect(await resolved({ instanceUrl: 'https://erp.example.com' })).toMatchObject({
			grantType: 'authorizationCode',
			usePkce: true,
			scope: 'api offline_access',
			authQueryParameters: '',
			authentication: 'body',
			ignoreSSLIssues: false,
		});
	});

	it('keeps the scope that the user enters', async () => {
		const fields = await resolved({ instanceUrl: 'https://erp.example.com', scope: 'api openid' });
		expect(fields.scope).toBe('api openid');
	});

	it.each([
		'https://erp.example.com/Site',
		'https://erp.example.com/Site/',
		' https://erp.example.com/Site// ',
	])('derives the addresses of the sign-in from %p', async (instanceUrl) => {
		expect(await resolved({ instanceUrl })).toMatchObject({
			authUrl: 'https://erp.example.com/Site/identity/connect/authorize',
			accessTokenUrl: 'https://erp.example.com/Site/identity/connect/token',
		});
	});

	it('derives them at the root of a server, too', async () => {
		expect(await resolved({ instanceUrl: 'http://localhost:8080' })).toMatchObject({
			authUrl: 'http://localhost:8080/identity/connect/authorize',
			accessTokenUrl: 'http://localhost:8080/identity/connect/token',
		});
	});
});

describe('against an instance', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 5, endpointRoot: 'notFound' });
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	const connected = async () => {
		const tokens = await connectOAuth2(sandbox);
		const credentials = new CredentialStore({
			[name]: await credentialFor({ sandbox, tokens }, 'oAuth2'),
		});
		return { tokens, credentials };
	};
	const readCustomer = async (credentials: CredentialStore): Promise<NodeRunOutcome> =>
		await runNode({
			installed,
			credentials,
			node: {
				parameters: {
					authentication: 'oAuth2',
					resource: 'record',
					operation: 'get',
					entity: { __rl: true, mode: 'name', value: 'Customer' },
					recordKey: { __rl: true, mode: 'keys', value: 'C000001' },
				},
			},
		});
	const refreshes = () => (sandbox.ledger.countByKind.token ?? 0) - 1;

	it('uses its token for an hour without renewing it', async () => {
		const { credentials } = await connected();
		expect((await readCustomer(credentials)).json).toMatchObject([{ CustomerID: 'C000001' }]);
		sandbox.clock.advance(anHour - 60_000);
		expect((await readCustomer(credentials)).status).toBe('success');
		expect(refreshes()).toBe(0);
		expect(credentials.updated()).toEqual({});
	});

	it('renews an expired token once, and keeps both new tokens', async () => {
		const { tokens, credentials } = await connected();
		sandbox.clock.advance(anHour + 1_000);
		const run = await readCustomer(credentials);
		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([{ CustomerID: 'C000001' }]);
		expect(refreshes()).toBe(1);
		const renewed = Object(credentials.updated()[name]?.oauthTokenData);
		expect(renewed.access_token).toEqual(expect.any(String));
		expect(renewed.access_token).not.toBe(tokens.access_token);
		expect(renewed.refresh_token).toEqual(expect.any(String));
		expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
	});

	it('goes on with the rotated refresh token hour after hour, in one session', async () => {
		const { credentials } = await connected();
		for (let hour = 1; hour <= 3; hour++) {
			sandbox.clock.advance(anHour + 1_000);
			expect((await readCustomer(credentials)).error).toBeUndefined();
			expect(refreshes()).toBe(hour);
		}
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 0, open: 0, offlineGrants: 1 });
	});

	it('is renewed once by executions that find it expired at the same time', async () => {
		const { credentials } = await connected();
		sandbox.clock.advance(anHour + 1_000);
		const runs = await Promise.all([1, 2, 3].map(async () => await readCustomer(credentials)));
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(refreshes()).toBe(1);
	});

	it('asks to be connected again when the refresh token is refused', async () => {
		const { tokens } = await connected();
		const credentials = new CredentialStore({
			[name]: await credentialFor(
				{ sandbox, tokens: { ...tokens, refresh_token: 'used' } },
				'oAuth2',
			),
		});
		sandbox.clock.advance(anHour + 1_000);
		const run = await readCustomer(credentials);
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(/connect/i);
		expect(refreshes()).toBe(1);
	});

	it.each([
		['of the newest version', {}, { status: 'OK' }],
		['of a pinned version', { endpointVersion: '24.200.001' }, { status: 'OK' }],
		[
			'of a version that does not exist',
			{ endpointVersion: '99.200.001' },
			{
				status: 'Error',
				message: expect.stringContaining('Check Endpoint Name and Endpoint Version'),
			},
		],
	])('is tested by the API of n8n: a credential %s', async (_which, fields, verdict) => {
		const tokens = await connectOAuth2(sandbox);
		const data = await credentialFor({ sandbox, tokens }, 'oAuth2');
		const result = await testCredential({
			installed,
			type: name,
			credentials: { [name]: { ...data, ...fields } },
		});
		expect(result).toMatchObject(verdict);
	});
});
