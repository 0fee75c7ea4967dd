import type { SandboxRecord } from '../record.ts';
import { fillIn, lookUp, mustHave, numberOf, rounded, type EntityRules } from './draft.ts';
import { completeLines } from './lines.ts';

const day = 86_400_000;

/** The form Invoices and Memos (AR301000). */
export const invoice: EntityRules = {
	keyDefaults: { Type: 'Invoice' },
	numbering: { field: 'ReferenceNbr', prefix: '' },
	derived: ['Status', 'Amount', 'Balance', 'TaxTotal'],
	complete(draft) {
		const { record } = draft;
		if (mustHave(draft, record, 'Customer', 'Customer')) {
			lookUp(draft, { record, field: 'Customer', label: 'Customer', entities: ['Customer'] });
		}
		fillIn(record, 'Date', draft.businessDate);
		fillIn(record, 'DueDate', daysAfter(String(record.fields.Date), 30));
		fillIn(record, 'PostPeriod', periodOf(String(record.fields.Date)));
		fillIn(record, 'Hold', true);
		fillIn(record, 'LinkBranch', draft.branch);
		fillIn(record, 'TaxTotal', 0);
		const { amount } = completeLines(draft, {
			quantity: 'Qty',
			price: 'UnitPrice',
			description: 'TransactionDescription',
			amounts: ['ExtendedPrice', 'Amount'],
		});
		const total = rounded(amount + numberOf(record, 'TaxTotal'));
		const isReleased = ['Open', 'Closed'].includes(String(record.fields.Status));
		if (!isReleased) record.fields.Balance = total;
		record.fields.Amount = total;
		record.fields.Status = statusOf(record, isReleased);
	},
	refuseDelete: refuseReleased,
	actions: { ReleaseInvoice: release },
};

/** The form Payments and Applications (AR302000). */
export const payment: EntityRules = {
	keyDefaults: { Type: 'Payment' },
	numbering: { field: 'ReferenceNbr', prefix: '' },
	derived: ['Status', 'AppliedToDocuments', 'AppliedToOrders', 'AvailableBalance'],
	complete(draft) {
		const { record } = draft;
		if (mustHave(draft, record, 'CustomerID', 'Customer')) {
			lookUp(draft, { record, field: 'CustomerID', label: 'Customer', entities: ['Customer'] });
		}
		fillIn(record, 'ApplicationDate', draft.businessDate);
		fillIn(record, 'PaymentMethod', 'CHECK');
		fillIn(record, 'CashAccount', '10200');
		fillIn(record, 'Branch', draft.branch);
		fillIn(record, 'CurrencyID', 'USD');
		fillIn(record, 'Hold', true);
		fillIn(record, 'PaymentAmount', 0);
		completeBalances(record);
		const isReleased = ['Open', 'Closed'].includes(String(record.fields.Status));
		record.fields.Status = statusOf(record, isReleased);
	},
	refuseDelete: refuseReleased,
	actions: {
		ReleasePayment: release,
		VoidPayment: (record) => void (record.fields.Status = 'Voided'),
	},
};

function completeBalances(record: SandboxRecord): void {
	const sum = (detail: string, field: string) =>
		(record.details[detail] ?? []).reduce((total, row) => total + numberOf(row, field), 0);
	const toDocuments = rounded(sum('DocumentsToApply', 'AmountPaid'));
	const toOrders = rounded(sum('OrdersToApply', 'AppliedToOrder'));
	record.fields.AppliedToDocuments = toDocuments;
	record.fields.AppliedToOrders = toOrders;
	record.fields.AvailableBalance = rounded(
		numberOf(record, 'PaymentAmount') - toDocuments - toOrders,
	);
}

function statusOf(record: SandboxRecord, isReleased: boolean): string {
	if (isReleased) return String(record.fields.Status);
	return record.fields.Hold === true ? 'On Hold' : 'Balanced';
}

function release(record: SandboxRecord): void {
	record.fields.Hold = false;
	record.fields.Status = 'Open';
}

function refuseReleased(record: SandboxRecord): string | undefined {
	const isReleased = ['Open', 'Closed', 'Voided'].includes(String(record.fields.Status));
	return isReleased ? 'The document is released and cannot be deleted.' : undefined;
}

function daysAfter(date: string, days: number): string {
	return new Date(Date.parse(date) + days * day).toISOString();
}

/** `112026`: month and year, as periods are shown. */
function periodOf(date: string): string {
	return `${date.slice(5, 7)}${date.slice(0, 4)}`;
}
