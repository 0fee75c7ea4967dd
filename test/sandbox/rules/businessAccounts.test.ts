import { customer, vendor } from './businessAccounts.ts';
import { draftFor, errorsOf, recordOf } from './testDraft.ts';

describe('customers and vendors', () => {
	it('have a name', () => {
		const ofCustomer = draftFor('Customer', {});
		const ofVendor = draftFor('Vendor', {});
		customer.complete?.(ofCustomer);
		vendor.complete?.(ofVendor);
		expect(errorsOf(ofCustomer)).toEqual({ CustomerName: "'Customer Name' cannot be empty." });
		expect(errorsOf(ofVendor)).toEqual({ VendorName: "'Vendor Name' cannot be empty." });
	});

	it('get the defaults of their class', () => {
		const draft = draftFor('Customer', { CustomerName: 'Acme', Terms: 'COD' });
		customer.complete?.(draft);
		expect(errorsOf(draft)).toEqual({});
		expect(draft.record.fields).toMatchObject({
			CustomerClass: 'DEFAULT',
			Status: 'Active',
			CurrencyID: 'USD',
			Terms: 'COD',
		});
	});

	it('belong to a class that exists', () => {
		const draft = draftFor('Customer', { CustomerName: 'Acme', CustomerClass: 'NONE' });
		customer.complete?.(draft);
		expect(errorsOf(draft)).toEqual({
			CustomerClass: "Customer Class 'NONE' cannot be found in the system.",
		});
	});

	it('stay while an order refers to them', () => {
		const { records } = draftFor('Customer', {});
		const record = recordOf({ CustomerID: 'C1' });
		expect(customer.refuseDelete?.(record, records)).toBeUndefined();
		records.set('SalesOrder').put(recordOf({ CustomerID: 'C1' }, 'o1'));
		expect(customer.refuseDelete?.(record, records)).toContain('cannot be deleted');
	});
});
