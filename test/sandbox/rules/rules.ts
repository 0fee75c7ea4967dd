import { customer, vendor } from './businessAccounts.ts';
import type { EntityRules } from './draft.ts';
import { bill, check } from './payables.ts';
import { payment } from './payment.ts';
import { invoice } from './receivables.ts';
import { salesInvoice } from './salesInvoice.ts';
import { salesOrder } from './salesOrder.ts';
import { shipment } from './shipment.ts';
import { stockItem } from './stockItem.ts';

const rules: Readonly<Record<string, EntityRules>> = {
	Bill: bill,
	Check: check,
	Customer: customer,
	Invoice: invoice,
	Payment: payment,
	SalesInvoice: salesInvoice,
	SalesOrder: salesOrder,
	Shipment: shipment,
	StockItem: stockItem,
	Vendor: vendor,
};

/** The number of a document is assigned by the system; codes and names are the user's. */
const numbered = /Nbr$|^(Case|Contact|Lead|Opportunity|Customer|Batch)ID$/;

/**
 * The business rules of an entity of Default. One without rules of its own has keys, and a number where
 * the last key is a document's number.
 */
export function rulesOf(entity: string, keyFields: readonly string[]): EntityRules {
	const own = rules[entity];
	if (own !== undefined) return own;
	const last = keyFields.at(-1);
	if (last === undefined || !numbered.test(last)) return {};
	return { numbering: { field: last, prefix: '' } };
}
