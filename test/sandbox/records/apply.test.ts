import { fieldOf, SandboxClient, valueAt } from '../client.ts';
import { startSandbox } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const key = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };

describe('applying a body to a record', () => {
	const its = signedInClient();
	const lines = () =>
		its.sandbox.records.find('SalesOrder', ['SO', '000001'])?.details.Details ?? [];
	const put = (more: object) => its.client.put('SalesOrder?$expand=Details', { ...key, ...more });

	it('clears a field with null and leaves what was not sent', async () => {
		await put({ Description: { value: null } });
		const order = its.sandbox.records.find('SalesOrder', ['SO', '000001']);
		expect(order?.fields).not.toHaveProperty('Description');
		expect(order?.fields.CustomerOrder).toBe('SHOP-100001');
		expect((await its.client.get('SalesOrder/SO/000001')).json).toMatchObject({ Description: {} });
	});

	it('writes a note, and removes it', async () => {
		await put({ note: { value: 'Fragile' } });
		expect((await its.client.get('SalesOrder/SO/000001')).json).toMatchObject({
			note: { value: 'Fragile' },
		});
		await put({ note: { value: null } });
		expect((await its.client.get('SalesOrder/SO/000001')).json).toMatchObject({
			note: { value: '' },
		});
	});

	it('writes into a linked entity and leaves its other fields', async () => {
		const before = its.sandbox.records.find('Customer', ['ALPENGLOW'])?.linked.MainContact?.fields;
		await its.client.put('Customer', {
			CustomerID: { value: 'ALPENGLOW' },
			MainContact: { FirstName: { value: 'Ada' } },
		});
		const after = its.sandbox.records.find('Customer', ['ALPENGLOW'])?.linked.MainContact?.fields;
		expect(after).toEqual({ ...before, FirstName: 'Ada' });
	});

	it('silently skips fields of the system and derived ones', async () => {
		const { status } = await put({
			Status: { value: 'Completed' },
			OrderTotal: { value: 1 },
			NoteID: { value: '0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60' },
		});
		expect(status).toBe(200);
		const order = its.sandbox.records.find('SalesOrder', ['SO', '000001']);
		expect(order?.fields.NoteID).toBe(order?.id);
		expect(order?.fields.OrderTotal).not.toBe(1);
		expect(order?.fields.Status).not.toBe('Completed');
	});

	it('appends a row without ID and key, with the next line number', async () => {
		const before = lines().length;
		const { json } = await put({ Details: [{ InventoryID: { value: 'CONGRILL' } }] });
		expect(valueAt(json, 'Details', before, 'LineNbr', 'value')).toBe(before + 1);
		expect(lines()).toHaveLength(before + 1);
	});

	it('addresses a row by its key', async () => {
		const before = lines().length;
		await put({ Details: [{ LineNbr: { value: 1 }, OrderQty: { value: 77 } }] });
		expect(lines()).toHaveLength(before);
		expect(lines()[0]?.fields.OrderQty).toBe(77);
	});

	it('addresses a row by its ID of this session, to change or delete it', async () => {
		const { json } = await its.client.get('SalesOrder/SO/000001?$expand=Details');
		const id = valueAt(json, 'Details', 0, 'id');
		await put({ Details: [{ id, OrderQty: { value: 5 } }] });
		expect(lines()[0]?.fields.OrderQty).toBe(5);
		const before = lines().length;
		await put({ Details: [{ id, delete: true }] });
		expect(lines()).toHaveLength(before - 1);
	});

	it('does not know an ID of an earlier session', async () => {
		const { json } = await its.client.get('SalesOrder/SO/000001?$expand=Details');
		const id = valueAt(json, 'Details', 0, 'id');
		await its.client.signOut();
		await its.client.signIn();
		const answer = await put({ Details: [{ id, delete: true }] });
		expect(answer.status).toBe(500);
		expect(lines().length).toBeGreaterThan(0);
	});

	it('writes custom fields of the form, the line and the linked entity', async () => {
		await put({
			custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-77' } } },
			Details: [
				{
					LineNbr: { value: 1 },
					custom: { Transactions: { UsrEngraving: { type: 'CustomStringField', value: 'Ada' } } },
				},
			],
		});
		const { json } = await its.client.get(
			'SalesOrder/SO/000001?$expand=Details&$custom=Document.UsrWebOrderNbr,Details/Transactions.UsrEngraving',
		);
		expect(valueAt(json, 'custom', 'Document', 'UsrWebOrderNbr', 'value')).toBe('W-77');
		expect(valueAt(json, 'Details', 0, 'custom', 'Transactions', 'UsrEngraving', 'value')).toBe(
			'Ada',
		);
	});

	const unknown = {
		custom: { Document: { UsrNothing: { type: 'CustomStringField', value: 'x' } } },
	};

	it('ignores custom fields that the form does not have', async () => {
		expect((await put(unknown)).status).toBe(200);
		expect(
			its.sandbox.records.find('SalesOrder', ['SO', '000001'])?.custom.Document,
		).not.toHaveProperty('UsrNothing');
	});

	it('refuses them where that is switched on', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, unknownCustomFields: 'refuse' });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.put('SalesOrder', { ...key, ...unknown })).status).toBe(400);
		await sandbox.close();
	});

	it('refuses a custom value of the wrong type', async () => {
		const custom = { Document: { UsrShippingFee: { type: 'CustomDecimalField', value: 'much' } } };
		expect((await put({ custom })).status).toBe(400);
	});

	it('keeps rows that only an older contract has, and shows them through it', async () => {
		const old = new SandboxClient(its.sandbox, 'Default/23.200.001');
		await old.signIn();
		const keys = { EmployeePayrollClassID: { value: 'HOURLY' } };
		const rows = { PTODefaults: [{ PTOBank: { value: 'VACATION' } }] };
		await old.put('EmployeePayrollClass', { ...keys, ...rows });
		const path = 'EmployeePayrollClass/HOURLY';
		const shown = await old.get(`${path}?$expand=PTODefaults`);
		expect(valueAt(shown.json, 'PTODefaults', 0)).toMatchObject(rows.PTODefaults[0] ?? {});
		expect(valueAt((await its.client.get(path)).json, 'EmployeePayrollClassID')).toEqual({
			value: 'HOURLY',
		});
	});

	it('never changes a key', async () => {
		const { id } = its.sandbox.records.all('Customer')[0] ?? { id: '' };
		const answer = await its.client.put('Customer', { id, CustomerID: { value: 'OTHER' } });
		expect(fieldOf(answer.json, 'CustomerID')).toBe('ALPENGLOW');
	});
});
