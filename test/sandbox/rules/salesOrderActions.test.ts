import type { FieldValue } from '../record.ts';
import type { Draft } from './draft.ts';
import { salesOrder } from './salesOrder.ts';
import { act, draftFor, draftOn, recordOf } from './testDraft.ts';

function orderWith(fields: Record<string, FieldValue>, ...warehouses: string[]): Draft {
	const Details = warehouses.map((WarehouseID, index) =>
		recordOf({ LineNbr: index + 1, WarehouseID, OpenQty: 2, OrderQty: 2 }, `line${index}`),
	);
	return draftFor('SalesOrder', { OrderType: 'SO', OrderNbr: '1', ...fields }, { Details });
}

const run = (action: string, draft: Draft, parameters = {}) =>
	act(salesOrder, action, draft, parameters);

describe('actions of a sales order', () => {
	it.each([
		['CancelSalesOrder', { Status: 'On Hold', Hold: true }, { Status: 'Canceled', Hold: false }],
		['ReopenSalesOrder', { Status: 'Canceled' }, { Status: 'Open' }],
		['OpenSalesOrder', { Status: 'On Hold', Hold: true }, { Status: 'Open', Hold: false }],
		[
			'ReleaseFromCreditHoldSalesOrder',
			{ Status: 'Credit Hold', CreditHold: true },
			{ Status: 'Open', CreditHold: false },
		],
	])('%s: %j becomes %j', (action, before, after) => {
		expect(run(action, orderWith(before)).fields).toMatchObject(after);
	});

	it.each([
		['CancelSalesOrder', 'Completed'],
		['CancelSalesOrder', 'Shipping'],
		['ReopenSalesOrder', 'Open'],
		['OpenSalesOrder', 'Canceled'],
		['SalesOrderCreateShipment', 'On Hold'],
		['SalesOrderCreateShipment', 'Shipping'],
	])('%s is refused for the status %s', (action, Status) => {
		expect(() => run(action, orderWith({ Status }, 'MAIN'))).toThrow(`status '${Status}'`);
	});

	it('ship what is open from the first line’s warehouse', () => {
		const draft = orderWith({ Status: 'Open', CustomerID: 'C1' }, 'MAIN', 'SHOP', 'MAIN');
		const { fields, details } = run('SalesOrderCreateShipment', draft);
		expect(fields.Status).toBe('Shipping');
		const [made] = draft.records.all('Shipment');
		expect(made?.fields).toMatchObject({
			ShipmentNbr: '000001',
			ShipmentDate: draft.businessDate,
			WarehouseID: 'MAIN',
			CustomerID: 'C1',
			ShippedQty: 4,
			Status: 'Open',
		});
		expect(made?.details.Details?.map((row) => row.fields.OrderLineNbr)).toEqual([1, 3]);
		expect(details.Shipments?.[0]?.fields).toMatchObject({ ShipmentNbr: '000001', Status: 'Open' });
	});

	it('ship on a given day from a given warehouse', () => {
		const draft = orderWith({ Status: 'Open' }, 'MAIN', 'SHOP');
		run('SalesOrderCreateShipment', draft, { WarehouseID: 'SHOP', ShipmentDate: '2026-12-01' });
		const [made] = draft.records.all('Shipment');
		expect(made?.fields).toMatchObject({ WarehouseID: 'SHOP', ShipmentDate: '2026-12-01' });
		expect(made?.details.Details).toHaveLength(1);
	});

	it('ship nothing where nothing is, or from nowhere', () => {
		const draft = orderWith({ Status: 'Open' }, 'MAIN');
		const ship = (WarehouseID: string) => run('SalesOrderCreateShipment', draft, { WarehouseID });
		expect(() => ship('SHOP')).toThrow('no lines that can be shipped');
		expect(() => ship('MOON')).toThrow("Warehouse 'MOON' cannot be found in the system.");
	});

	it('invoice all confirmed shipments together', () => {
		const draft = orderWith({ Status: 'Back Order', CustomerID: 'C1' }, 'MAIN');
		for (const [ShipmentNbr, Status] of [
			['1', 'Confirmed'],
			['2', 'Confirmed'],
			['3', 'Open'],
		] as const) {
			const record = recordOf({ ShipmentNbr, Status, CustomerID: 'C1' }, `s${ShipmentNbr}`);
			record.details.Details = [recordOf({ ShippedQty: 1 }, `r${ShipmentNbr}`)];
			draft.records.set('Shipment').put(record);
			(draft.record.details.Shipments ??= []).push(recordOf({ ShipmentNbr, Status }));
		}
		run('PrepareSalesInvoice', draft);
		expect(draft.records.all('SalesInvoice')[0]?.details.Details).toHaveLength(2);
		const statuses = draft.records.all('Shipment').map(({ fields }) => fields.Status);
		expect(statuses).toEqual(['Invoiced', 'Invoiced', 'Open']);
	});

	it('invoice nothing without a confirmed shipment', () => {
		const draft = draftOn(orderWith({ Status: 'Open' }), 'SalesOrder', recordOf({ OrderNbr: '1' }));
		expect(() => run('PrepareSalesInvoice', draft)).toThrow('no confirmed shipment');
	});
});
