import { bearer, SandboxClient, valueAt } from './client.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

/** The requests that every integration guide shows, word by word. */
describe('the requests of the integration guides', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => {
		sandbox.reset();
		client = new SandboxClient(sandbox, 'Default/24.200.001');
	});
	afterAll(() => sandbox.close());

	it('gets a token for a password', async () => {
		const { clientId, clientSecret, username, password } = sandbox.account;
		const answer = await client.send('POST', '/identity/connect/token', {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: `grant_type=password&client_id=${encodeURIComponent(clientId)}&client_secret=${clientSecret}&username=${username}&password=${password}&scope=api`,
		});
		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({
			access_token: expect.stringMatching(/^\w{20,}$/),
			expires_in: 3600,
			token_type: 'Bearer',
			scope: 'api',
		});
	});

	it('reads the first 50 open sales orders', async () => {
		const headers = bearer(await client.passwordToken());
		const answer = await client.get(
			"SalesOrder?$filter=Status eq 'Open'&$top=50&$skip=0".replaceAll(' ', '%20'),
			{ headers },
		);
		expect(answer.status).toBe(200);
		expect(answer.json).toHaveLength(50);
		expect(valueAt(answer.json, 0)).toMatchObject({
			id: expect.any(String),
			rowNumber: 1,
			OrderType: { value: 'SO' },
			Status: { value: 'Open' },
		});
	});

	it('writes a customer with wrapped values', async () => {
		const headers = bearer(await client.passwordToken());
		const answer = await client.put(
			'Customer',
			{ CustomerID: { value: 'JOHNGOOD' }, CustomerName: { value: 'John Good' } },
			headers,
		);
		expect(answer.status).toBe(200);
		expect(answer.json).toMatchObject({
			CustomerID: { value: 'JOHNGOOD' },
			CustomerName: { value: 'John Good' },
			Status: { value: 'Active' },
		});
		expect(sandbox.records.find('Customer', ['JOHNGOOD'])?.fields.CustomerName).toBe('John Good');
	});

	it('refuses a customer with flat values', async () => {
		const headers = bearer(await client.passwordToken());
		const answer = await client.put(
			'Customer',
			{ CustomerID: 'JOHNGOOD', CustomerName: 'John Good' },
			headers,
		);
		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({
			message: 'The request is invalid.',
			modelState: { 'entity.CustomerID': [expect.any(String)] },
		});
		expect(sandbox.records.find('Customer', ['JOHNGOOD'])).toBeUndefined();
	});

	it('signs in with cookies, reads five stock items and signs out', async () => {
		const signIn = await client.send('POST', '/entity/auth/login', {
			body: { name: 'admin', password: sandbox.account.password, tenant: 'Company' },
		});
		expect(signIn.status).toBe(204);
		const items = await client.get('StockItem?$top=5');
		expect(items.status).toBe(200);
		expect(items.json).toHaveLength(5);
		expect((await client.send('POST', '/entity/auth/logout')).status).toBe(204);
		expect((await client.get('StockItem?$top=5')).status).toBe(401);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	it('asks the endpoint root for the entities', async () => {
		await client.signIn();
		const answer = await client.get('');
		expect(answer.status).toBe(200);
		expect(answer.json).toHaveLength(119);
		expect(answer.json).toContainEqual({
			name: 'SalesOrder',
			href: '/AcumaticaERP/entity/Default/24.200.001/SalesOrder',
		});
	});

	it('asks for the custom fields of the customer', async () => {
		await client.signIn();
		const answer = await client.get('Customer/$adHocSchema');
		expect(answer.status).toBe(200);
		expect(valueAt(answer.json, 'custom', 'CurrentCustomer', 'UsrSegment')).toMatchObject({
			type: 'CustomStringField',
			value: null,
		});
	});

	it('does not know an entity in lower case', async () => {
		await client.signIn();
		expect((await client.get('salesorder')).status).toBe(404);
		expect((await client.get('SalesOrder?$top=1')).status).toBe(200);
	});
});
