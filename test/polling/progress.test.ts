import {
	asked,
	endSlice,
	isKnown,
	progressFrom,
	take,
	type Progress,
} from '../../nodes/Acumatica/polling/progress';
import { memoryErp } from './memoryErp.ts';

const progress = (): Progress => ({
	...progressFrom({ from: 0 }),
	to: 50,
	slices: [
		{ from: 0, to: 20, fresh: 1 },
		{ from: 20, to: 40, fresh: 1 },
	],
});

test('the first answer sets the time', async () => {
	const at = progress();
	await asked(at, Promise.resolve({ records: [], date: 7 }));
	await asked(at, Promise.resolve({ records: [], date: 9 }));
	expect(at.date).toBe(7);
});

test('what was handed on before, or taken already, is not taken again', () => {
	const { source, seen } = memoryErp([]);
	seen.add('a@1');
	const at = progress();
	const records = [
		{ id: 'a', stamp: 1 },
		{ id: 'a', stamp: 2 },
		{ id: 'b', stamp: 1 },
	];
	expect([take(source, at, records), take(source, at, records)]).toEqual([2, 0]);
	expect(at.changes.map(({ id, stamp }) => [id, stamp])).toEqual([
		['a', 2],
		['b', 1],
	]);
	expect(isKnown(source, at, { id: 'c', stamp: 1, record: {} })).toBe(false);
});

test('after the last slice the stretch is over, and with an endless one everything', () => {
	const at = progress();
	const [first, second] = at.slices;
	if (first) endSlice(at, first);
	expect(at.from).toBe(20);
	if (second) endSlice(at, second);
	expect([at.from, at.isDone]).toEqual([50, false]);
	const endless = { ...progress(), to: undefined, slices: [{ from: 0, to: undefined, fresh: 1 }] };
	endSlice(endless, { from: 0, to: undefined, fresh: 1 });
	expect(endless.isDone).toBe(true);
});
