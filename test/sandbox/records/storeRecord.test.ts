import { recordOf } from '../rules/testDraft.ts';
import { RecordStore } from './store.ts';
import { removeRecord, storeRecord } from './storeRecord.ts';

describe('storing a record', () => {
	const records = new RecordStore(new Map(), () => ['Type', 'ReferenceNbr']);
	const keys = { Type: 'Invoice', ReferenceNbr: '1' };

	it('shows a sales invoice on the other form, and back', () => {
		storeRecord(records, 'SalesInvoice', recordOf({ ...keys, CustomerID: 'C1' }, 'a'));
		expect(records.find('Invoice', ['Invoice', '1'])?.fields.Customer).toBe('C1');
		storeRecord(records, 'Invoice', recordOf({ ...keys, Customer: 'C2' }, 'a'));
		expect(records.find('SalesInvoice', ['Invoice', '1'])?.fields.CustomerID).toBe('C2');
	});

	it('leaves an invoice without an order on one form', () => {
		storeRecord(records, 'Invoice', recordOf({ ...keys, ReferenceNbr: '2' }, 'b'));
		expect(records.all('SalesInvoice')).toHaveLength(1);
	});

	it('removes it from both', () => {
		const [invoice] = records.all('Invoice');
		if (invoice !== undefined) removeRecord(records, 'Invoice', invoice);
		expect(records.all('SalesInvoice')).toEqual([]);
		expect(records.all('Invoice')).toHaveLength(1);
	});
});
