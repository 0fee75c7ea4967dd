import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { installed } from '../support/acumaticaPackage.ts';
import { authentications, credentialFor } from '../support/acumaticaRun.ts';
import { callMethod } from '../support/engine.ts';
import { names, search } from './editor.ts';

let sandbox: Sandbox;
beforeEach(async () => {
	// A new address each time: what an instance publishes is remembered.
	sandbox = await startSandbox({ salesOrders: 3, license: { users: 1 } });
});
afterEach(async () => await sandbox.close());

describe('a look-up for the editor', () => {
	it.each(authentications)(
		'uses the credential of the chosen authentication: %s',
		async (authentication) => {
			const found = await search('searchRecords', {
				sandbox,
				authentication,
				entity: 'SalesOrder',
			});
			expect(found.results).toHaveLength(3);
			expect(sandbox.ledger.sessions.open).toBe(0);
			const { opened, offlineGrants } = sandbox.ledger.sessions;
			expect([opened, offlineGrants]).toEqual(authentication === 'oAuth2' ? [0, 1] : [1, 0]);
		},
	);

	it('takes OAuth2 where nothing was chosen yet, as the node does', async () => {
		const credentials = { acumaticaOAuth2Api: await credentialFor({ sandbox }, 'oAuth2') };
		const call = {
			installed,
			group: 'listSearch',
			method: 'searchEndpoints',
			credentials,
		} as const;
		expect(names(await callMethod(call))).toContain('Default/25.200.001');
		expect(sandbox.ledger.countByKind.signIn).toBeUndefined();
	});

	it('takes one session, even for several requests', async () => {
		await search('searchRecords', { sandbox, entity: 'Customer' });
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
		expect(sandbox.ledger.countByKind).toMatchObject({ discovery: 1, list: 1 });
	});

	it('signs out although it failed', async () => {
		sandbox.script({ match: { kind: 'list' }, answer: { status: 500 } });
		await expect(search('searchRecords', { sandbox, entity: 'Customer' })).rejects.toThrow(
			'Could not list Customer: Error: The operation failed.',
		);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	it('ignores an endpoint that is only half typed', async () => {
		const found = await search('searchEntities', { sandbox, endpoint: 'Shop.Sync/' }, 'Tax');
		expect(names(found)).toContain('TaxZone');
	});
});

describe('a look-up that does not get in', () => {
	it.each(['session', 'passwordOAuth2'] as const)(
		'sends a wrong password once, and says so: %s',
		async (authentication) => {
			const credential = { password: 'not the password' };
			await expect(
				search('searchEndpoints', { sandbox, authentication, credential }),
			).rejects.toMatchObject({
				message: 'Could not sign in: the ERP refused the user name, password or client',
				description: expect.stringContaining('It was sent once'),
			});
			expect(sandbox.ledger.total).toBe(1);
		},
	);

	it('names the form where the tenant is found', async () => {
		const credential = { tenant: 'Nowhere' };
		await expect(search('searchEndpoints', { sandbox, credential })).rejects.toMatchObject({
			message: 'Could not sign in: there is no such tenant',
			description: expect.stringContaining('SM203520'),
		});
		expect(sandbox.ledger.total).toBe(1);
	});

	it('shows the address that has no API', async () => {
		const credential = { instanceUrl: sandbox.origin };
		await expect(search('searchEndpoints', { sandbox, credential })).rejects.toMatchObject({
			message: expect.stringContaining('the server answered with a web page'),
			description: expect.stringContaining(`(${sandbox.origin}): it must include the site name`),
		});
	});

	it('says which field of the credential is empty, and sends nothing', async () => {
		const credential = { username: '' };
		await expect(search('searchEndpoints', { sandbox, credential })).rejects.toThrow(
			'The credential has no username. Enter it in the credential.',
		);
		expect(sandbox.ledger.total).toBe(0);
	});
});
