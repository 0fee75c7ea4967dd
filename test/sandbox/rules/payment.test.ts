import type { Draft } from './draft.ts';
import { payment } from './payment.ts';
import { act, draftFor, errorsOf, recordOf } from './testDraft.ts';

const invoice = { Type: 'Invoice', ReferenceNbr: '7', Status: 'Open', Amount: 100, Balance: 100 };

/** A payment for invoice 7, saved. */
function paymentOf(
	amount: number,
	application: Record<string, number> = {},
	invoiceFields: Record<string, string> = {},
): Draft {
	const row = recordOf({ ReferenceNbr: '7', ...application }, 'row');
	const header = { Type: 'Payment', ReferenceNbr: '1', CustomerID: 'C1', Hold: false };
	const draft = draftFor(
		'Payment',
		{ ...header, PaymentAmount: amount },
		{ DocumentsToApply: [row] },
	);
	draft.records.set('Invoice').put(recordOf({ ...invoice, ...invoiceFields }, 'inv'));
	payment.complete?.(draft);
	return draft;
}

const invoiceIn = ({ records }: Draft) => records.find('Invoice', ['Invoice', '7']);

describe('a payment', () => {
	it('knows what of it is still available', () => {
		const { record } = paymentOf(100, { AmountPaid: 30.5 });
		expect(record.fields).toMatchObject({
			AppliedToDocuments: 30.5,
			AvailableBalance: 69.5,
			Status: 'Balanced',
			PaymentMethod: 'CHECK',
		});
	});

	it('starts on hold', () => {
		const draft = draftFor('Payment', { CustomerID: 'C1' });
		payment.complete?.(draft);
		expect(draft.record.fields.Status).toBe('On Hold');
	});

	it.each([
		[250, 100],
		[40, 40],
	])('of %d pays %d of the invoice if nobody says how much', (amount, paid) => {
		expect(paymentOf(amount).record.details.DocumentsToApply?.[0]?.fields).toMatchObject({
			DocType: 'Invoice',
			AmountPaid: paid,
		});
	});

	it('needs a customer and an invoice that exists', () => {
		const row = recordOf({ ReferenceNbr: '9' });
		const draft = draftFor('Payment', {}, { DocumentsToApply: [row] });
		payment.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ CustomerID: "'Customer' cannot be empty." });
		expect(errorsOf(draft, row)).toEqual({
			ReferenceNbr: "Reference Nbr. '9' cannot be found in the system.",
		});
	});

	it('is closed when all of it is applied, and closes the invoice', () => {
		const draft = paymentOf(100);
		const released = act(payment, 'ReleasePayment', draft);
		expect(released.fields.Status).toBe('Closed');
		expect(released.details.ApplicationHistory?.[0]?.fields).toMatchObject({
			DisplayRefNbr: '7',
			AmountPaid: 100,
			Balance: 0,
		});
		const paid = invoiceIn(draft);
		expect(paid?.fields).toMatchObject({ Status: 'Closed', Balance: 0 });
		expect(paid?.details.ApplicationsDefault?.[0]?.fields).toMatchObject({
			DocType: 'Payment',
			ReferenceNbr: '1',
			AmountPaid: 100,
		});
	});

	it('stays open with what is left, and leaves the rest of the invoice open', () => {
		const draft = paymentOf(100, { AmountPaid: 30.5 });
		expect(act(payment, 'ReleasePayment', draft).fields.Status).toBe('Open');
		expect(invoiceIn(draft)?.fields).toMatchObject({ Status: 'Open', Balance: 69.5 });
	});

	it.each([
		['of an invoice that is not open', () => paymentOf(50, {}, { Status: 'Balanced' }), 'not open'],
		['of more than the balance', () => paymentOf(300, { AmountPaid: 101 }), 'is lower than 101'],
		['of more than itself', () => paymentOf(10, { AmountPaid: 11 }), 'More is applied'],
	])('%s cannot be released, and changes nothing', (_, make, reason) => {
		const draft = make();
		const before = structuredClone(invoiceIn(draft));
		expect(() => act(payment, 'ReleasePayment', draft)).toThrow(reason);
		expect(invoiceIn(draft)).toEqual(before);
	});

	it('gives back what it paid when it is voided', () => {
		const draft = paymentOf(100);
		const released = act(payment, 'ReleasePayment', draft);
		const voided = act(payment, 'VoidPayment', { ...draft, record: released });
		expect(voided.fields.Status).toBe('Voided');
		expect(invoiceIn(draft)?.fields).toMatchObject({ Status: 'Open', Balance: 100 });
		expect(() => act(payment, 'VoidPayment', { ...draft, record: voided })).toThrow('released');
	});
});
