import { createdFields, modifiedFields } from './timestamps';

/**
 * Fields that the ERP fills in itself. Documents of endpoints do not say which they are; these are
 * certain by what they are: times of creation and change, the record's own IDs, and sums that a document
 * computes from its lines.
 */
const everywhere = new Set<string>([
	...modifiedFields,
	...createdFields,
	'CreatedByID',
	'LastModifiedByID',
	'NoteID',
]);

const computed: Readonly<Record<string, readonly string[]>> = {
	Bill: ['Balance'],
	CashSale: ['Balance'],
	Check: ['UnappliedBalance'],
	Customer: ['BAccountID'],
	Invoice: ['Balance'],
	Payment: ['AppliedToDocuments', 'AppliedToOrders', 'AvailableBalance'],
	PurchaseOrder: ['LineTotal', 'OrderTotal', 'TaxTotal'],
	PurchaseReceipt: ['TotalCost'],
	SalesInvoice: ['Balance', 'DetailTotal', 'TaxTotal'],
	SalesOrder: ['OrderedQty', 'OrderTotal', 'TaxTotal', 'VATExemptTotal', 'VATTaxableTotal'],
	Shipment: ['ShippedQty', 'ShippedVolume', 'ShippedWeight'],
};

/** True where a field of the entity itself is known not to be writable; false also where nobody knows. */
export function isReadOnlyField(entity: string, field: string): boolean {
	if (everywhere.has(field)) return true;
	return Object.hasOwn(computed, entity) && computed[entity]?.includes(field) === true;
}
