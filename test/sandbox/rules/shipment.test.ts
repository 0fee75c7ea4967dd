import type { Draft } from './draft.ts';
import { salesOrder } from './salesOrder.ts';
import { shipment } from './shipment.ts';
import { act, draftFor, draftOn, errorsOf, recordOf } from './testDraft.ts';

/** A saved order of two bricks and one service, with a shipment of all of it. */
function shipped(): { readonly order: Draft; readonly draft: Draft } {
	const line = (LineNbr: number, InventoryID: string, OrderQty: number) =>
		recordOf({ LineNbr, InventoryID, OrderQty }, `line${LineNbr}`);
	const order = draftFor(
		'SalesOrder',
		{ OrderType: 'SO', OrderNbr: '1', CustomerID: 'C1' },
		{ Details: [line(1, 'BRICKS', 2), line(2, 'SERVICE', 1)] },
	);
	salesOrder.complete?.(order);
	act(salesOrder, 'SalesOrderCreateShipment', order);
	const [record] = order.records.all('Shipment');
	if (record === undefined) throw new Error('Nothing was shipped.');
	return { order, draft: draftOn(order, 'Shipment', record) };
}

const orderIn = ({ records }: Draft) => records.find('SalesOrder', ['SO', '1']);

describe('a shipment', () => {
	it('adds up its lines, and may be put on hold', () => {
		const rows = { Details: [recordOf({ ShippedQty: 2 }), recordOf({ ShippedQty: 1.5 })] };
		const draft = draftFor('Shipment', { CustomerID: 'C1', Hold: true }, rows);
		shipment.complete?.(draft);
		expect(draft.record.fields).toMatchObject({ ShippedQty: 3.5, Status: 'On Hold' });
		draft.record.fields.Hold = false;
		shipment.complete?.(draft);
		expect(draft.record.fields.Status).toBe('Open');
	});

	it('refuses a customer that does not exist', () => {
		const draft = draftFor('Shipment', { CustomerID: 'C9' });
		shipment.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ CustomerID: "Customer 'C9' cannot be found in the system." });
	});

	it('completes the order when it is confirmed', () => {
		const { draft } = shipped();
		expect(act(shipment, 'ConfirmShipment', draft).fields.Status).toBe('Confirmed');
		const order = orderIn(draft);
		expect(order?.fields.Status).toBe('Completed');
		expect(order?.details.Details?.[0]?.fields).toMatchObject({ OpenQty: 0, Completed: true });
		expect(order?.details.Shipments?.[0]?.fields.Status).toBe('Confirmed');
	});

	it('of less than was ordered leaves a back order', () => {
		const { draft } = shipped();
		const [first] = draft.record.details.Details ?? [];
		if (first !== undefined) first.fields.ShippedQty = 1;
		act(shipment, 'ConfirmShipment', draft);
		expect(orderIn(draft)?.fields.Status).toBe('Back Order');
		expect(orderIn(draft)?.details.Details?.[0]?.fields.OpenQty).toBe(1);
	});

	it('can be corrected, which opens the order again', () => {
		const { draft } = shipped();
		const record = act(shipment, 'ConfirmShipment', draft);
		expect(act(shipment, 'CorrectShipment', { ...draft, record }).fields.Status).toBe('Open');
		expect(orderIn(draft)?.fields.Status).toBe('Shipping');
		expect(orderIn(draft)?.details.Details?.[0]?.fields.OpenQty).toBe(2);
	});

	it('is invoiced at the prices of the order, once', () => {
		const { draft } = shipped();
		const confirmed = act(shipment, 'ConfirmShipment', draft);
		const record = act(shipment, 'PrepareInvoice', { ...draft, record: confirmed });
		expect(record.fields.Status).toBe('Invoiced');
		const [invoice] = draft.records.all('SalesInvoice');
		expect(invoice?.fields).toMatchObject({ Amount: 149.98, Balance: 149.98, Status: 'Balanced' });
		expect(invoice?.details.Details?.map(({ fields }) => fields.Amount)).toEqual([69.98, 80]);
		const reference = { InvoiceType: 'Invoice', InvoiceNbr: invoice?.fields.ReferenceNbr };
		expect(record.details.Orders?.[0]?.fields).toMatchObject(reference);
		expect(orderIn(draft)?.details.Shipments?.[0]?.fields).toMatchObject(reference);
		expect(() => act(shipment, 'PrepareInvoice', { ...draft, record })).toThrow("'Invoiced'");
		expect(act(shipment, 'UpdateIN', { ...draft, record }).fields.Status).toBe('Completed');
	});

	it.each(['CorrectShipment', 'PrepareInvoice', 'UpdateIN'])(
		'that is open allows no %s',
		(action) => {
			expect(() => act(shipment, action, shipped().draft)).toThrow("status 'Open'");
		},
	);

	it('of nothing cannot be confirmed', () => {
		const draft = draftFor('Shipment', { ShipmentNbr: '1', Status: 'Open', ShippedQty: 0 });
		expect(() => act(shipment, 'ConfirmShipment', draft)).toThrow('nothing to ship');
	});

	it('can be deleted until it is confirmed', () => {
		const { draft } = shipped();
		expect(shipment.refuseDelete?.(recordOf({ Status: 'Open' }), draft.records)).toBeUndefined();
		expect(shipment.refuseDelete?.(recordOf({ Status: 'Confirmed' }), draft.records)).toContain(
			'cannot be deleted',
		);
	});
});
