import fc from 'fast-check';
import { cultureMoment, dateOf, sqlMoment } from './moment.ts';

const now = Date.UTC(2026, 10, 22, 13, 14, 15, 192);

test('a moment has the steps of the database, and never lies after what it was made from', () => {
	expect(sqlMoment(now)).toBe('2026-11-22T13:14:15.190Z');
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (milliseconds) => {
			const moment = sqlMoment(milliseconds);
			expect(moment).toMatch(/[037]Z$/);
			expect(milliseconds - Date.parse(moment)).toBeGreaterThanOrEqual(0);
			expect(milliseconds - Date.parse(moment)).toBeLessThan(4);
		}),
	);
});

test('a date is its midnight', () => {
	expect(dateOf(now)).toBe('2026-11-22T00:00:00.000Z');
	expect(dateOf(Date.UTC(2026, 10, 22))).toBe('2026-11-22T00:00:00.000Z');
});

test('a moment as the contract has it in a text field', () => {
	expect(cultureMoment(now)).toBe('11/22/2026 13:14:15');
});
