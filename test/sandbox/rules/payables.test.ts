import { bill, check } from './payables.ts';
import { act, draftFor, draftOn, errorsOf, recordOf } from './testDraft.ts';

const line = () => recordOf({ Qty: 2, UnitCost: 10.25, TransactionDescription: 'Paper' }, 'l1');
const billDraft = (fields: Record<string, string | boolean> = {}) =>
	draftFor(
		'Bill',
		{ Type: 'Bill', ReferenceNbr: '1', Vendor: 'V1', Hold: false, ...fields },
		{ Details: [line(), recordOf({ Amount: 4.5 }, 'l2')] },
	);

describe('a bill', () => {
	it('adds up its lines, which need no item, and starts on hold', () => {
		const draft = billDraft();
		delete draft.record.fields.Hold;
		bill.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			Amount: 25,
			Balance: 25,
			PostPeriod: '112026',
			Status: 'On Hold',
		});
	});

	it('needs a vendor', () => {
		const draft = billDraft({ Vendor: 'V9' });
		bill.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ Vendor: "Vendor 'V9' cannot be found in the system." });
	});

	it('is open once released, and can then be reversed by an adjustment', () => {
		const draft = billDraft();
		bill.complete?.(draft);
		expect(() => act(bill, 'ReverseBill', draft)).toThrow('Only a released bill');
		const record = act(bill, 'ReleaseBill', draft);
		expect(record.fields.Status).toBe('Open');
		act(bill, 'ReverseBill', { ...draft, record });
		const [, adjustment] = draft.records.all('Bill');
		expect(adjustment?.fields).toMatchObject({ Type: 'Debit Adj.', Amount: 25, Vendor: 'V1' });
		expect(adjustment?.details.Details).toHaveLength(2);
	});
});

describe('a check', () => {
	it('pays bills when it is released, and takes that back when it is voided', () => {
		const draft = billDraft();
		bill.complete?.(draft);
		act(bill, 'ReleaseBill', draft);
		const row = recordOf({ DocType: 'Bill', ReferenceNbr: '1', AmountPaid: 25 }, 'r');
		const header = { Type: 'Check', ReferenceNbr: '1', Vendor: 'V1', Hold: false };
		const record = recordOf({ ...header, PaymentAmount: 25 }, 'c');
		record.details.Details = [row];
		const paying = draftOn(draft, 'Check', record);
		check.complete?.(paying);
		expect(record.fields).toMatchObject({ Status: 'Balanced', UnappliedBalance: 0 });
		const released = act(check, 'ReleaseCheck', paying);
		expect(released.fields.Status).toBe('Closed');
		const paid = () => draft.records.find('Bill', ['Bill', '1'])?.fields;
		expect(paid()).toMatchObject({ Balance: 0, Status: 'Closed' });
		expect(() => act(check, 'ReleaseCheck', { ...paying, record: released })).toThrow('already');
		const voided = act(check, 'VoidCheck', { ...paying, record: released });
		expect(voided.fields.Status).toBe('Voided');
		expect(paid()).toMatchObject({ Balance: 25, Status: 'Open' });
		expect(() => act(check, 'VoidCheck', { ...paying, record: voided })).toThrow('released');
	});

	it('does not pay bills that are not open', () => {
		const header = { Type: 'Check', ReferenceNbr: '1', Vendor: 'V1', Hold: false };
		const row = recordOf({ DocType: 'Bill', ReferenceNbr: '9', AmountPaid: 1 });
		const draft = draftFor('Check', { ...header, PaymentAmount: 1 }, { Details: [row] });
		expect(() => act(check, 'ReleaseCheck', draft)).toThrow("The bill '9' is not open.");
	});
});
