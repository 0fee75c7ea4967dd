import type { SandboxRecord } from './record.ts';
import { seedCustomers } from './seed/customers.ts';
import { seedInvoices, seedPayments } from './seed/receivables.ts';
import { seedReferences } from './seed/references.ts';
import { seedSalesOrders } from './seed/salesOrders.ts';
import { seedStockItems } from './seed/stockItems.ts';
import { seedVendors } from './seed/vendors.ts';

export { customFields } from './seed/customFields.ts';
export { workflowActions } from './seed/workflowActions.ts';

export interface SeedOptions {
	/** How many sales orders; customers, invoices and payments grow with them, slowly. */
	readonly salesOrders: number;
	/** All records were created and changed before this moment, in milliseconds since 1970. */
	readonly now: number;
}

const between = (least: number, wanted: number, most: number): number =>
	Math.min(most, Math.max(least, Math.floor(wanted)));

/**
 * Makes the records of a fresh tenant. The same options give the same records, IDs included.
 *
 * @returns records by entity of Default, in the order of their keys where these are numbered
 */
export function seed({ salesOrders, now }: SeedOptions): Map<string, SandboxRecord[]> {
	const customers = seedCustomers(between(80, salesOrders / 50, 2000), now);
	const invoices = seedInvoices(between(60, salesOrders / 20, 2000), now, customers);
	return new Map([
		...seedReferences(now),
		['Customer', customers],
		['StockItem', seedStockItems(now)],
		['Vendor', seedVendors(40, now)],
		['SalesOrder', seedSalesOrders(salesOrders, now, customers)],
		['Invoice', invoices],
		['Payment', seedPayments(now, invoices)],
	]);
}
