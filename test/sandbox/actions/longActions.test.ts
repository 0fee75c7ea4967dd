import { LongActions } from './longActions.ts';

describe('long actions', () => {
	it('are releasing an invoice and confirming a shipment, unless told otherwise', () => {
		const actions = new LongActions({ 'Invoice/ReleaseInvoice': false });
		expect(actions.find('Shipment', 'ConfirmShipment')).toEqual({});
		expect(actions.find('Invoice', 'ReleaseInvoice')).toBeUndefined();
		expect(actions.find('SalesOrder', 'CancelSalesOrder')).toBeUndefined();
	});

	it('are found by entity and action, then by action, then by *', () => {
		const actions = new LongActions({
			'*': { takes: 1 },
			ReleaseBill: { takes: 2 },
			'Bill/ReleaseBill': { takes: 3 },
		});
		expect(actions.find('Bill', 'ReleaseBill')).toEqual({ takes: 3 });
		expect(actions.find('Other', 'ReleaseBill')).toEqual({ takes: 2 });
		expect(actions.find('Other', 'constructor')).toEqual({ takes: 1 });
	});

	it('can be changed, and changed back', () => {
		const actions = new LongActions({});
		actions.set({ CancelSalesOrder: { takes: 5 } });
		expect(actions.find('SalesOrder', 'CancelSalesOrder')).toEqual({ takes: 5 });
		expect(actions.find('Shipment', 'ConfirmShipment')).toEqual({});
		actions.clear();
		expect(actions.find('SalesOrder', 'CancelSalesOrder')).toBeUndefined();
	});
});
