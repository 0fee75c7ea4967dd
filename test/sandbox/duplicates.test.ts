import { duplicatesAmong } from './duplicates.ts';
import type { LedgerWrite } from './ledgerEntry.ts';

const write = (id: string, more: Partial<LedgerWrite> = {}): LedgerWrite => ({
	at: 0,
	tenant: 'Company',
	entity: 'SalesOrder',
	id,
	keys: ['SO', id],
	kind: 'insert',
	reference: 'SHOP-1',
	...more,
});

describe('duplicates among writes', () => {
	it('are records of one entity, tenant and reference', () => {
		expect(
			duplicatesAmong([
				write('a'),
				write('b'),
				write('c', { reference: 'SHOP-2' }),
				write('d', { entity: 'Payment' }),
				write('e', { tenant: 'Company2' }),
				write('f', { reference: undefined }),
				write('g', { reference: undefined }),
			]),
		).toEqual([{ tenant: 'Company', entity: 'SalesOrder', reference: 'SHOP-1', ids: ['a', 'b'] }]);
	});

	it('are not the writes of one record', () => {
		expect(duplicatesAmong([write('a'), write('a', { kind: 'update' })])).toEqual([]);
	});

	it('are not records that are gone, or that have got another reference', () => {
		const gone = write('a', { kind: 'delete', reference: undefined });
		expect(duplicatesAmong([write('a'), gone, write('b')])).toEqual([]);
		const renamed = write('a', { kind: 'update', reference: 'SHOP-2' });
		expect(duplicatesAmong([write('a'), renamed, write('b')])).toEqual([]);
	});

	it('need one that was created here', () => {
		const updates = [write('a', { kind: 'update' }), write('b', { kind: 'update' })];
		expect(duplicatesAmong(updates)).toEqual([]);
		expect(duplicatesAmong([...updates, write('c')])).toMatchObject([{ ids: ['a', 'b', 'c'] }]);
	});
});
