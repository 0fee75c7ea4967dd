import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The export as it lies in the repository. */
export const exportFile = resolve(import.meta.dirname, '../../examples/data/web-shop-orders.csv');

/**
 * What `examples/data/web-shop-orders.csv` holds, counted by hand: the demo and the end-to-end tests
 * compare what happened with this, not with what the workflow says of itself.
 */
export const webShop = {
	rows: 46,
	/** With a number and a name; rows without are among the mistakes. */
	customers: 15,
	/** Orders that Acumatica refuses, each with words that its reason must have. */
	mistakes: {
		'SHOP-100456': /CONGRIL\b/,
		'SHOP-100467': /customer/i,
		'SHOP-100476': /two|OrderQty|quantity/i,
		'SHOP-100487': /WEB9999/,
	},
	/** In Acumatica from the beginning: the sandbox's seed has this order. */
	known: ['SHOP-100199'],
	/** Exported twice. */
	repeated: ['SHOP-100490'],
	created: 40,
} as const;

/** The shop's numbers of the orders that Acumatica should have after a run. */
export function goodOrders(): string[] {
	const bad: readonly string[] = Object.keys(webShop.mistakes);
	return [...new Set(exportedOrders())].filter((number) => !bad.includes(number));
}

/** The first column of the export. */
export function exportedOrders(): string[] {
	const rows = readFileSync(exportFile, 'utf8').trim().split('\n').slice(1);
	return rows.map((row) => row.slice(0, row.indexOf(',')));
}
