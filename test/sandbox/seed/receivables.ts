import type { SandboxRecord } from '../record.ts';
import { dateOf, day, sqlMoment } from './moment.ts';
import { randomFor } from './random.ts';
import { money, numbered, seeded } from './seeded.ts';
import { orderableItems } from './stockItems.ts';

const branch = 'PRODWHOLE';
const maxLines = 2;
/** Every third invoice is paid in full by one payment. */
const isPaid = (index: number): boolean => index % 3 === 0;

function seedInvoiceLine(invoiceIndex: number, lineIndex: number, modified: string): SandboxRecord {
	const index = invoiceIndex * maxLines + lineIndex;
	const random = randomFor('Invoice.Details', index);
	const { inventoryId, description, price } = random.pick(orderableItems);
	const quantity = random.whole(1, 20);
	const amount = money(quantity * price);
	return seeded('Invoice.Details', index, {
		Amount: amount,
		Branch: branch,
		ExtendedPrice: amount,
		InventoryID: inventoryId,
		LastModifiedDateTime: modified,
		LineNbr: lineIndex + 1,
		Qty: quantity,
		TransactionDescription: description,
		UnitPrice: price,
		UOM: 'EA',
	});
}

function seedInvoice(
	index: number,
	{ count, now }: { readonly count: number; readonly now: number },
	customers: readonly SandboxRecord[],
): SandboxRecord {
	const random = randomFor('Invoice', index);
	const customer = random.pick(customers);
	const created = now - Math.floor(((count - index) * 90 * day) / count);
	const modified = sqlMoment(created + random.whole(0, Math.min(day, now - created - 1)));
	const date = dateOf(created);
	const lines = Array.from({ length: random.whole(1, maxLines) }, (_, line) =>
		seedInvoiceLine(index, line, modified),
	);
	const amount = money(lines.reduce((sum, line) => sum + Number(line.fields['Amount']), 0));
	return seeded(
		'Invoice',
		index,
		{
			Amount: amount,
			Balance: isPaid(index) ? 0 : amount,
			CreatedDateTime: sqlMoment(created),
			Customer: customer.fields['CustomerID'] ?? null,
			CustomerOrder: `PO-${index + 1}`,
			Date: date,
			Description: 'Goods delivered',
			DueDate: dateOf(created + 30 * day),
			Hold: false,
			LastModifiedDateTime: modified,
			LinkBranch: branch,
			LocationID: 'MAIN',
			PostPeriod: `${date.slice(5, 7)}${date.slice(0, 4)}`,
			ReferenceNbr: numbered('', index + 1),
			Status: isPaid(index) ? 'Closed' : 'Open',
			TaxTotal: 0,
			Terms: '30D',
			Type: 'Invoice',
		},
		{ note: '', details: { Details: lines } },
	);
}

/** Invoices `Invoice 000001` and so on, oldest first. */
export function seedInvoices(
	count: number,
	now: number,
	customers: readonly SandboxRecord[],
): SandboxRecord[] {
	return Array.from({ length: count }, (_, index) => seedInvoice(index, { count, now }, customers));
}

function seedPayment(index: number, now: number, invoice: SandboxRecord): SandboxRecord {
	const { Amount, Balance, Customer, Date: invoiced, ReferenceNbr } = invoice.fields;
	const applied = Balance === 0;
	const amount = Number(Amount);
	const paidAt = Math.min(Date.parse(String(invoiced)) + 10 * day, now - day / 24);
	const application = seeded('Payment.DocumentsToApply', index, {
		AmountPaid: amount,
		DocType: 'Invoice',
		ReferenceNbr: ReferenceNbr ?? null,
	});
	const record = seeded(
		'Payment',
		index,
		{
			ApplicationDate: dateOf(paidAt),
			AppliedToDocuments: applied ? amount : 0,
			AvailableBalance: applied ? 0 : amount,
			Branch: branch,
			CashAccount: '10200',
			CurrencyID: 'USD',
			CustomerID: Customer ?? null,
			Description: applied ? `Invoice ${String(ReferenceNbr)}` : 'Payment on account',
			Hold: false,
			LastModifiedDateTime: sqlMoment(paidAt),
			PaymentAmount: amount,
			PaymentMethod: index % 2 === 0 ? 'CHECK' : 'WIRE',
			PaymentRef: `R${index + 1}`,
			ReferenceNbr: numbered('', index + 1),
			Status: applied ? 'Closed' : 'Open',
			Type: 'Payment',
		},
		{ note: '', details: applied ? { DocumentsToApply: [application] } : {} },
	);
	record.fields['NoteID'] = record.id;
	return record;
}

/** One payment for each paid invoice, and some on account. */
export function seedPayments(now: number, invoices: readonly SandboxRecord[]): SandboxRecord[] {
	return invoices
		.filter((_, index) => isPaid(index) || index % 4 === 1)
		.map((invoice, index) => seedPayment(index, now, invoice));
}
