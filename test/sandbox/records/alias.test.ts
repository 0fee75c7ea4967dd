import { fieldOf, valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

describe('a custom endpoint', () => {
	const its = signedInClient({}, 'Shop.Sync/6');

	it('shows the records of Default under its own names', async () => {
		const { status, json } = await its.client.get('WebOrder/SO/000001?$expand=Lines,ShipTo');
		const order = its.sandbox.records.find('SalesOrder', ['SO', '000001']);
		expect(status).toBe(200);
		expect(fieldOf(json, 'Customer')).toBe(order?.fields.CustomerID);
		expect(fieldOf(json, 'WebReference')).toBe('SHOP-100001');
		expect(valueAt(json, 'Lines', 0, 'Item', 'value')).toBe(
			order?.details.Details?.[0]?.fields.InventoryID,
		);
		expect(valueAt(json, 'ShipTo', 'City', 'value')).toBe(order?.linked.ShipToAddress?.fields.City);
		expect(json).not.toHaveProperty('CustomerID');
	});

	it('writes them, under the rules of the form', async () => {
		const { status, json } = await its.client.put('WebOrder?$expand=Lines', {
			Customer: { value: 'C000001' },
			WebReference: { value: 'WEB-1' },
			Lines: [{ Item: { value: 'AALEGO500' }, Quantity: { value: 2 } }],
		});
		expect(status).toBe(200);
		expect(valueAt(json, 'Total', 'value')).toBe(69.98);
		const number = fieldOf(json, 'OrderNbr');
		expect(its.sandbox.records.find('SalesOrder', ['SO', number])?.fields.CustomerOrder).toBe(
			'WEB-1',
		);
	});

	it('filters by its own names only', async () => {
		const mine = await its.client.get(
			`WebOrder?$filter=${encodeURIComponent("WebReference eq 'SHOP-100003'")}`,
		);
		expect(mine.json).toHaveLength(1);
		const other = await its.client.get(
			`WebOrder?$filter=${encodeURIComponent("CustomerOrder eq 'SHOP-100003'")}`,
		);
		expect(other.status).toBe(500);
	});

	it('reports errors at its own names', async () => {
		const { status, json } = await its.client.put('WebOrder', {
			Customer: { value: 'NOBODY' },
			Lines: [{ Item: { value: 'NOTHING' }, Quantity: { value: 1 } }],
		});
		expect(status).toBe(422);
		expect(valueAt(json, 'Customer', 'error')).toContain('cannot be found');
		expect(valueAt(json, 'Lines', 0, 'Item', 'error')).toContain('cannot be found');
	});
});
