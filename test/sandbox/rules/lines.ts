import type { SandboxRecord } from '../record.ts';
import { fillIn, lookUp, mustHave, numberOf, rounded, type Draft } from './draft.ts';

/** How a document's lines name what all lines have. */
export interface LineFields {
	readonly quantity: string;
	readonly price: string;
	readonly description: string;
	/** Fields that hold quantity times price. */
	readonly amounts: readonly string[];
	/** Default `Branch`. */
	readonly branch?: string;
}

/**
 * Completes the lines of a document: item, unit, description and price from the item, amounts.
 *
 * @returns the sums over all lines
 */
export function completeLines(
	draft: Draft,
	names: LineFields,
): { readonly quantity: number; readonly amount: number } {
	let quantity = 0;
	let amount = 0;
	for (const line of draft.record.details.Details ?? []) {
		const item = itemOf(draft, line);
		fillIn(line, names.description, item?.fields.Description);
		fillIn(line, 'UOM', item?.fields.SalesUOM ?? item?.fields.BaseUOM);
		fillIn(line, names.price, item?.fields.DefaultPrice ?? 0);
		fillIn(line, names.quantity, 0);
		fillIn(line, names.branch ?? 'Branch', draft.branch);
		const extended = rounded(numberOf(line, names.quantity) * numberOf(line, names.price));
		for (const field of names.amounts) line.fields[field] = extended;
		quantity += numberOf(line, names.quantity);
		amount += extended;
	}
	return { quantity, amount: rounded(amount) };
}

function itemOf(draft: Draft, line: SandboxRecord): SandboxRecord | undefined {
	if (!mustHave(draft, line, 'InventoryID', 'Inventory ID')) return undefined;
	return lookUp(draft, {
		record: line,
		field: 'InventoryID',
		label: 'Inventory Item',
		entities: ['StockItem', 'NonStockItem'],
	});
}
