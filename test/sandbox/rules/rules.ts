import { customer, vendor } from './businessAccounts.ts';
import type { EntityRules } from './draft.ts';
import { invoice, payment } from './receivables.ts';
import { salesOrder } from './salesOrder.ts';
import { stockItem } from './stockItem.ts';

const rules: Readonly<Record<string, EntityRules>> = {
	Customer: customer,
	Invoice: invoice,
	Payment: payment,
	SalesOrder: salesOrder,
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
