import { recordOf } from '../rules/testDraft.ts';
import { assignNumber } from './numbering.ts';
import { RecordStore } from './store.ts';

describe('a number', () => {
	const invoice = recordOf({ Type: 'Invoice', ReferenceNbr: '000007' });
	const newStore = () =>
		new RecordStore(new Map([['Invoice', [invoice]]]), () => ['Type', 'ReferenceNbr']);

	it('follows the highest one', () => {
		const record = recordOf({ Type: 'Invoice' });
		assignNumber(newStore(), 'Invoice', record);
		expect(record.fields.ReferenceNbr).toBe('000008');
	});

	it('is shared by the two forms of an invoice', () => {
		const store = newStore();
		const [one, other] = [recordOf({ Type: 'Invoice' }), recordOf({ Type: 'Invoice' })];
		assignNumber(store, 'SalesInvoice', one);
		assignNumber(store, 'Invoice', other);
		expect([one.fields.ReferenceNbr, other.fields.ReferenceNbr]).toEqual(['000008', '000009']);
	});

	it('that was given stays', () => {
		const record = recordOf({ Type: 'Invoice', ReferenceNbr: 'MINE' });
		assignNumber(newStore(), 'Invoice', record);
		expect(record.fields.ReferenceNbr).toBe('MINE');
	});
});
