import { rulesOf } from './rules.ts';

describe('the rules', () => {
	it.each([
		['SalesOrder', ['OrderType', 'OrderNbr'], { field: 'OrderNbr', prefix: '' }],
		['Customer', ['CustomerID'], { field: 'CustomerID', prefix: 'C' }],
		['Vendor', ['VendorID'], { field: 'VendorID', prefix: 'V' }],
		['Shipment', ['ShipmentNbr'], { field: 'ShipmentNbr', prefix: '' }],
		['StockItem', ['InventoryID'], undefined],
		['Warehouse', ['WarehouseID'], undefined],
		['Event', [], undefined],
	])('number %s %j by %j', (entity, keyFields, numbering) => {
		expect(rulesOf(entity, keyFields).numbering).toEqual(numbering);
	});
});
