import { invoice } from './receivables.ts';
import { act, draftFor, errorsOf, recordOf } from './testDraft.ts';

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
		const line = recordOf({ InventoryID: 'BRICKS', Qty: 1 });
		const fields = { Customer: 'C1', Hold: false, Type: 'Invoice', ReferenceNbr: '1' };
		const draft = draftFor('Invoice', fields, { Details: [line] });
		invoice.complete?.(draft);
		expect(draft.record.fields.Status).toBe('Balanced');
		const record = act(invoice, 'ReleaseInvoice', draft);
		invoice.complete?.({ ...draft, record });
		expect(record.fields).toMatchObject({ Status: 'Open', Balance: 34.99 });
		expect(invoice.refuseDelete?.(record, draft.records)).toContain('cannot be deleted');
	});

	it('needs a customer', () => {
		const draft = draftFor('Invoice', { Customer: 'C9' });
		invoice.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ Customer: "Customer 'C9' cannot be found in the system." });
	});
});
