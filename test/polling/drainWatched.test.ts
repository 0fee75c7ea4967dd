import { dateOf, limitsOf } from '../../nodes/Acumatica/polling/drainWatched';
import { firstState } from '../../nodes/Acumatica/polling/start';

const limits = (maxRecordsPerPoll: number) =>
	limitsOf({ settings: { maxRecordsPerPoll }, isOver: () => false } as never);

test('pages are of a thousand records, or of what one poll may hand on', () => {
	expect(limits(10_000)).toMatchObject({ pageSize: 1000, glimpseSize: 10_000, most: 10_000 });
	expect(limits(7)).toMatchObject({ pageSize: 7, most: 7 });
});

test('without a date in the answer the latest change tells how late it is at least', () => {
	const state = firstState(
		{ subject: '', foundFor: '' },
		{ field: 'F', createdField: undefined, date: 500 },
		{ readFrom: undefined, localDate: 0 },
	);
	const drained = { changes: [], rest: undefined, hints: {} };
	const change = { id: 'a', record: {} };
	expect(dateOf({ ...drained, date: 700 }, state)).toBe(700);
	expect(dateOf({ ...drained, date: undefined }, state)).toBe(500);
	const changes = [
		{ ...change, stamp: 900 },
		{ ...change, stamp: 800 },
	];
	expect(dateOf({ ...drained, changes, date: undefined }, state)).toBe(900);
});
