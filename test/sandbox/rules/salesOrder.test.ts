import { salesOrder } from './salesOrder.ts';
import { draftFor, errorsOf, recordOf } from './testDraft.ts';

describe('a sales order', () => {
	it('fills in its header, its lines and its totals', () => {
		const line = recordOf({ InventoryID: 'BRICKS', OrderQty: 2 });
		const draft = draftFor('SalesOrder', { CustomerID: 'C1' }, { Details: [line] });
		salesOrder.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			Date: '2026-11-22T00:00:00.000Z',
			RequestedOn: '2026-11-22T00:00:00.000Z',
			Hold: false,
			Status: 'Open',
			Branch: 'PRODWHOLE',
			LocationID: 'MAIN',
			OrderedQty: 2,
			OrderTotal: 69.98,
		});
		expect(line.fields).toMatchObject({ UnitPrice: 34.99, ExtendedPrice: 69.98, OpenQty: 2 });
		expect(draft.record.linked.Totals?.fields).toMatchObject({
			LineTotalAmount: 69.98,
			UnbilledQty: 2,
		});
	});

	it.each([
		['', "'Customer' cannot be empty."],
		['C9', "Customer 'C9' cannot be found in the system."],
	])('needs a customer that exists, not %p', (CustomerID, error) => {
		const draft = draftFor('SalesOrder', { CustomerID });
		salesOrder.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ CustomerID: error });
	});

	it.each([
		[{ Hold: true }, 'On Hold'],
		[{ Hold: true, Status: 'Open' }, 'On Hold'],
		[{ Hold: false, Status: 'On Hold' }, 'Open'],
		[{ Hold: false, Status: 'Completed' }, 'Completed'],
	])('with %j becomes "%s"', (fields, status) => {
		const draft = draftFor('SalesOrder', { CustomerID: 'C1', ...fields });
		salesOrder.complete?.(draft);
		expect(draft.record.fields.Status).toBe(status);
	});

	it('starts on hold where that is switched on', () => {
		const draft = draftFor('SalesOrder', { CustomerID: 'C1' });
		salesOrder.complete?.({ ...draft, settings: { salesOrdersStartOnHold: true } });
		expect(draft.record.fields).toMatchObject({ Hold: true, Status: 'On Hold' });
	});

	it('cannot be deleted once it is completed', () => {
		const { records } = draftFor('SalesOrder', {});
		expect(salesOrder.refuseDelete?.(recordOf({ Status: 'Completed' }), records)).toContain(
			'cannot be deleted',
		);
		expect(salesOrder.refuseDelete?.(recordOf({ Status: 'Open' }), records)).toBeUndefined();
	});

	it('is open for all that is ordered until something of it is shipped', () => {
		const line = recordOf({ InventoryID: 'BRICKS', OrderQty: 2 });
		const draft = draftFor('SalesOrder', { CustomerID: 'C1' }, { Details: [line] });
		salesOrder.complete?.(draft);
		expect(line.fields.OpenQty).toBe(2);
		line.fields.OrderQty = 5;
		salesOrder.complete?.({ ...draft, isNew: false });
		expect(line.fields.OpenQty).toBe(5);
		draft.record.details.Shipments = [recordOf({ ShipmentNbr: '1' })];
		line.fields.OrderQty = 7;
		salesOrder.complete?.({ ...draft, isNew: false });
		expect(line.fields.OpenQty).toBe(5);
	});
});
