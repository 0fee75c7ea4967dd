import { shownAsInvoice, shownAsSalesInvoice } from './salesInvoiceTwin.ts';
import { recordOf } from './testDraft.ts';

const salesInvoice = recordOf(
	{ Type: 'Invoice', ReferenceNbr: '1', CustomerID: 'C1', Amount: 20, Status: 'Open' },
	'id',
);
salesInvoice.details.Details = [
	recordOf({ LineNbr: 1, InventoryID: 'BRICKS', Qty: 2, Amount: 20, TransactionDescr: 'x' }, 'row'),
];

describe('an invoice of sales orders', () => {
	it('stands in Invoices and Memos too, under the same ID', () => {
		expect(shownAsInvoice(salesInvoice, undefined)).toMatchObject({
			id: 'id',
			fields: { Type: 'Invoice', ReferenceNbr: '1', Customer: 'C1', Amount: 20, Status: 'Open' },
			details: {
				Details: [
					{ id: 'row', fields: { Qty: 2, ExtendedPrice: 20, TransactionDescription: 'x' } },
				],
			},
		});
	});

	it('keeps there what only that form has, and loses what was cleared', () => {
		const known = recordOf({ Terms: '30D', Description: 'old' }, 'id');
		const { fields } = shownAsInvoice(salesInvoice, known);
		expect(fields.Terms).toBe('30D');
		expect(fields.Description).toBeUndefined();
		expect(known.fields.Description).toBe('old');
	});

	it('follows what is changed there', () => {
		const invoice = recordOf({ Customer: 'C1', Status: 'Closed', Balance: 0 }, 'id');
		expect(shownAsSalesInvoice(invoice, salesInvoice)).toMatchObject({
			fields: { CustomerID: 'C1', Status: 'Closed', Balance: 0 },
			details: salesInvoice.details,
		});
	});

	it('is not made of an invoice that has no order', () => {
		expect(shownAsSalesInvoice(recordOf({}), undefined)).toBeUndefined();
	});
});
