import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from './fileStore.ts';

const owner = {
	tenant: 'Company',
	entity: 'SalesOrder',
	recordId: 'r1',
	folder: 'Sales Orders (1)',
};
const version = { at: 1, size: 3, sha256: 'abc', comment: null };

describe('the file store', () => {
	const store = new FileStore(10);
	afterEach(() => store.clear());

	function receive(name: string, size: number, comment: string | null = null) {
		const path = join(store.folder(), `${name}-${Math.random()}`);
		writeFileSync(path, 'x'.repeat(size));
		const received = { size, sha256: `sum of ${size}`, path };
		return { path, file: store.receive(owner, received, { name, comment, at: 1 }) };
	}

	it('keeps files by their owner, a record or one of its rows', () => {
		store.add(owner, { ...version, name: 'a.pdf' });
		store.add({ ...owner, detailId: 'd1' }, { ...version, name: 'b.pdf' });
		expect(store.of('Company', 'R1').map(({ name }) => name)).toEqual(['a.pdf']);
		expect(store.of('Company', 'd1').map(({ name }) => name)).toEqual(['b.pdf']);
		expect(store.of('Company2', 'r1')).toEqual([]);
		expect(store.all()).toHaveLength(2);
	});

	it('finds a file by its ID, in its tenant', () => {
		const { id } = store.add(owner, { ...version, name: 'a.pdf' });
		expect(store.find('Company', id.toUpperCase())?.name).toBe('a.pdf');
		expect(store.find('Company2', id)).toBeUndefined();
	});

	it('makes a new version of a name that is there, in any letter case', () => {
		const first = receive('a.pdf', 3, 'draft');
		const second = receive('A.PDF', 4);
		expect(second.file.id).toBe(first.file.id);
		expect(second.file.name).toBe('a.pdf');
		expect(second.file.versions).toMatchObject([
			{ number: 1, size: 3, comment: 'draft' },
			{ number: 2, size: 4, comment: null },
		]);
		expect([existsSync(first.path), existsSync(second.path)]).toEqual([false, true]);
	});

	it('knows how much room is left', () => {
		receive('a.pdf', 3);
		receive('b.pdf', 4);
		expect(store.roomLeft).toBe(3);
		receive('a.pdf', 1);
		expect(store.roomLeft).toBe(5);
	});

	it('has no content of a file that was too large', () => {
		const received = { size: 11, sha256: 'abc' };
		const about = { name: 'big', comment: null, at: 1 };
		expect(store.receive(owner, received, about).content).toBeUndefined();
	});

	it('removes bytes that became no file, but not those of a file', () => {
		const { path } = receive('a.pdf', 3);
		const other = join(store.folder(), 'other');
		writeFileSync(other, 'x');
		for (const one of [path, other, undefined]) store.discard({ path: one });
		expect([existsSync(path), existsSync(other)]).toEqual([true, false]);
	});

	it('leaves no folder behind', () => {
		receive('a.pdf', 3);
		const folder = store.folder();
		store.clear();
		expect(existsSync(folder)).toBe(false);
		expect([store.all(), store.of('Company', 'r1'), store.roomLeft]).toEqual([[], [], 10]);
	});
});
