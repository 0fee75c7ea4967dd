import { fillIn, lookUp, mustHave, numberOf, rounded, type EntityRules } from './draft.ts';
import {
	daysAfter,
	documentStatus,
	isReleased,
	periodOf,
	refuseReleased,
	releaseDocument,
} from './documents.ts';
import { completeLines } from './lines.ts';
import { shownAsSalesInvoice } from './salesInvoiceTwin.ts';

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
		if (!isReleased(record)) record.fields.Balance = total;
		record.fields.Amount = total;
		record.fields.Status = documentStatus(record);
	},
	refuseDelete: refuseReleased,
	twin: { entity: 'SalesInvoice', show: shownAsSalesInvoice },
	actions: { ReleaseInvoice: releaseDocument },
};
