import { SandboxClient } from '../client.ts';
import { startSandbox, type Sandbox } from '../sandbox.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the cookie sign-in', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 5, license: { users: 2 } });
	});
	beforeEach(() => {
		sandbox.reset();
		client = new SandboxClient(sandbox);
	});
	afterAll(() => sandbox.close());

	it('answers 204 with cookies that open the session', async () => {
		const answer = await client.signIn();
		expect(answer).toMatchObject({ status: 204, text: '' });
		expect(client.cookies.get('CompanyID')).toBe('Company');
		expect((await client.get('Customer?$top=1')).status).toBe(200);
	});

	it('takes a form as well', async () => {
		const body = 'name=admin&password=sandbox-password&tenant=Company';
		const answer = await client.send('POST', '/entity/auth/login', { headers: form, body });
		expect(answer.status).toBe(204);
	});

	it('knows the tenant by its old name', async () => {
		await client.signIn({ tenant: undefined, company: 'Company2' });
		expect(client.cookies.get('CompanyID')).toBe('Company2');
	});

	it('refuses both names at once', async () => {
		expect((await client.signIn({ company: 'Company' })).status).toBe(400);
	});

	it.each([undefined, ''])('lands on the default tenant without one (%p)', async (tenant) => {
		expect((await client.signIn({ tenant })).status).toBe(204);
		expect(client.cookies.get('CompanyID')).toBe('Company');
	});

	it('refuses an unknown tenant with 500', async () => {
		const answer = await client.signIn({ tenant: 'Nowhere' });
		expect(answer.status).toBe(500);
		expect(answer.json).toMatchObject({
			exceptionMessage: expect.stringContaining('A proper company ID cannot be determined'),
			exceptionType: expect.stringContaining('PXUndefinedCompanyException'),
		});
	});

	it('refuses a wrong password with 500', async () => {
		const answer = await client.signIn({ password: 'wrong' });
		expect(answer.status).toBe(500);
		expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
		expect(answer.json).toEqual({
			message: 'An error has occurred.',
			exceptionMessage: 'Error: Invalid credentials. Please try again.',
			exceptionType: 'PX.Data.PXException',
			stackTrace: expect.any(String),
		});
		expect(sandbox.ledger.sessions.opened).toBe(0);
	});

	it('refuses an unknown branch', async () => {
		expect((await client.signIn({ branch: 'NOWHERE' })).status).toBe(500);
		expect((await client.signIn({ branch: 'PRODRETAIL' })).status).toBe(204);
		expect(client.cookies.get('UserBranch')).toBe('2');
	});

	it('refuses more sessions than the license has', async () => {
		await client.signIn();
		await new SandboxClient(sandbox).signIn();
		const third = new SandboxClient(sandbox);
		const refused = await third.signIn();
		expect(refused.status).toBe(500);
		expect(refused.text).toContain('API Login Limit');
		await client.signOut();
		expect((await third.signIn()).status).toBe(204);
	});

	it.each([
		['not JSON', '{name', 400],
		['an array', '[]', 400],
		['nothing', '', 400],
	])('refuses %s', async (_, body, status) => {
		const headers = { 'content-type': 'application/json' };
		const answer = await client.send('POST', '/entity/auth/login', { headers, body });
		expect(answer.status).toBe(status);
	});

	it('refuses another content type', async () => {
		const headers = { 'content-type': 'text/plain' };
		const answer = await client.send('POST', '/entity/auth/login', { headers, body: 'name=admin' });
		expect(answer.status).toBe(415);
	});

	it('ends with 204, and the session with it', async () => {
		await client.signIn();
		const jar = new Map(client.cookies);
		expect((await client.signOut()).status).toBe(204);
		for (const [name, value] of jar) client.cookies.set(name, value);
		expect((await client.get('Customer?$top=1')).status).toBe(401);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	it('cannot end twice', async () => {
		await client.signIn();
		await client.signOut();
		expect((await client.signOut()).status).toBe(401);
		expect(sandbox.ledger.sessions.closed).toBe(1);
	});
});
