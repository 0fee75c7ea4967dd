import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { areSeenChanges, seenChanges } from '../../nodes/Acumatica/polling/seenChanges';

const at = Date.UTC(2026, 0, 1);

test('knows a change by record and time, in any spelling of the ID', () => {
	const seen = seenChanges();
	seen.add('AB-1', at);
	expect([seen.has('ab-1', at), seen.has('AB-1', at + 3), seen.has('AB-2', at)]).toEqual([
		true,
		false,
		false,
	]);
});

test('comes back from what was stored as it was', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.uuid(), fc.integer({ min: -1e12, max: 4e12 }))), (changes) => {
			const seen = seenChanges();
			for (const [id, stamp] of changes) seen.add(id, stamp);
			const stored: unknown = JSON.parse(JSON.stringify(seen.toJson()));
			expect(areSeenChanges(Object(stored))).toBe(true);
			const again = seenChanges(seen.toJson());
			expect(again.size()).toBe(seen.size());
			for (const [id, stamp] of changes) expect(again.has(id, stamp)).toBe(true);
		}),
	);
});

test('forgets what is over, to ten seconds, and nothing after it', () => {
	const seen = seenChanges();
	for (const stamp of [at - 10_000, at, at + 9_999, at + 10_000]) seen.add('x', stamp);
	seen.forgetBefore(at + 9_000);
	expect([at - 10_000, at, at + 9_999, at + 10_000].map((stamp) => seen.has('x', stamp))).toEqual([
		false,
		true,
		true,
		true,
	]);
});

test('100,000 changes take less than a megabyte', () => {
	const seen = seenChanges();
	for (let index = 0; index < 100_000; index++) seen.add(randomUUID(), at + index);
	expect(JSON.stringify(seen.toJson()).length).toBeLessThan(1_000_000);
	expect(seen.size()).toBe(100_000);
});

test.each([{ 'a b': '' }, { a1: 'short' }, { a1: 7 }, { a1: '!!!!!!!!!' }])(
	'%j was not stored by it',
	(stored) => expect(areSeenChanges(stored)).toBe(false),
);
