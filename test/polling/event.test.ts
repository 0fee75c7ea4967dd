import { eventOf, itemsOf } from '../../nodes/Acumatica/polling/event';
import { seenChanges } from '../../nodes/Acumatica/polling/seenChanges';

const at = Date.UTC(2026, 0, 1);
const change = (modified: number, created: number | undefined, id = 'a') => ({
	id,
	stamp: at + modified,
	record: {
		id,
		...(created !== undefined && { Created: { value: new Date(at + created).toISOString() } }),
		Name: { value: `${id}${modified}` },
	},
});
const creations = (from = at) => ({ createdField: 'Created', from, known: seenChanges() });

describe('eventOf', () => {
	const both = { event: 'createdOrUpdated', includeEvent: true } as const;

	test('the first sight of a new record is its creation, whatever was changed since; once only', () => {
		const known = creations();
		expect(eventOf(change(500, 0), both, known)).toBe('created');
		expect(eventOf(change(900, 0), both, known)).toBe('updated');
	});

	test('a record from before the watch was updated', () =>
		expect(eventOf(change(500, -1), both, creations())).toBe('updated'));

	test('without a time of creation, or nobody asking, it is either', () => {
		const unknown = { ...creations(), createdField: undefined };
		expect(eventOf(change(500, 0), both, unknown)).toBe('createdOrUpdated');
		const unasked = { ...both, includeEvent: false };
		expect(eventOf(change(500, 0), unasked, creations())).toBe('createdOrUpdated');
	});

	test('who watches updates does not get creations, but gets a change right after one', () => {
		const updates = { event: 'updated', includeEvent: false } as const;
		expect(eventOf(change(0, 0), updates, creations())).toBeUndefined();
		expect(eventOf(change(4, 0), updates, creations())).toBeUndefined();
		expect(eventOf(change(7, 0), updates, creations())).toBe('updated');
		expect(eventOf(change(7, undefined), updates, creations())).toBe('updated');
	});
});

describe('itemsOf', () => {
	const event = 'updated' as const;

	test('oldest first, one item for each record, in its last state', () => {
		const changes = [change(9, 0), change(5, 0, 'b'), change(1, 0)];
		const items = itemsOf(
			changes.map((one) => ({ ...one, event })),
			{ simplify: true, includeEvent: false },
		);
		expect(items.map(({ json }) => json.Name)).toEqual(['b5', 'a9']);
	});

	test('tells the event and its time where that is wanted, and keeps a creation one', () => {
		const changes = [
			{ ...change(9, 0), event },
			{ ...change(1, 0), event: 'created' as const },
		];
		expect(itemsOf(changes, { simplify: false, includeEvent: true })).toEqual([
			{
				json: {
					...change(9, 0).record,
					_event: { type: 'created', at: '2026-01-01T00:00:00.009Z' },
				},
			},
		]);
	});
});
