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

describe('a state ahead of the stored one', () => {
	test('is known in the same loaded workflow, whatever of the two was stored last', () => {
		const data = {};
		holdAhead('classic', data, state(1), state(2), true);
		expect(stateAhead('classic', data, state(1))?.serial).toBe(2);
		holdAhead('classic', data, state(2), state(3), false);
		expect(stateAhead('classic', data, state(1))?.serial).toBe(3);
		expect(stateAhead('classic', data, state(2))?.serial).toBe(3);
		holdAhead('classic', data, state(3), state(4), true);
		expect(stateAhead('classic', data, state(2))).toBeUndefined();
		expect(stateAhead('another', data, state(3))).toBeUndefined();
	});

	test('is not believed by a workflow that was loaded again', () => {
		holdAhead('reloaded', {}, state(1), state(2), true);
		expect(stateAhead('reloaded', {}, state(1))).toBeUndefined();
	});

	test('is believed where the workflow is loaded for each poll', () => {
		holdAhead('scheduled', {}, state(1), state(2), true);
		holdAhead('scheduled', {}, state(1), state(2), true);
		expect(stateAhead('scheduled', {}, state(1))?.serial).toBe(2);
	});
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
