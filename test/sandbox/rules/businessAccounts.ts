import { fillIn, lookUp, mustHave, type EntityRules } from './draft.ts';

/** The form Customers (AR303000). */
export const customer: EntityRules = {
	numbering: { field: 'CustomerID', prefix: 'C' },
	derived: ['BAccountID'],
	complete(draft) {
		mustHave(draft, draft.record, 'CustomerName', 'Customer Name');
		fillIn(draft.record, 'CustomerClass', 'DEFAULT');
		lookUp(draft, {
			record: draft.record,
			field: 'CustomerClass',
			label: 'Customer Class',
			entities: ['CustomerClass'],
		});
		fillIn(draft.record, 'Status', 'Active');
		fillIn(draft.record, 'CurrencyID', 'USD');
		fillIn(draft.record, 'Terms', '30D');
		fillIn(draft.record, 'StatementCycleID', 'ENDMONTH');
	},
	refuseDelete: (record, records) =>
		records.all('SalesOrder').some(({ fields }) => fields.CustomerID === record.fields.CustomerID)
			? 'The customer cannot be deleted because it is referenced in the Sales Order record.'
			: undefined,
};

/** The form Vendors (AP303000). */
export const vendor: EntityRules = {
	numbering: { field: 'VendorID', prefix: 'V' },
	complete(draft) {
		mustHave(draft, draft.record, 'VendorName', 'Vendor Name');
		fillIn(draft.record, 'VendorClass', 'DEFAULT');
		fillIn(draft.record, 'Status', 'Active');
		fillIn(draft.record, 'CurrencyID', 'USD');
		fillIn(draft.record, 'Terms', '30D');
	},
};
