import { randomFor, stableGuid } from './random.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

test('the same name and place yield the same numbers, others yield others', () => {
	const numbers = (name: string, index: number) => {
		const random = randomFor(name, index);
		return Array.from({ length: 20 }, () => random.whole(0, 1000));
	};
	expect(numbers('Customer', 1)).toEqual(numbers('Customer', 1));
	expect(numbers('Customer', 1)).not.toEqual(numbers('Customer', 2));
	expect(numbers('Customer', 1)).not.toEqual(numbers('Vendor', 1));
});

test('numbers stay within their bounds and reach both', () => {
	const random = randomFor('bounds', 0);
	const numbers = new Set(Array.from({ length: 500 }, () => random.whole(3, 7)));
	expect([...numbers].sort()).toEqual([3, 4, 5, 6, 7]);
});

test('picking reaches every value, and needs one', () => {
	const random = randomFor('picks', 0);
	const picked = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])));
	expect([...picked].sort()).toEqual(['a', 'b', 'c']);
	expect(() => random.pick([])).toThrow('nothing to pick from');
});

test('an ID is a GUID in lower case, the same in every run', () => {
	expect(stableGuid('SalesOrder', 0)).toMatch(guid);
	expect(stableGuid('SalesOrder', 0)).toBe('38a4184e-bd18-4279-a214-7a6aa9000000');
});

test('no two records share an ID', () => {
	const ids = ['SalesOrder', 'SalesOrder.Details', 'Customer'].flatMap((kind) =>
		Array.from({ length: 5000 }, (_, index) => stableGuid(kind, index)),
	);
	expect(new Set(ids).size).toBe(15_000);
});
