import { recordPartsOf } from '../../nodes/Acumatica/contract/recordParts';
import { endpointModel, placeIn } from './endpointModel.ts';

describe('what a sales order can be asked for', () => {
	const parts = recordPartsOf(placeIn(endpointModel(), 'SalesOrder'), 'SalesOrder');

	test('fields: its own, of linked entities and of rows', () => {
		expect(parts.select).toEqual(
			expect.arrayContaining(['OrderNbr', 'ShipToAddress/City', 'Details/InventoryID']),
		);
		expect(parts.select).not.toContain('Document.UsrWebOrderNbr');
	});

	test('what exists to be expanded: details, linked entities, what is in rows, and files', () => {
		expect(parts.expand).toEqual(
			expect.arrayContaining([
				'Details',
				'ShipToAddress',
				'Details/Allocations',
				'Details/files',
				'files',
			]),
		);
		expect(parts.expand).not.toContain('OrderNbr');
		expect(parts.expand).toHaveLength(new Set(parts.expand).size);
	});

	test('custom fields, those of rows as well', () =>
		expect(parts.custom).toEqual([
			'Document.UsrWebOrderNbr',
			'Document.UsrShippingFee',
			'Details/Transactions.UsrEngraving',
		]));
});

test('linked entities two levels deep, with their custom fields', () => {
	const parts = recordPartsOf(placeIn(endpointModel(), 'Customer'), 'Customer');
	expect(parts.expand).toEqual(expect.arrayContaining(['MainContact', 'MainContact/Address']));
	expect(parts.custom).toContain('MainContact/DefContact.UsrNewsletter');
});

test('an entity that is not there has no parts', () => {
	const place = placeIn(endpointModel(), 'Customer');
	expect(recordPartsOf(place, 'Nothing')).toEqual({ select: [], expand: [], custom: [] });
});
