import { nearestNames } from '../../nodes/Acumatica/contract/nearest';

const names = [
	'Customer',
	'CustomerClass',
	'SalesOrder',
	'SalesInvoice',
	'StockItem',
	'Tax',
	'Task',
];

describe('the nearest names', () => {
	it.each([
		['another case', 'salesorder', ['SalesOrder']],
		['a typing error', 'StokItem', ['StockItem']],
		['two letters swapped', 'SalesOrdre', ['SalesOrder']],
		['a plural', 'StockItems', ['StockItem']],
		['part of a name', 'Invoice', ['SalesInvoice']],
		['a short name', 'Taxx', ['Tax', 'Task']],
		['nothing like it', 'Quaternion', []],
	])('of %s', (_what, name, nearest) => {
		expect(nearestNames(name, names)).toEqual(nearest);
	});

	it('are only the one that differs in case, where there is one', () => {
		expect(nearestNames('customer', ['CustomerClass', 'Customers', 'Customer'])).toEqual([
			'Customer',
		]);
	});

	it('come best first', () => {
		expect(nearestNames('custome', ['CustomerClass', 'Customers', 'Customer'])).toEqual([
			'Customer',
			'Customers',
			'CustomerClass',
		]);
	});

	it('are no more than asked for', () => {
		expect(nearestNames('Sales', names, 1)).toEqual(['SalesOrder']);
		expect(nearestNames('a1', ['a2', 'a3', 'a4', 'a5'])).toEqual(['a2', 'a3', 'a4']);
	});
});
