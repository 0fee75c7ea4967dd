import { fieldOf, valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

const order = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };
const stored = ['SO', '000001'];

describe('an action', () => {
	const its = signedInClient();
	const post = (path: string, body?: object | string) => its.client.send('POST', path, { body });
	const status = () => its.sandbox.records.find('SalesOrder', stored)?.fields.Status;

	it('has its effect on the record that the body names by its keys', async () => {
		const answer = await post('SalesOrder/CancelSalesOrder', { entity: order, parameters: {} });
		expect(answer).toMatchObject({ status: 204, text: '' });
		expect(status()).toBe('Canceled');
	});

	it.each(['entity', 'Entity', 'ENTITY'])(
		'or by its ID, under %s, and marks it as changed',
		async (name) => {
			const { id, fields } = its.sandbox.records.all('SalesOrder')[1] ?? {
				id: '',
				fields: { LastModified: null },
			};
			const before = String(fields.LastModified);
			expect((await post('SalesOrder/CancelSalesOrder', { [name]: { id } })).status).toBe(204);
			const after = its.sandbox.records.findById('SalesOrder', id)?.fields;
			expect(after?.Status).toBe('Canceled');
			expect(Date.parse(String(after?.LastModified))).toBeGreaterThan(Date.parse(before));
		},
	);

	it('may leave out a key that has a default', async () => {
		const entity = { OrderNbr: order.OrderNbr };
		expect((await post('SalesOrder/CancelSalesOrder', { entity })).status).toBe(204);
		expect(status()).toBe('Canceled');
	});

	it('without an effect of its own changes the time of change only', async () => {
		const { fields } = structuredClone(its.sandbox.records.find('SalesOrder', stored)) ?? {};
		await post('SalesOrder/AutoRecalculateDiscounts', { entity: order });
		const after = its.sandbox.records.find('SalesOrder', stored)?.fields;
		expect(after?.LastModified).not.toBe(fields?.LastModified);
		expect({ ...after, LastModified: fields?.LastModified }).toEqual(fields);
	});

	it('writes the other fields of the entity first', async () => {
		const hold = { entity: { ...order, Hold: { value: true } } };
		expect((await post('SalesOrder/AutoRecalculateDiscounts', hold)).status).toBe(204);
		expect(status()).toBe('On Hold');
		expect(its.sandbox.ledger.writes).toMatchObject([{ entity: 'SalesOrder', kind: 'update' }]);
		const release = { entity: { ...order, Hold: { value: false } } };
		expect((await post('SalesOrder/SalesOrderCreateShipment', release)).status).toBe(204);
		expect(status()).toBe('Shipping');
	});

	it('that the rules refuse answers 422 with the record and the reason, and counts for nothing', async () => {
		await its.client.put('SalesOrder', { ...order, Hold: { value: true } });
		const answer = await post('SalesOrder/SalesOrderCreateShipment', {
			entity: { ...order, Description: { value: 'changed' } },
		});
		expect(answer.status).toBe(422);
		expect(answer.json).toMatchObject({
			error: "The action cannot be used for an order with the status 'On Hold'.",
			...order,
			Status: { value: 'On Hold' },
		});
		expect(its.sandbox.ledger.actions).toEqual([]);
		expect(its.sandbox.records.find('SalesOrder', stored)?.fields.Description).not.toBe('changed');
	});

	it('answers 422 with the fields when they are refused', async () => {
		const entity = { ...order, CustomerID: { value: 'NOBODY' } };
		const { status: code, json } = await post('SalesOrder/OpenSalesOrder', { entity });
		expect(code).toBe(422);
		expect(String(valueAt(json, 'error'))).toContain('raised at least one error');
		expect(valueAt(json, 'CustomerID', 'error')).toContain('cannot be found');
	});

	it('leaves its parameters in the ledger', async () => {
		const parameters = {
			ShipmentDate: { value: '2026-12-24T00:00:00Z' },
			WarehouseID: { value: 'WHOLESALE' },
		};
		const answer = await post('SalesOrder/SalesOrderCreateShipment', { entity: order, parameters });
		expect(answer.status).toBe(204);
		expect(its.sandbox.ledger.actions).toMatchObject([
			{
				entity: 'SalesOrder',
				action: 'SalesOrderCreateShipment',
				id: its.sandbox.records.find('SalesOrder', stored)?.id,
				keys: stored,
				parameters: { ShipmentDate: '2026-12-24T00:00:00.000Z', WarehouseID: 'WHOLESALE' },
				times: 1,
				failed: 0,
			},
		]);
	});

	it('of the form’s workflow takes the values of its dialog', async () => {
		const custom = {
			FilterPreview: { Reason: { type: 'CustomStringField', value: 'Too late' } },
		};
		const answer = await post('SalesOrder/AskForReview', { entity: order, parameters: { custom } });
		expect(answer.status).toBe(204);
		expect(its.sandbox.ledger.actions[0]?.parameters).toEqual({
			custom: { FilterPreview: { Reason: 'Too late' } },
		});
	});

	it.each(['SalesOrder/ReleaseDocument', 'SalesOrder/cancelSalesOrder', 'SalesOrder/constructor'])(
		'that does not exist answers 404: %s',
		async (path) => {
			expect((await post(path, { entity: order })).status).toBe(404);
		},
	);

	it.each([[{ parameters: {} }], [{}], [''], [{ entity: null }], [{ entity: [order] }], ['{']])(
		'needs an entity: %j',
		async (body) => {
			const { status: code, json } = await post('SalesOrder/CancelSalesOrder', body);
			expect(code).toBe(400);
			expect(valueAt(json, 'modelState')).toBeDefined();
		},
	);

	it.each([[{ ...order, OrderNbr: { value: 'X' } }], [{}], [{ id: 'x' }]])(
		'of a record that does not exist is an exception: %j',
		async (entity) => {
			const { status: code, json } = await post('SalesOrder/CancelSalesOrder', { entity });
			expect(code).toBe(500);
			expect(valueAt(json, 'exceptionType')).toContain('NoEntitySatisfies');
		},
	);

	it('is not a POST of a record', async () => {
		expect((await post('SalesOrder', { CustomerID: { value: 'C000001' } })).status).toBe(406);
	});
});

describe('an action of a processing form', () => {
	const its = signedInClient();

	it('takes the rows that came along with the ID', async () => {
		const { json } = await its.client.put('EmailProcessing?$expand=Result', {});
		const body = { Entity: { ...(json ?? {}), Result: [{ Selected: { value: true } }] } };
		const answer = await its.client.send('POST', 'EmailProcessing/ProcessEmailProcessing', {
			body,
		});
		expect(answer.status).toBe(204);
		expect(its.sandbox.ledger.actions).toMatchObject([{ entity: 'EmailProcessing', times: 1 }]);
		const [form] = its.sandbox.records.all('EmailProcessing');
		expect(form?.details.Result?.[0]?.fields.Selected).toBe(true);
	});
});

describe('an action of a custom endpoint', () => {
	const its = signedInClient({}, 'Shop.Sync/6');

	it('has its effect on the record of Default', async () => {
		const body = { entity: { ...order, Comment: { value: 'ship it' } } };
		const path = 'WebOrder/SalesOrderCreateShipment';
		expect((await its.client.send('POST', path, { body })).status).toBe(204);
		const { json } = await its.client.get('WebOrder/SO/000001');
		expect([fieldOf(json, 'Status'), fieldOf(json, 'Comment')]).toEqual(['Shipping', 'ship it']);
	});
});
