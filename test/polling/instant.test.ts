import { readInstant } from '../../nodes/Acumatica/polling/instant';
import { progressFrom, type Progress } from '../../nodes/Acumatica/polling/progress';
import { limits, memoryErp, spread, type MemoryErp } from './memoryErp.ts';

const slice = { from: 999, to: 1002, fresh: 100, instant: 1000 };
const progress = (instant?: Progress['instant']): Progress => ({
	...progressFrom({ from: 999, width: 10, instant }),
	slices: [slice],
});
const mass = (count = 95) => memoryErp(spread(count, 0));
const ids = ({ changes }: Progress) => changes.map(({ id }) => id).sort();
const all = ({ stamps }: MemoryErp) => [...stamps.keys()].sort();

test('pages through it, counts once more, and ends the slice', async () => {
	const erp = mass();
	const at = progress();
	await readInstant(erp.source, at, slice, limits(10));
	expect(ids(at)).toEqual(all(erp));
	expect(erp.asked).toEqual([...Array(10).fill('read'), 'glimpse']);
	expect([at.instant, at.isDone]).toEqual([{ at: 1000, skip: 95, isRead: true }, true]);
});

test('goes on where it stopped', async () => {
	const erp = mass();
	const first = progress();
	await readInstant(erp.source, first, slice, limits(10, { most: 40 }));
	expect(first.isDone).toBe(false);
	for (const { id, stamp } of first.changes) erp.seen.add(`${id}@${stamp}`);
	const before = erp.asked.length;
	const second = progress(first.instant);
	await readInstant(erp.source, second, slice, limits(10));
	expect([...ids(first), ...ids(second)].sort()).toEqual(all(erp));
	expect(erp.asked.length - before).toBeLessThanOrEqual(8);
});

test('goes back when records leave the list in front of it', async () => {
	const erp = mass();
	const [a = '', b = '', c = ''] = all(erp);
	erp.meanwhile = (request) => {
		if (request === 3) for (const id of [a, b, c]) erp.stamps.delete(id);
	};
	const at = progress();
	await readInstant(erp.source, at, slice, limits(10));
	expect(ids(at)).toEqual([...all(erp), a, b, c].sort());
});

test('finds what becomes visible in front of it', async () => {
	const erp = mass();
	erp.meanwhile = (request) => {
		if (request === 5) erp.stamps.set('000000-late', 1000);
	};
	const at = progress();
	while (!at.isDone) await readInstant(erp.source, at, slice, limits(10));
	expect(ids(at)).toEqual(all(erp));
});

test('what was read before is only counted', async () => {
	const erp = mass();
	for (const [id, stamp] of erp.stamps) erp.seen.add(`${id}@${stamp}`);
	const at = progress({ at: 1000, skip: 95, isRead: true });
	await readInstant(erp.source, at, slice, limits(10));
	expect([erp.asked, at.changes, at.isDone]).toEqual([['glimpse'], [], true]);
});
