import { randomUUID } from 'node:crypto';
import type { SandboxRecord } from '../record.ts';
import { newRow, type ActionRun } from './action.ts';
import { checkRelease, documentStatus, isReleased, refuseReleased } from './documents.ts';
import {
	fillIn,
	lookUp,
	mustHave,
	numberOf,
	rounded,
	textOf,
	type Draft,
	type EntityRules,
} from './draft.ts';

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
		for (const row of record.details.DocumentsToApply ?? []) completeApplication(draft, row);
		completeBalances(record);
		record.fields.Status = documentStatus(record);
	},
	refuseDelete: refuseReleased,
	actions: { ReleasePayment: release, VoidPayment: makeVoid },
};

/** A row without an amount pays the whole invoice, as far as the payment goes. */
function completeApplication(draft: Draft, row: SandboxRecord): void {
	fillIn(row, 'DocType', 'Invoice');
	const invoice = draft.records.find('Invoice', keysOf(row));
	if (invoice === undefined) {
		const number = textOf(row, 'ReferenceNbr');
		draft.problems.refuse(
			row,
			'ReferenceNbr',
			`Reference Nbr. '${number}' cannot be found in the system.`,
		);
		return;
	}
	const most = numberOf(draft.record, 'PaymentAmount');
	fillIn(row, 'AmountPaid', Math.min(numberOf(invoice, 'Balance'), most));
}

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

/** Pays the invoices that it is applied to; a payment of which nothing is left is closed. */
function release(run: ActionRun): void {
	checkRelease(run);
	const { record } = run;
	if (numberOf(record, 'AvailableBalance') < 0) {
		run.refuse('More is applied than the payment amounts to.');
	}
	for (const row of record.details.DocumentsToApply ?? []) apply(run, row);
	record.fields.Status = numberOf(record, 'AvailableBalance') === 0 ? 'Closed' : 'Open';
}

function apply(run: ActionRun, row: SandboxRecord): void {
	const { record, businessDate } = run;
	const [type, number] = keysOf(row);
	const invoice = run.change('Invoice', [type, number]);
	if (invoice === undefined || textOf(invoice, 'Status') !== 'Open') {
		return run.refuse(`The invoice '${String(number)}' is not open.`);
	}
	const amount = numberOf(row, 'AmountPaid');
	const left = rounded(numberOf(invoice, 'Balance') - amount);
	if (left < 0)
		run.refuse(`The balance of the invoice '${String(number)}' is lower than ${amount}.`);
	invoice.fields.Balance = left;
	if (left === 0) invoice.fields.Status = 'Closed';
	(invoice.details.ApplicationsDefault ??= []).push(
		newRow(randomUUID(), {
			DocType: record.fields.Type ?? null,
			ReferenceNbr: record.fields.ReferenceNbr ?? null,
			AmountPaid: amount,
			PaymentDate: record.fields.ApplicationDate ?? businessDate,
			Status: 'Closed',
		}),
	);
	(record.details.ApplicationHistory ??= []).push(
		newRow(randomUUID(), {
			DisplayDocType: type,
			DisplayRefNbr: number,
			AmountPaid: amount,
			Balance: left,
			Date: businessDate,
		}),
	);
}

/** Takes back what was paid. */
function makeVoid(run: ActionRun): void {
	const { record } = run;
	if (!isReleased(record) || textOf(record, 'Status') === 'Voided') {
		run.refuse('Only a released payment can be voided.');
	}
	for (const row of record.details.DocumentsToApply ?? []) {
		const invoice = run.change('Invoice', keysOf(row));
		if (invoice === undefined) continue;
		invoice.fields.Balance = rounded(numberOf(invoice, 'Balance') + numberOf(row, 'AmountPaid'));
		invoice.fields.Status = 'Open';
	}
	record.fields.Status = 'Voided';
}

function keysOf({ fields }: SandboxRecord): [string, string] {
	return [String(fields.DocType ?? ''), String(fields.ReferenceNbr ?? '')];
}
