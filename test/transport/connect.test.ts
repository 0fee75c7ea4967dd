import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';
import { connectOAuth2 } from '../support/oauthConnection.ts';
import { eventually } from '../support/eventually.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const read = { operation: 'getAll', parameters: { entity: 'Customer', limit: 1 } };

describe('a connection', () => {
	test.each(['session', 'passwordOAuth2'] as const)(
		'%s: one session for an execution, signed out',
		async (authentication) => {
			const run = await runAcumatica({ sandbox, authentication, ...read, items: [{}, {}, {}] });
			expect(run.error).toBeUndefined();
			expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
		},
	);

	test('signs out although the run fails', async () => {
		const run = await runAcumatica({ sandbox, ...read, parameters: { entity: 'NoSuchEntity' } });
		expect(run.error).toBeDefined();
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	test('a cancelled execution stops the request in flight, signs out, and starts nothing more', async () => {
		sandbox.script({ match: { kind: 'list' }, times: 9, answer: { delay: 20_000 } });
		const started = eventually(() => expect(sandbox.ledger.sessions.opened).toBe(1));
		const run = await runAcumatica({ sandbox, ...read, items: [{}, {}, {}], cancelAfter: started });
		expect(run.status).toBe('canceled');
		await eventually(() => expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, open: 0 }));
		expect(sandbox.ledger.countByKind.signIn).toBe(1);
		expect(sandbox.ledger.countByKind.list ?? 0).toBeLessThanOrEqual(1);
	});

	test('a sign-out that fails does not hide the result', async () => {
		sandbox.script({ match: { kind: 'signOut' }, answer: { status: 500 } });
		const run = await runAcumatica({ sandbox, ...read });
		expect(run.json).toHaveLength(1);
		expect(run.log.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('signing out failed'),
		);
	});

	test('tells in the log and in a hint what it waited for', async () => {
		sandbox.script({ match: { kind: 'list' }, answer: { status: 429, retryAfter: '1' } });
		const run = await runAcumatica({ sandbox, ...read });
		expect(run.json).toHaveLength(1);
		expect(run.log).toContainEqual(
			expect.objectContaining({
				level: 'info',
				message: expect.stringContaining('waiting 1.0 s for the license limit'),
			}),
		);
		expect(run.hints[0]?.message).toMatch(
			/^\d+ requests, at most \d+ in a minute, 1 at once, 1 session; waited \d+ s for the license/,
		);
	});

	test('OAuth: the grant is the session; several cookies of one scope are signed out', async () => {
		const tokens = await connectOAuth2(sandbox, 'api api:concurrent_access');
		const credential = { scope: 'api api:concurrent_access' };
		const run = await runAcumatica({
			sandbox,
			authentication: 'oAuth2',
			tokens,
			credential,
			...read,
			items: [{}, {}],
		});
		expect(run.error).toBeUndefined();
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, open: 0 });
	});

	test('a credential that cannot work is named before anything is sent', async () => {
		const run = await runAcumatica({ sandbox, ...read, credential: { instanceUrl: '' } });
		expect(run.error?.message).toContain('no Instance URL');
		expect(sandbox.ledger.total).toBe(0);
	});
});
