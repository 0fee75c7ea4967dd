import { fillIn, type EntityRules } from './draft.ts';

/** The form Stock Items (IN202500). Item IDs are given by hand. */
export const stockItem: EntityRules = {
	derived: ['AverageCost', 'LastCost', 'MaxCost', 'MinCost'],
	complete(draft) {
		const { record } = draft;
		fillIn(record, 'ItemClass', 'STOCKITEM');
		fillIn(record, 'ItemStatus', 'Active');
		fillIn(record, 'ItemType', 'Finished Good');
		fillIn(record, 'BaseUOM', 'EA');
		fillIn(record, 'SalesUOM', record.fields.BaseUOM);
		fillIn(record, 'PurchaseUOM', record.fields.BaseUOM);
		fillIn(record, 'DefaultPrice', 0);
		fillIn(record, 'ValuationMethod', 'Average');
		fillIn(record, 'TaxCategory', 'TAXABLE');
	},
};
