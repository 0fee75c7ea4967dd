import { SandboxClient, fieldOf, valueAt } from '../client.ts';
import { startSandbox } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const customer = (id: string, name = 'New') => ({
	CustomerID: { value: id },
	CustomerName: { value: name },
});

describe('PUT', () => {
	const its = signedInClient();

	it('inserts, then updates, and answers 200 to both', async () => {
		const first = await its.client.put('Customer', customer('ACME'));
		const second = await its.client.put('Customer', customer('ACME', 'Acme'));
		expect([first.status, second.status]).toEqual([200, 200]);
		expect(valueAt(second.json, 'id')).toBe(valueAt(first.json, 'id'));
		expect(its.sandbox.ledger.writes.map(({ kind }) => kind)).toEqual(['insert', 'update']);
		expect(its.sandbox.records.find('Customer', ['ACME'])?.fields.CustomerName).toBe('Acme');
	});

	it('addresses a record by its ID', async () => {
		const { id } = its.sandbox.records.all('Customer')[0] ?? { id: '' };
		const answer = await its.client.put('Customer', { id, CustomerName: { value: 'Renamed' } });
		expect(answer.status).toBe(200);
		expect(its.sandbox.records.findById('Customer', id)?.fields.CustomerName).toBe('Renamed');
	});

	it('does not insert under an ID of the caller', async () => {
		const id = '0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60';
		const answer = await its.client.put('Customer', { id, ...customer('ACME') });
		expect(answer.status).toBe(500);
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeUndefined();
	});

	it('addresses a record by a filter', async () => {
		const filter = encodeURIComponent("CustomerID eq 'BLUEHERON'");
		await its.client.put(`Customer?$filter=${filter}`, { CustomerName: { value: 'Renamed' } });
		expect(its.sandbox.records.find('Customer', ['BLUEHERON'])?.fields.CustomerName).toBe(
			'Renamed',
		);
	});

	it('refuses a filter with several matches', async () => {
		const filter = encodeURIComponent("CurrencyID eq 'USD'");
		const answer = await its.client.put(`Customer?$filter=${filter}`, {
			Status: { value: 'Hold' },
		});
		expect(answer.status).toBe(500);
		expect(its.sandbox.ledger.writes).toEqual([]);
	});

	it('creates another record each time where no key is given', async () => {
		const answers = [
			await its.client.put('Customer', { CustomerName: { value: 'A' } }),
			await its.client.put('Customer', { CustomerName: { value: 'A' } }),
		];
		const [first, second] = answers.map(({ json }) => fieldOf(json, 'CustomerID'));
		expect(first).toMatch(/^C\d{6}$/);
		expect(second).not.toBe(first);
	});

	it.each([
		['If-None-Match', 'ALPENGLOW', 412],
		['If-None-Match', 'ACME', 200],
		['If-Match', 'ALPENGLOW', 200],
		['If-Match', 'ACME', 412],
	])('with %s: * for %s answers %i', async (header, id, status) => {
		const answer = await its.client.put('Customer', customer(id), { [header]: '*' });
		expect(answer.status).toBe(status);
		expect(its.sandbox.ledger.writes).toHaveLength(status === 200 ? 1 : 0);
	});

	it('shows nested entities only where they were asked for', async () => {
		const body = { ...customer('ACME'), MainContact: { Email: { value: 'a@acme.example' } } };
		expect((await its.client.put('Customer', body)).json).not.toHaveProperty('MainContact');
		const { json } = await its.client.put('Customer?$expand=MainContact', body);
		expect(json).toHaveProperty('MainContact.Email.value', 'a@acme.example');
	});

	it('refuses an empty body in the recorded words', async () => {
		const answer = await its.client.send('PUT', 'Customer', {
			headers: { 'content-type': 'application/json' },
			body: '',
		});
		expect(answer).toMatchObject({
			status: 400,
			json: {
				message: 'The request is invalid.',
				modelState: { '': ['The request body should not be empty.'] },
			},
		});
	});

	it('echoes a refused record with an error at each field, and stores nothing', async () => {
		const before = its.sandbox.records.all('SalesOrder').length;
		const answer = await its.client.put('SalesOrder', {
			CustomerID: { value: 'NOBODY' },
			Details: [
				{ InventoryID: { value: 'AALEGO500' }, OrderQty: { value: 1 } },
				{ InventoryID: { value: 'NOTHING' }, OrderQty: { value: 1 } },
			],
		});
		expect(answer.status).toBe(422);
		expect(answer.json).toMatchObject({
			error: "Inserting  'Sales Order' record raised at least one error. Please review the errors.",
			OrderNbr: { value: '<NEW>' },
			CustomerID: {
				value: 'NOBODY',
				error: "Customer 'NOBODY' cannot be found in the system.",
			},
			_links: expect.any(Object),
		});
		expect(valueAt(answer.json, 'Details', 0, 'InventoryID')).toEqual({ value: 'AALEGO500' });
		expect(valueAt(answer.json, 'Details', 1, 'InventoryID')).toEqual({
			value: 'NOTHING',
			error: "Inventory Item 'NOTHING' cannot be found in the system.",
		});
		expect(its.sandbox.records.all('SalesOrder')).toHaveLength(before);
		expect(its.sandbox.ledger.writes).toEqual([]);
	});

	it('of an inquiry answers and keeps nothing', async () => {
		const answer = await its.client.put('InventorySummaryInquiry?$expand=Results', {
			InventoryID: { value: 'AALEGO500' },
		});
		expect(answer.status).toBe(200);
		expect(answer.json).toMatchObject({ InventoryID: { value: 'AALEGO500' }, Results: [] });
		expect(its.sandbox.records.all('InventorySummaryInquiry')).toEqual([]);
	});

	it('takes the first of several matches where that is switched on', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, severalMatches: 'first' });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const filter = encodeURIComponent("CurrencyID eq 'USD'");
		const answer = await client.put(`Customer?$filter=${filter}`, { Terms: { value: 'COD' } });
		expect(answer.status).toBe(200);
		expect(fieldOf(answer.json, 'CustomerID')).toBe('ALPENGLOW');
		await sandbox.close();
	});
});

