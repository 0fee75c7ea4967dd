import {
	aloneOf,
	elapsedSince,
	holdAhead,
	isTransactional,
	rememberPoll,
	stateAhead,
} from '../../nodes/Acumatica/polling/process';
import { seenChanges } from '../../nodes/Acumatica/polling/seenChanges';
import type { PollState } from '../../nodes/Acumatica/polling/state';
import { n8n } from '../support/platform.ts';

const state = (serial: number): PollState => ({
	version: 1,
	serial,
	subject: '',
	foundFor: '',
	field: 'F',
	createdField: undefined,
	readFrom: 0,
	seenFrom: 0,
	erpDate: 0,
	localDate: 0,
	createdFrom: 0,
	seen: seenChanges(),
	created: seenChanges(),
});

test('one poll of a node is in flight, polls of others beside it, also after a failed one', async () => {
	let finish = () => {};
	const first = aloneOf('n', async () => {
		await new Promise<void>((resolve) => (finish = resolve));
		return 1;
	});
	expect(await aloneOf('n', async () => 2)).toBeUndefined();
	expect(await aloneOf('other', async () => 3)).toBe(3);
	finish();
	expect(await first).toBe(1);
	const failing = aloneOf('n', async () => {
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	expect(await aloneOf('n', async () => 4)).toBe(4);
});

test('time since a poll is known for the last poll of this process only', () => {
	rememberPoll('timed', 1000, 50);
	expect(elapsedSince('timed', 1000, 80)).toBe(30);
	expect(elapsedSince('timed', 999, 80)).toBeUndefined();
	expect(elapsedSince('unknown', 1000, 80)).toBeUndefined();
});

test('a state is ahead of the stored one it was made from, in the same loaded workflow', () => {
	const data = {};
	holdAhead(data, state(1), state(2));
	expect(stateAhead(data, state(1))?.serial).toBe(2);
	expect(stateAhead(data, state(5))).toBeUndefined();
	expect(stateAhead({}, state(1))).toBeUndefined();
});

test("n8n's classic static data is told from the copy that durable cursors hand out", () => {
	const workflow = new n8n.Workflow({
		nodes: [],
		connections: {},
		active: true,
		nodeTypes: {
			getByName: () => ({}) as never,
			getByNameAndVersion: () => ({}) as never,
			getKnownTypes: () => ({}),
		},
	});
	expect(isTransactional(workflow.getStaticData('global'))).toBe(false);
	expect(isTransactional({ state: 1 })).toBe(true);
});
