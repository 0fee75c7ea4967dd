import type { SandboxRecord } from '../record.ts';
import { newRow } from './action.ts';

/** SalesInvoice field -> the same of Invoice */
const sharedFields: Readonly<Record<string, string>> = {
	Type: 'Type',
	ReferenceNbr: 'ReferenceNbr',
	Amount: 'Amount',
	Balance: 'Balance',
	CustomerID: 'Customer',
	CustomerOrder: 'CustomerOrder',
	Date: 'Date',
	Description: 'Description',
	DueDate: 'DueDate',
	Hold: 'Hold',
	LastModifiedDateTime: 'LastModifiedDateTime',
	CreatedDate: 'CreatedDateTime',
	Project: 'Project',
	Status: 'Status',
	TaxTotal: 'TaxTotal',
};

const sharedLineFields: Readonly<Record<string, string>> = {
	LineNbr: 'LineNbr',
	InventoryID: 'InventoryID',
	Qty: 'Qty',
	UnitPrice: 'UnitPrice',
	UOM: 'UOM',
	Amount: 'Amount',
	TransactionDescr: 'TransactionDescription',
	BranchID: 'Branch',
};

/**
 * A sales invoice as Invoices and Memos shows it: every one of them stands there too, as the same
 * document.
 */
export function shownAsInvoice(
	salesInvoice: SandboxRecord,
	known: SandboxRecord | undefined,
): SandboxRecord {
	const { id, note, details } = salesInvoice;
	const shown = { ...structuredClone(known ?? newRow(id, {})), note };
	copyFields(salesInvoice, shown, Object.entries(sharedFields));
	shown.details.Details = (details.Details ?? []).map((line) => {
		const row = newRow(line.id, {});
		copyFields(line, row, Object.entries(sharedLineFields));
		row.fields.ExtendedPrice = line.fields.Amount ?? 0;
		return row;
	});
	return shown;
}

/** Only invoices that were made as sales invoices have the other form; it follows the header. */
export function shownAsSalesInvoice(
	invoice: SandboxRecord,
	known: SandboxRecord | undefined,
): SandboxRecord | undefined {
	if (known === undefined) return undefined;
	const shown = { ...structuredClone(known), note: invoice.note };
	const backwards = Object.entries(sharedFields).map(([own, other]) => [other, own] as const);
	copyFields(invoice, shown, backwards);
	return shown;
}

function copyFields(
	from: Pick<SandboxRecord, 'fields'>,
	to: Pick<SandboxRecord, 'fields'>,
	names: readonly (readonly [from: string, to: string])[],
): void {
	for (const [source, target] of names) {
		const value = from.fields[source];
		if (value === undefined) delete to.fields[target];
		else to.fields[target] = value;
	}
}
