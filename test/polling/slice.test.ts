import fc from 'fast-check';
import { shorterEnd, slicesOf, type Glimpse } from '../../nodes/Acumatica/polling/slice';

const glimpse = fc.record({ stamp: fc.integer({ min: 0, max: 60 }), isSeen: fc.boolean() });
const inside = (from: number, to: number | undefined, stamp: number) =>
	stamp >= from && (to === undefined || stamp < to);

describe('slicesOf', () => {
	test('every change that is new is in one slice, and no slice is more than a page or one instant', () => {
		fc.assert(
			fc.property(
				fc.array(glimpse, { maxLength: 60 }),
				fc.integer({ min: 1, max: 12 }),
				(glimpses, page) => {
					const slices = slicesOf(glimpses, { from: 0, to: undefined }, page);
					for (const { stamp, isSeen } of glimpses) {
						const around = slices.filter(({ from, to }) => inside(from, to, stamp));
						expect(around.length).toBeLessThanOrEqual(1);
						if (!isSeen) expect(around).toHaveLength(1);
					}
					for (const { from, to, instant, fresh } of slices) {
						const held = glimpses.filter(({ stamp }) => inside(from, to, stamp));
						expect(fresh).toBe(held.filter(({ isSeen }) => !isSeen).length);
						if (instant === undefined) expect(held.length).toBeLessThanOrEqual(page);
						else expect(new Set(held.map(({ stamp }) => stamp))).toEqual(new Set([instant]));
					}
				},
			),
			{ numRuns: 500 },
		);
	});

	test('pages are full where time lets them be', () => {
		const glimpses: Glimpse[] = Array.from({ length: 25 }, (_, index) => ({
			stamp: index * 10,
			isSeen: false,
		}));
		expect(
			slicesOf(glimpses, { from: 0, to: 1000 }, 10).map(({ fresh, to }) => [fresh, to]),
		).toEqual([
			[10, 95],
			[10, 195],
			[5, 1000],
		]);
	});

	test('where nothing is new there is nothing to read', () => {
		expect(slicesOf([{ stamp: 5, isSeen: true }], { from: 0, to: undefined }, 10)).toEqual([]);
	});
});

describe('shorterEnd', () => {
	test('leaves something inside and something outside', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2 }),
				fc.nat(5),
				(stamps, attempt) => {
					const end = shorterEnd(stamps, attempt);
					const isOneInstant = new Set(stamps).size === 1;
					expect(end === undefined).toBe(isOneInstant);
					if (end === undefined) return;
					expect(stamps.some((stamp) => stamp < end)).toBe(true);
					expect(stamps.some((stamp) => stamp >= end)).toBe(true);
				},
			),
		);
	});

	test('is less hopeful each time', () => {
		const stamps = Array.from({ length: 100 }, (_, index) => index * 10);
		const ends = [0, 1, 2].map((attempt) => shorterEnd(stamps, attempt) ?? 0);
		expect(ends).toEqual([...ends].sort((a, b) => b - a));
		expect(ends[0]).toBeGreaterThan(800);
		expect(ends[2]).toBeLessThan(100);
	});
});
