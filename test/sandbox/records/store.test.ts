import type { SandboxRecord } from '../record.ts';
import { RecordStore } from './store.ts';

const record = (id: string, fields: SandboxRecord['fields']): SandboxRecord => ({
	id,
	note: null,
	fields,
	linked: {},
	details: {},
	custom: {},
});
const free = () => false;

describe('the store', () => {
	const customers = [
		record('a', { CustomerID: 'C000007', Ref: 'x' }),
		record('b', { CustomerID: 'CODE', Ref: 'x' }),
		record('c', { CustomerID: 'D000099', Ref: '' }),
		record('d', { CustomerID: 'E', Ref: '' }),
	];
	let store: RecordStore;
	beforeEach(() => {
		store = new RecordStore(new Map([['Customer', customers]]), () => ['CustomerID']);
	});

	it('gives test code and routes the same records', () => {
		expect(store.find('Customer', ['CODE'])).toBe(store.findById('Customer', 'b'));
		expect(store.all('Customer')).toHaveLength(4);
		expect(store.all('Nothing')).toEqual([]);
		expect(store.counts()).toEqual(new Map([['Customer', 4]]));
	});

	it('keeps an entity that had no records', () => {
		store.set('Vendor').put(record('v', { CustomerID: 'V' }));
		expect(store.find('Vendor', ['V'])?.id).toBe('v');
	});

	it('numbers on from the highest number with the prefix', () => {
		expect(store.nextNumber('Customer', 'CustomerID', 'C', free)).toBe('C000008');
		expect(store.nextNumber('Customer', 'CustomerID', 'C', free)).toBe('C000009');
		expect(store.nextNumber('Order', 'Nbr', '', free)).toBe('000001');
	});

	it('passes over numbers that were given by hand', () => {
		const taken = (number: string) => number === 'C000008';
		expect(store.nextNumber('Customer', 'CustomerID', 'C', taken)).toBe('C000009');
	});

	it('groups records that share a value', () => {
		expect(store.duplicates('Customer', 'Ref')).toEqual([['a', 'b']]);
		for (const id of ['b', 'd']) {
			const custom = { Document: { UsrWebId: { type: 'CustomStringField', value: '7' } } };
			Object.assign(store.findById('Customer', id) ?? {}, { custom });
		}
		expect(store.duplicates('Customer', 'Document.UsrWebId')).toEqual([['b', 'd']]);
	});
});
