import { seenChanges } from '../../nodes/Acumatica/polling/seenChanges';
import {
	copyOf,
	readState,
	storedState,
	type PollState,
} from '../../nodes/Acumatica/polling/state';

const seen = seenChanges();
seen.add('a', 1_000);
const state: PollState = {
	version: 1,
	serial: 3,
	subject: 'x',
	foundFor: 'y',
	field: 'LastModified',
	createdField: 'CreatedDate',
	readFrom: Date.UTC(2026, 0, 1),
	seenFrom: 1,
	erpDate: 2,
	localDate: 3,
	createdFrom: 4,
	seen,
	created: seenChanges(),
	width: 5,
	instant: { at: 6, skip: 7, isRead: false },
};
const stored = (): Record<string, unknown> => JSON.parse(JSON.stringify(storedState(state)));

test('comes back as it was stored', () => {
	const read = readState(stored());
	expect(read.kind).toBe('state');
	const again = read.kind === 'state' ? read.state : state;
	expect(storedState(again)).toEqual(storedState(state));
	expect(again.seen.has('a', 1_000)).toBe(true);
});

test('without many changes it takes a few hundred characters', () =>
	expect(JSON.stringify(stored()).length).toBeLessThan(600));

test.each([{}, { other: 1 }, undefined, 'text'])('%j is nothing yet', (data) =>
	expect(readState(data)).toEqual({ kind: 'nothing' }),
);

test.each([
	['a later version', { version: 2 }],
	['a missing field', { field: undefined }],
	['changes of another form', { seen: { a: 'b' } }],
	['a time that is none', { readFrom: 'soon' }],
])('%s is a damage; the watermark beside it still counts', (_what, damage) => {
	const { state: good, watermark } = stored();
	const data = { watermark, state: { ...Object(good), ...damage } };
	expect(readState(data)).toEqual({ kind: 'damaged', readFrom: Date.UTC(2026, 0, 1) });
	expect(readState({ ...data, watermark: 'gone' })).toEqual({
		kind: 'damaged',
		readFrom: undefined,
	});
});

test('a copy remembers by itself', () => {
	const copy = copyOf(state);
	copy.seen.add('b', 1_000);
	expect([copy.seen.has('a', 1_000), state.seen.has('b', 1_000)]).toEqual([true, false]);
});
