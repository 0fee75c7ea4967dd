import { machineClass, median, table, withSection } from './results.ts';

describe('median', () => {
	test('is the value in the middle, however they are ordered', () => {
		expect(median([30, 1, 2])).toBe(2);
	});

	test('is the mean of the two in the middle', () => {
		expect(median([1, 2, 4, 100])).toBe(3);
	});

	test('of nothing is an error', () => {
		expect(() => median([])).toThrow('No values');
	});
});

test('a table has a head, a ruler and rows', () => {
	expect(
		table([
			['Client', 'Time'],
			['undici', '1 s'],
		]),
	).toBe(['| Client | Time |', '| --- | ---: |', '| undici | 1 s |'].join('\n'));
});

test('the machine is told by what it has, not by what it is called', () => {
	expect(machineClass()).toMatch(/^\d+ cores, \d+ GB memory, Node v\d+\.\d+\.\d+$/);
});

describe('a section of the document', () => {
	const document =
		'Head\n\n<!-- bench:a -->\nold\n<!-- /bench -->\n\n<!-- bench:b -->\nB\n<!-- /bench -->\n';

	test('is replaced in its place', () => {
		expect(withSection(document, 'a', 'new')).toBe(
			'Head\n\n<!-- bench:a -->\n\nnew\n\n<!-- /bench -->\n\n<!-- bench:b -->\nB\n<!-- /bench -->\n',
		);
	});

	test('is appended where it is missing', () => {
		expect(withSection('Head\n', 'a', 'new')).toBe(
			'Head\n\n<!-- bench:a -->\n\nnew\n\n<!-- /bench -->\n',
		);
	});

	test('stays the same when written twice', () => {
		const once = withSection(document, 'b', 'new');
		expect(withSection(once, 'b', 'new')).toBe(once);
	});

	test('without an end is an error', () => {
		expect(() => withSection('<!-- bench:a -->', 'a', 'new')).toThrow('no end');
	});
});
