import { readChanges, rememberVisible } from '../../nodes/Acumatica/polling/changes';
import type { PollContext } from '../../nodes/Acumatica/polling/drainWatched';
import { firstState } from '../../nodes/Acumatica/polling/start';
import { node } from '../support/operationCall.ts';

const noon = Date.UTC(2026, 0, 1, 12);
interface Row {
	readonly id: string;
	readonly Changed?: string;
}
const context = (rows: readonly Row[], answered: number): PollContext => ({
	watched: {
		api: async () => ({
			status: 200,
			headers: { date: new Date(answered).toUTCString() },
			body: rows.map(({ id, Changed }) => ({ id, Changed: { value: Changed } })),
		}),
		node,
		path: 'x',
		entity: 'Customer',
		query: {},
		about: { doing: 'read changes of' },
	},
	settings: {
		authentication: 'oAuth2',
		endpoint: undefined,
		entity: 'Customer',
		event: 'createdOrUpdated',
		simplify: true,
		query: {},
		overlap: 120_000,
		startFrom: undefined,
		timestampField: '',
		maxRecordsPerPoll: 100,
		includeEvent: false,
		repeatAfterRestart: false,
	},
	isOver: () => false,
	momentOf: (erpDate) => ({ erpDate, localDate: erpDate, elapsed: 60_000 }),
});
const begin = () =>
	firstState(
		{ subject: 's', foundFor: 'f' },
		{ field: 'Changed', createdField: undefined, date: noon },
		{ readFrom: undefined, localDate: noon },
	);
const at = (milliseconds: number) => new Date(noon + milliseconds).toISOString();

test('what was visible at the start is remembered and not handed on; what comes late is', async () => {
	const early = { id: 'early', Changed: at(-30_000) };
	const state = await rememberVisible(context([early], noon), begin());
	const late = { id: 'late', Changed: at(-90_000) };
	const polled = await readChanges(context([early, late], noon + 60_000), state);
	expect(polled.items.map(({ json }) => json.id)).toEqual(['late']);
	expect(polled.lateness).toBe(90_000);
	const again = await readChanges(context([early, late], noon + 90_000), polled.state);
	expect(again.items).toEqual([]);
	expect(again.state.serial).toBe(3);
});

test('a record without a usable time or an ID is refused in words', async () => {
	const read = async (row: object) => await readChanges(context([row as Row], noon), begin());
	await expect(read({ id: 'a', Changed: '2026-01-01T12:00:00' })).rejects.toThrow(
		'"Changed" of a record holds no time with its offset',
	);
	await expect(read({ Changed: at(0) })).rejects.toThrow('A record came without its ID');
});
