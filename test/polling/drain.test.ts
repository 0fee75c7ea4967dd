import fc from 'fast-check';
import { drain } from '../../nodes/Acumatica/polling/drain';
import type { Position } from '../../nodes/Acumatica/polling/progress';
import { limits, memoryErp, spread, type MemoryErp } from './memoryErp.ts';

const labels = ({ changes }: Awaited<ReturnType<typeof drain>>) =>
	changes.map(({ id, stamp }) => `${id}@${stamp}`);

/** Drains over as many polls as it takes, as the trigger does. */
async function drainAll(erp: MemoryErp, pageSize: number, most: number) {
	let position: Position | undefined = { from: 0 };
	const all: string[] = [];
	let polls = 0;
	for (; position !== undefined && polls < 500; polls++) {
		const drained = await drain(erp.source, position, limits(pageSize, { most }));
		for (const label of labels(drained)) {
			all.push(label);
			erp.seen.add(label);
		}
		position = drained.rest;
	}
	return { all, polls };
}

test('what fits a page takes one request', async () => {
	const erp = memoryErp(spread(10, 5));
	const drained = await drain(erp.source, { from: 0 }, limits(10));
	expect([labels(drained).length, drained.rest, erp.asked]).toEqual([10, undefined, ['read']]);
	expect(drained.hints.width).toBeUndefined();
});

test.each([
	['evenly spread', spread(10_000, 100), 1.25],
	[
		'in bursts',
		[...Array(10).keys()].flatMap((burst) =>
			spread(1000, 1, burst * 1e6).map(([id, at]): [string, number] => [`${burst}${id}`, at]),
		),
		1.6,
	],
])(
	'10,000 changes %s come once each, with few requests beyond the minimum',
	async (_how, changes, most) => {
		const erp = memoryErp(changes);
		const { all, polls } = await drainAll(erp, 100, 1000);
		expect(new Set(all).size).toBe(10_000);
		expect(all).toHaveLength(10_000);
		expect(polls).toBeLessThanOrEqual(13);
		expect(erp.asked.length / 100).toBeLessThanOrEqual(most);
	},
);

test('whatever the times, the pages and the limits, every change comes once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof(fc.constant(500), fc.integer({ min: 0, max: 3000 })), { maxLength: 120 }),
			fc.integer({ min: 1, max: 9 }),
			fc.integer({ min: 1, max: 40 }),
			async (times, page, most) => {
				const erp = memoryErp(
					times.map((time, index) => [String(index).padStart(3, '0'), time * 4]),
				);
				const { all } = await drainAll(erp, page, Math.max(page, most));
				const due = [...erp.stamps].map(([id, stamp]) => `${id}@${stamp}`);
				expect([...all].sort()).toEqual(due.sort());
			},
		),
		{ numRuns: 300 },
	);
});

test('a record that is changed while others are read does not push one off its page', async () => {
	const erp = memoryErp(spread(300, 100));
	const ids = [...erp.stamps.keys()];
	erp.meanwhile = (request) => {
		const id = ids[request * 3];
		if (id !== undefined) erp.stamps.set(id, 500_000 + request);
	};
	const before = new Map(erp.stamps);
	const { all } = await drainAll(erp, 20, 60);
	const emitted = new Set(all.map((label) => label.split('@')[0]));
	expect([...before.keys()].filter((id) => !emitted.has(id))).toEqual([]);
});

test('ends when the time is up, with what was read whole', async () => {
	const erp = memoryErp(spread(300, 100));
	const isOver = () => erp.asked.length >= 4;
	const drained = await drain(erp.source, { from: 0 }, limits(20, { isOver }));
	expect(drained.changes.length).toBeGreaterThan(0);
	const { from = 0 } = drained.rest ?? {};
	const due = [...erp.stamps]
		.filter(([, stamp]) => stamp < from)
		.map(([id, stamp]) => `${id}@${stamp}`);
	expect(labels(drained).sort()).toEqual(due.sort());
});

test('hands on a width that can be kept, also for an instant right now', async () => {
	const erp = memoryErp(spread(300, 0, 5000), 5000);
	const drained = await drain(erp.source, { from: 5000 }, limits(10, { most: 50 }));
	expect(drained.changes.length).toBeGreaterThan(0);
	expect(drained.rest?.width).toBeGreaterThan(0);
});

test('what happened since the last poll is as wide as the time since then', async () => {
	const erp = memoryErp(spread(60, 1000, 101_000), 160_000);
	const drained = await drain({ ...erp.source, now: 100_000 }, { from: 99_000 }, limits(10));
	expect(drained.hints.width).toBeGreaterThan(60_000);
});
