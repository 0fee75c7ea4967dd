import { invoice, payment } from './receivables.ts';
import { draftFor, errorsOf, recordOf } from './testDraft.ts';

describe('an invoice', () => {
	it('adds up its lines, is due in 30 days, and starts on hold', () => {
		const line = recordOf({ InventoryID: 'BRICKS', Qty: 2 });
		const draft = draftFor('Invoice', { Customer: 'C1' }, { Details: [line] });
		invoice.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			Amount: 69.98,
			Balance: 69.98,
			Date: '2026-11-22T00:00:00.000Z',
			DueDate: '2026-12-22T00:00:00.000Z',
			PostPeriod: '112026',
			Hold: true,
			Status: 'On Hold',
		});
		expect(line.fields.TransactionDescription).toBe('Bricks');
	});

	it('is balanced without hold, open once released, and then stays', () => {
		const draft = draftFor('Invoice', { Customer: 'C1', Hold: false });
		invoice.complete?.(draft);
		expect(draft.record.fields.Status).toBe('Balanced');
		invoice.actions?.ReleaseInvoice?.(draft.record);
		invoice.complete?.(draft);
		expect(draft.record.fields.Status).toBe('Open');
		expect(invoice.refuseDelete?.(draft.record, draft.records)).toContain('cannot be deleted');
	});

	it('needs a customer', () => {
		const draft = draftFor('Invoice', { Customer: 'C9' });
		invoice.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ Customer: "Customer 'C9' cannot be found in the system." });
	});
});

describe('a payment', () => {
	it('knows what of it is still available', () => {
		const draft = draftFor(
			'Payment',
			{ CustomerID: 'C1', PaymentAmount: 100 },
			{ DocumentsToApply: [recordOf({ AmountPaid: 30.5 })] },
		);
		payment.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			AppliedToDocuments: 30.5,
			AvailableBalance: 69.5,
			Status: 'On Hold',
			PaymentMethod: 'CHECK',
		});
	});

	it('needs a customer', () => {
		const draft = draftFor('Payment', {});
		payment.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ CustomerID: "'Customer' cannot be empty." });
	});

	it('can be released and voided', () => {
		const record = recordOf({ Status: 'Balanced' });
		payment.actions?.ReleasePayment?.(record);
		expect(record.fields.Status).toBe('Open');
		payment.actions?.VoidPayment?.(record);
		expect(record.fields.Status).toBe('Voided');
	});
});
