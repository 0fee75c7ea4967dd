import type { SandboxRecord } from '../record.ts';
import { RecordSet } from './recordSet.ts';

const record = (id: string, fields: SandboxRecord['fields']): SandboxRecord => ({
	id,
	note: null,
	fields,
	linked: {},
	details: {},
	custom: {},
});
const ids = (set: RecordSet) => set.all().map(({ id }) => id);

describe('the records of an entity', () => {
	let set: RecordSet;
	beforeEach(() => {
		set = new RecordSet(
			['Type', 'Nbr'],
			[record('b', { Type: 'SO', Nbr: '3' }), record('a', { Type: 'SO', Nbr: '1' })],
		);
	});

	it('are in the order of their keys, also after an insert', () => {
		set.put(record('m', { Type: 'SO', Nbr: '2' }));
		set.put(record('z', { Type: 'SO', Nbr: '4' }));
		set.put(record('q', { Type: 'QT', Nbr: '9' }));
		expect(ids(set)).toEqual(['q', 'a', 'm', 'b', 'z']);
	});

	it('are found by keys, whatever the letter case and the padding', () => {
		expect(set.find(['so', '1  '])?.id).toBe('a');
		expect(set.find(['SO'])).toBeUndefined();
		expect(set.find(['SO', '1', 'x'])).toBeUndefined();
	});

	it('are found by ID', () => {
		expect(set.findById('A')?.id).toBe('a');
		expect(set.findById('nothing')).toBeUndefined();
	});

	it('keep their place when they change', () => {
		set.put(record('a', { Type: 'SO', Nbr: '1', Note: 'new' }));
		expect(ids(set)).toEqual(['a', 'b']);
		expect(set.find(['SO', '1'])?.fields.Note).toBe('new');
	});

	it('are gone when removed', () => {
		const [first] = set.all();
		if (first !== undefined) set.remove(first);
		expect(ids(set)).toEqual(['b']);
		expect(set.find(['SO', '1'])).toBeUndefined();
		expect(set.findById('a')).toBeUndefined();
	});

	it('have a version that every change raises', () => {
		const before = set.version;
		set.put(record('a', { Type: 'SO', Nbr: '1' }));
		expect(set.version).toBeGreaterThan(before);
	});

	it('without known keys stay in the order of insertion', () => {
		const keyless = new RecordSet([], [record('b', {}), record('a', {})]);
		keyless.put(record('0', {}));
		expect(ids(keyless)).toEqual(['b', 'a', '0']);
		expect(keyless.find([])).toBeUndefined();
	});
});
