import { inLanes } from '../../nodes/Acumatica/operations/lanes';
import type { Lane } from '../../nodes/Acumatica/transport/lane';

/** A connection whose license has so many sessions; `log` tells what the lanes were asked, in order. */
function connection(sessions: number) {
	const log: string[] = [];
	const opened: Lane[] = [];
	const state = { wantedElsewhere: false };
	const none = () => {
		throw new Error('No request is sent here');
	};
	const openLane = (): Lane => {
		const number = opened.length;
		const lane: Lane = {
			api: none,
			discovery: none,
			memory: { remembering: none },
			async hasSession() {
				log.push(`sign in ${number}`);
				return number < sessions;
			},
			isWantedElsewhere: () => state.wantedElsewhere,
			async close() {
				log.push(`sign out ${number}`);
			},
		};
		opened.push(lane);
		return lane;
	};
	return { log, opened, state, openLane };
}

const item = (index: number) => [{ json: { index } }];

/** Ends the runs in the order in which they are asked to. */
function gates(count: number) {
	const all = Array.from({ length: count }, () => Promise.withResolvers<void>());
	return {
		wait: async (index: number) => await all[index]?.promise,
		open: (index: number) => all[index]?.resolve(),
	};
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

test('the output keeps the order of the items, whoever is done first', async () => {
	const { wait, open } = gates(3);
	const work = inLanes(connection(3), 3, 3, async (_lane, index) => {
		await wait(index);
		return item(index);
	});
	for (const index of [2, 0, 1]) {
		open(index);
		await settled();
	}
	expect(await work).toEqual([...item(0), ...item(1), ...item(2)]);
});

test('a lane works on one item at a time', async () => {
	const busy = new Set<Lane>();
	await inLanes(connection(2), 6, 2, async (lane, index) => {
		expect(busy.has(lane)).toBe(false);
		busy.add(lane);
		await settled();
		busy.delete(lane);
		return item(index);
	});
});

test('there are fewer lanes where the license has no session for another', async () => {
	const { openLane, opened } = connection(2);
	const used = new Set<Lane>();
	const items = await inLanes({ openLane }, 6, 3, async (lane, index) => {
		used.add(lane);
		await settled();
		return item(index);
	});
	expect(items).toHaveLength(6);
	expect(used).toEqual(new Set(opened.slice(0, 2)));
});

test('the first lane works although there is no session: what came of it is told by its item', async () => {
	const items = await inLanes(connection(0), 2, 2, async (_lane, index) => item(index));
	expect(items).toEqual([...item(0), ...item(1)]);
});

test('the first lane signs in before the others try to', async () => {
	const { log, openLane } = connection(3);
	await inLanes({ openLane }, 3, 3, async (_lane, index) => item(index));
	expect(log.slice(0, 3)).toEqual(['sign in 0', 'sign in 1', 'sign in 2']);
});

test('a single lane signs in with its first request, not ahead of it', async () => {
	const { log, openLane } = connection(1);
	await inLanes({ openLane }, 3, 1, async (_lane, index) => item(index));
	expect(log).toEqual(['sign out 0']);
});

test('a lane signs out when it is done, whatever the others do', async () => {
	const { wait, open } = gates(2);
	const { log, openLane } = connection(2);
	const work = inLanes({ openLane }, 2, 2, async (_lane, index) => {
		await wait(index);
		return item(index);
	});
	open(1);
	while (!log.includes('sign out 1')) await settled();
	expect(log).not.toContain('sign out 0');
	open(0);
	await work;
	expect(log).toContain('sign out 0');
});

test('the extra lanes stop where another execution waits for a session', async () => {
	const { log, openLane, opened, state } = connection(3);
	const lanes: (Lane | undefined)[] = [];
	const items = await inLanes({ openLane }, 6, 3, async (lane, index) => {
		lanes[index] = lane;
		await settled();
		state.wantedElsewhere = true;
		return item(index);
	});
	expect(items).toHaveLength(6);
	expect(lanes.slice(3)).toEqual([opened[0], opened[0], opened[0]]);
	expect(log.filter((line) => line.startsWith('sign out'))).toHaveLength(3);
});

test('after a failure nobody takes another item, and the first item that failed counts', async () => {
	const { wait, open } = gates(2);
	const taken: number[] = [];
	const work = inLanes(connection(2), 5, 2, async (_lane, index) => {
		taken.push(index);
		await wait(index);
		throw new Error(`item ${index}`);
	});
	open(1);
	await settled();
	open(0);
	await expect(work).rejects.toThrow('item 0');
	expect(taken).toEqual([0, 1]);
});

test('without items nothing is done', async () => {
	expect(await inLanes(connection(1), 0, 0, async (_lane, index) => item(index))).toEqual([]);
});
