import { salesInvoice } from './salesInvoice.ts';
import { act, draftFor, errorsOf, recordOf } from './testDraft.ts';

const lines = () => ({ Details: [recordOf({ InventoryID: 'BRICKS', Qty: 2 }, 'l')] });

describe('a sales invoice', () => {
	it('made by hand adds up its lines and starts on hold', () => {
		const draft = draftFor('SalesInvoice', { CustomerID: 'C1' }, lines());
		salesInvoice.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			Amount: 69.98,
			Balance: 69.98,
			DetailTotal: 69.98,
			Currency: 'USD',
			Status: 'On Hold',
		});
		const [line] = draft.record.details.Details ?? [];
		expect(line?.fields).toMatchObject({ TransactionDescr: 'Bricks', BranchID: 'PRODWHOLE' });
	});

	it('needs a customer', () => {
		const draft = draftFor('SalesInvoice', {});
		salesInvoice.complete?.(draft);
		expect(errorsOf(draft)).toEqual({ CustomerID: "'Customer' cannot be empty." });
	});

	it('is open once released, and keeps its balance then', () => {
		const keys = { Type: 'Invoice', ReferenceNbr: '1' };
		const draft = draftFor('SalesInvoice', { ...keys, CustomerID: 'C1', Hold: false }, lines());
		salesInvoice.complete?.(draft);
		const record = act(salesInvoice, 'ReleaseSalesInvoice', draft);
		expect(record.fields).toMatchObject({ Status: 'Open', Balance: 69.98 });
		record.fields.Balance = 1;
		salesInvoice.complete?.({ ...draft, record });
		expect(record.fields.Balance).toBe(1);
	});
});
