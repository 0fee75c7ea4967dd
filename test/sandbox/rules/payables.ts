import { randomUUID } from 'node:crypto';
import type { SandboxRecord } from '../record.ts';
import type { ActionRun } from './action.ts';
import {
	checkRelease,
	daysAfter,
	documentStatus,
	isReleased,
	periodOf,
	refuseReleased,
	releaseDocument,
} from './documents.ts';
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

/** The form Bills and Adjustments (AP301000). */
export const bill: EntityRules = {
	keyDefaults: { Type: 'Bill' },
	numbering: { field: 'ReferenceNbr', prefix: '' },
	derived: ['Status', 'Amount', 'Balance', 'TaxTotal'],
	complete(draft) {
		const { record } = draft;
		requireVendor(draft);
		fillIn(record, 'Date', draft.businessDate);
		fillIn(record, 'DueDate', daysAfter(textOf(record, 'Date'), 30));
		fillIn(record, 'PostPeriod', periodOf(textOf(record, 'Date')));
		fillIn(record, 'Hold', true);
		const lines = record.details.Details ?? [];
		for (const line of lines) {
			fillIn(line, 'ExtendedCost', rounded(numberOf(line, 'Qty') * numberOf(line, 'UnitCost')));
			fillIn(line, 'Amount', line.fields.ExtendedCost);
		}
		const total = rounded(lines.reduce((sum, line) => sum + numberOf(line, 'Amount'), 0));
		record.fields.Amount = total;
		if (!isReleased(record)) record.fields.Balance = total;
		record.fields.Status = documentStatus(record);
	},
	refuseDelete: refuseReleased,
	actions: { ReleaseBill: releaseDocument, ReverseBill: reverse },
};

/** The form Checks and Payments (AP302000). */
export const check: EntityRules = {
	keyDefaults: { Type: 'Check' },
	numbering: { field: 'ReferenceNbr', prefix: '' },
	derived: ['Status', 'UnappliedBalance'],
	complete(draft) {
		const { record } = draft;
		requireVendor(draft);
		fillIn(record, 'ApplicationDate', draft.businessDate);
		fillIn(record, 'Hold', true);
		fillIn(record, 'PaymentAmount', 0);
		const rows = record.details.Details ?? [];
		for (const row of rows) fillIn(row, 'DocType', 'Bill');
		const paid = rows.reduce((sum, row) => sum + numberOf(row, 'AmountPaid'), 0);
		record.fields.UnappliedBalance = rounded(numberOf(record, 'PaymentAmount') - paid);
		record.fields.Status = documentStatus(record);
	},
	refuseDelete: refuseReleased,
	actions: { ReleaseCheck: releaseCheck, VoidCheck: voidCheck },
};

function requireVendor(draft: Draft): void {
	const { record } = draft;
	if (!mustHave(draft, record, 'Vendor', 'Vendor')) return;
	lookUp(draft, { record, field: 'Vendor', label: 'Vendor', entities: ['Vendor'] });
}

/** Makes the adjustment that takes a released bill back. */
function reverse(run: ActionRun): void {
	const { record } = run;
	if (!isReleased(record)) run.refuse('Only a released bill can be reversed.');
	const { Vendor = null, Amount = 0, Description = null } = record.fields;
	const header = { Vendor, Amount, Balance: Amount, Description, Date: run.businessDate };
	const Details = (record.details.Details ?? []).map((line) => ({
		...structuredClone(line),
		id: randomUUID(),
	}));
	run.create('Bill', {
		fields: { ...header, Type: 'Debit Adj.', Hold: true, Status: 'On Hold' },
		details: { Details },
	});
}

function releaseCheck(run: ActionRun): void {
	checkRelease(run);
	payBills(run, 1);
	run.record.fields.Status = numberOf(run.record, 'UnappliedBalance') === 0 ? 'Closed' : 'Open';
}

function voidCheck(run: ActionRun): void {
	if (!isReleased(run.record) || textOf(run.record, 'Status') === 'Voided') {
		run.refuse('Only a released check can be voided.');
	}
	payBills(run, -1);
	run.record.fields.Status = 'Voided';
}

function payBills(run: ActionRun, sign: 1 | -1): void {
	for (const row of run.record.details.Details ?? []) {
		const number = textOf(row, 'ReferenceNbr');
		const paid: SandboxRecord | undefined = run.change('Bill', [textOf(row, 'DocType'), number]);
		if (paid === undefined || !isReleased(paid))
			return run.refuse(`The bill '${number}' is not open.`);
		const left = rounded(numberOf(paid, 'Balance') - sign * numberOf(row, 'AmountPaid'));
		if (left < 0) run.refuse(`The balance of the bill '${number}' is lower than what is paid.`);
		paid.fields.Balance = left;
		paid.fields.Status = left === 0 ? 'Closed' : 'Open';
	}
}
