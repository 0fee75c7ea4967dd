import { bearer, SandboxClient } from '../client.ts';
import { startSandbox, type Sandbox } from '../sandbox.ts';

const minutes = 60_000;

describe('who sends a request', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 5, license: { users: 3 } });
	});
	beforeEach(() => {
		sandbox.reset();
		client = new SandboxClient(sandbox);
	});
	afterAll(() => sandbox.close());

	it('has to be signed in', async () => {
		const answer = await client.get('Customer?$top=1');
		expect(answer.status).toBe(401);
		expect(answer.json).toEqual({ message: 'You are not logged in.' });
	});

	it('is forgotten after ten idle minutes', async () => {
		await client.signIn();
		sandbox.clock.advance(9 * minutes);
		expect((await client.get('Customer?$top=1')).status).toBe(200);
		sandbox.clock.advance(9 * minutes);
		expect((await client.get('Customer?$top=1')).status).toBe(200);
		sandbox.clock.advance(10 * minutes);
		expect((await client.get('Customer?$top=1')).status).toBe(401);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, expired: 1, open: 0 });
	});

	it('gets renewed cookies with every answer, refused ones too', async () => {
		await client.signIn();
		const first = client.cookies.get('requestid');
		await client.get('Customer?$top=1');
		const second = client.cookies.get('requestid');
		await client.get('nothing');
		expect(new Set([first, second, client.cookies.get('requestid')]).size).toBe(3);
	});

	it('may have a token, whose session is the grant', async () => {
		const headers = bearer(await client.passwordToken());
		expect((await client.get('Customer?$top=1', { headers })).status).toBe(200);
		expect((await client.get('Customer?$top=2', { headers })).status).toBe(200);
		expect(client.cookies.size).toBe(0);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, open: 1 });
		const out = await client.send('POST', '/entity/auth/logout', { headers });
		expect(out.status).toBe(204);
		expect((await client.get('Customer?$top=1', { headers })).status).toBe(401);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	it('loses a token after an hour', async () => {
		const headers = bearer(await client.passwordToken('api offline_access'));
		sandbox.clock.advance(60 * minutes);
		expect((await client.get('Customer?$top=1', { headers })).status).toBe(401);
	});

	it('opens a session per request with concurrent access and without a cookie jar', async () => {
		const headers = bearer(await client.passwordToken('api api:concurrent_access'));
		for (const status of [200, 200, 200, 500]) {
			const answer = await new SandboxClient(sandbox).get('Customer?$top=1', { headers });
			expect(answer.status).toBe(status);
		}
		expect(sandbox.ledger.sessions.open).toBe(3);
	});

	it('keeps its session with concurrent access and a cookie jar', async () => {
		const headers = bearer(await client.passwordToken('api api:concurrent_access'));
		await client.get('Customer?$top=1', { headers });
		await client.get('Customer?$top=1', { headers });
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, open: 1 });
		await client.send('POST', '/entity/auth/logout', { headers });
		expect(sandbox.ledger.sessions).toMatchObject({ closed: 1, open: 0 });
	});

	it('may be sent to the sign-in page instead (switch)', async () => {
		const other = await startSandbox({ salesOrders: 1, endedSession: 'redirect' });
		const answer = await new SandboxClient(other).get('Customer');
		expect(answer).toMatchObject({
			status: 302,
			headers: { location: '/AcumaticaERP/Frames/Login.aspx' },
		});
		await other.close();
	});
});