describe('a large document', () => {
	const line = { InventoryID: { value: 'AALEGO500' }, OrderQty: { value: 1 } };
	const order = (lines: number) => ({
		CustomerID: { value: 'ALPENGLOW' },
		Details: Array.from({ length: lines }, () => line),
	});

	it('of 2,000 lines is written', async () => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { status, json } = await client.put('SalesOrder?$expand=Details', order(2_000));
		expect(status).toBe(200);
		expect(valueAt(json, 'Details', 1_999, 'LineNbr', 'value')).toBe(2_000);
		expect(valueAt(json, 'OrderedQty', 'value')).toBe(2_000);
		await sandbox.close();
	});

	it('runs out of time where the switch says so, and is not written', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, maxLinesPerRequest: 2 });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { status, json } = await client.put('SalesOrder', order(3));
		expect([status, valueAt(json, 'exceptionMessage')]).toEqual([
			500,
			'Execution Timeout Expired.',
		]);
		expect(sandbox.records.all('SalesOrder')).toHaveLength(1);
		const { json: made } = await client.put('SalesOrder', order(2));
		const more = { id: valueAt(made, 'id'), Details: [line, line] };
		const { json: whole } = await client.put('SalesOrder?$expand=Details', more);
		expect(valueAt(whole, 'Details')).toHaveLength(4);
		await sandbox.close();
	});
});

describe('PATCH', () => {
	const its = signedInClient();

	it('updates', async () => {
		const answer = await its.client.send('PATCH', 'Customer', { body: customer('ALPENGLOW', 'A') });
		expect(answer.status).toBe(200);
		expect(its.sandbox.records.find('Customer', ['ALPENGLOW'])?.fields.CustomerName).toBe('A');
	});

	it('never inserts', async () => {
		const answer = await its.client.send('PATCH', 'Customer', { body: customer('ACME') });
		expect(answer.status).toBe(404);
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeUndefined();
	});

	it.each(['ALPENGLOW', 'ACME'])('refuses If-None-Match for %s', async (id) => {
		const headers = { 'If-None-Match': '*' };
		const answer = await its.client.send('PATCH', 'Customer', { body: customer(id), headers });
		expect(answer.status).toBe(412);
	});
});

describe.each([
	'Default/20.200.001',
	'Default/23.200.001',
	'Default/24.200.001',
	'Default/25.200.001',
	'Shop.Sync/6',
])('a customer through %s', (endpoint) => {
	const its = signedInClient({}, endpoint);
	const body = {
		...customer('ACME', 'Acme'),
		MainContact: {
			Email: { value: 'acme@example.com' },
			Address: { AddressLine1: { value: '1 Mill Lane' }, City: { value: 'Austin' } },
		},
		Contacts: [{ ContactID: { value: 10_001 } }],
	};

	it('is written with contact, address and rows, as the one record of all endpoints', async () => {
		const path = 'Customer?$expand=MainContact,MainContact/Address,Contacts';
		const { status, json } = await its.client.put(path, body);
		expect(status).toBe(200);
		expect(json).toMatchObject(body);
		const newest = '/entity/Default/25.200.001/Customer/ACME';
		expect((await its.client.get(newest)).json).toMatchObject({
			id: valueAt(json, 'id'),
			NoteID: { value: valueAt(json, 'id') },
			CustomerClass: { value: 'DEFAULT' },
		});
	});

	it('is changed, and what the endpoint does not show stays', async () => {
		const before = its.sandbox.records.find('Customer', ['ALPENGLOW']);
		const { CreditLimit, LastModifiedDateTime } = before?.fields ?? {};
		expect(CreditLimit).toEqual(expect.any(Number));
		await its.client.put('Customer', {
			...customer('ALPENGLOW', 'Glow'),
			MainContact: { Phone1: { value: '555' } },
		});
		const after = its.sandbox.records.find('Customer', ['ALPENGLOW']);
		expect(after?.fields).toMatchObject({ CustomerName: 'Glow', CreditLimit });
		expect(after?.fields.LastModifiedDateTime).not.toBe(LastModifiedDateTime);
		expect(after?.linked.MainContact?.fields).toMatchObject({ Phone1: '555' });
		expect(after?.linked.MainContact?.fields.Email).toContain('alpenglow');
	});

	it('is found by a filter, also on its contact', async () => {
		const filter =
			"CustomerName eq 'Alpenglow Outfitters' and startswith(MainContact/Email,'orders')";
		const { json } = await its.client.get(`Customer?$filter=${encodeURIComponent(filter)}`);
		expect(json).toHaveLength(1);
	});
});
