import { drain } from '../../nodes/Acumatica/polling/drain';
import { plan } from '../../nodes/Acumatica/polling/plan';
import { progressFrom } from '../../nodes/Acumatica/polling/progress';
import { limits, memoryErp, spread } from './memoryErp.ts';

const progress = (from: number) => progressFrom({ from });

test('counts a stretch at one look, and the next one is as wide as a look can count', async () => {
	const erp = memoryErp(spread(80, 100));
	const at = progress(0);
	await plan(erp.source, at, 5_000, limits(10));
	expect(erp.asked).toEqual(['glimpse']);
	expect(at.slices.map(({ fresh }) => fresh)).toEqual([10, 10, 10, 10]);
	expect([at.to, at.width]).toEqual([5000, 11250]);
});

test('an empty stretch is passed over, and the next one is wider', async () => {
	const at = progress(0);
	await plan(memoryErp([['a', 90_000]]).source, at, 1000, limits(10));
	expect([at.from, at.slices, at.width, at.isDone]).toEqual([1000, [], 8000, false]);
});

test('what is too much to count is looked at again in part', async () => {
	const erp = memoryErp(spread(5000, 10));
	const at = progress(0);
	await plan(erp.source, at, 1e9, limits(10));
	expect(erp.asked.length).toBeGreaterThan(1);
	expect(erp.asked.length).toBeLessThanOrEqual(5);
	expect(at.to).toBeDefined();
	expect(at.slices.every(({ fresh }) => fresh <= 10)).toBe(true);
});

test('an instant that is too large to count is set apart from what came before it', async () => {
	const erp = memoryErp(spread(500, 0));
	const at = progress(0);
	await plan(erp.source, at, 1e9, limits(10));
	expect(at.slices).toEqual([
		{ from: 0, to: 999, fresh: 1 },
		{ from: 999, to: 1002, fresh: Number.POSITIVE_INFINITY, instant: 1000 },
	]);
});

test('what is known already is not read again', async () => {
	const erp = memoryErp(spread(50, 100));
	for (const [id, stamp] of erp.stamps) erp.seen.add(`${id}@${stamp}`);
	const drained = await drain(erp.source, { from: 0, width: 1e9 }, limits(10));
	expect([drained.changes, erp.asked]).toEqual([[], ['glimpse']]);
});
