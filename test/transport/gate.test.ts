import fc from 'fast-check';

import { createGate } from '../../nodes/Acumatica/transport/gate';
import { newParty } from '../../nodes/Acumatica/transport/party';
import { simulatedClock } from '../support/simulatedClock.ts';

const minute = 60_000;

interface Visit {
	readonly arrival: number;
	readonly duration: number;
	readonly party: number;
	/** The pause after a 429, where the ERP refuses this request. */
	readonly refusedFor: number | undefined;
}

/** Sends the visits through a fresh gate in simulated time, and returns when each ran. */
async function simulate(
	visits: readonly Visit[],
	limit: { concurrentRequests: number; requestsPerMinute: number },
) {
	const clock = simulatedClock();
	const gate = createGate();
	const parties = new Map<number, ReturnType<typeof newParty>>();
	const runs: Array<{ party: number; start: number; end: number; mostInAMinute: number }> = [];
	const visit = async ({ arrival, duration, party, refusedFor }: Visit) => {
		await clock.sleep(arrival);
		const member = parties.get(party) ?? newParty();
		parties.set(party, member);
		expect(await gate.enter(member, limit, clock)).toBe(true);
		const start = clock.now();
		const { mostInAMinute } = member;
		await clock.sleep(duration);
		if (refusedFor !== undefined) gate.refused(refusedFor, clock);
		gate.leave();
		runs.push({ party, start, end: clock.now(), mostInAMinute });
	};
	await clock.run(Promise.all(visits.map(visit)));
	return runs;
}

const schedule = fc.record({
	limit: fc.record({
		concurrentRequests: fc.integer({ min: 1, max: 4 }),
		requestsPerMinute: fc.integer({ min: 1, max: 12 }),
	}),
	visits: fc.array(
		fc.record({
			arrival: fc.integer({ min: 0, max: 3 * minute }),
			duration: fc.integer({ min: 0, max: 20_000 }),
			party: fc.integer({ min: 0, max: 2 }),
			refusedFor: fc.option(fc.integer({ min: 500, max: minute }), { nil: undefined, freq: 12 }),
		}),
		{ minLength: 1, maxLength: 18 },
	),
});

function mostInAnyMinute(starts: readonly number[]): number {
	return Math.max(
		...starts.map((from) => starts.filter((at) => at >= from && at < from + minute).length),
	);
}

function highestConcurrency(runs: ReadonlyArray<{ start: number; end: number }>): number {
	return Math.max(
		...runs.map(({ start }) => runs.filter((run) => run.start <= start && start < run.end).length),
	);
}

describe('the license gate, whatever the schedule', () => {
	test('never starts more requests in 60 seconds than allowed, nor lets more run at once, serves all, and counts truly', async () => {
		await fc.assert(
			fc.asyncProperty(schedule, async ({ limit, visits }) => {
				const runs = await simulate(visits, limit);
				expect(runs).toHaveLength(visits.length);
				const most = mostInAnyMinute(runs.map(({ start }) => start));
				expect(most).toBeLessThanOrEqual(limit.requestsPerMinute);
				expect(Math.max(...runs.map(({ mostInAMinute }) => mostInAMinute))).toBe(most);
				expect(highestConcurrency(runs)).toBeLessThanOrEqual(limit.concurrentRequests);
			}),
			{ numRuns: 10_000 },
		);
	}, 120_000);
});

describe('the license gate', () => {
	const limit = { concurrentRequests: 1, requestsPerMinute: 1_000 };
	const visits = (party: number, count: number, arrival = 0): Visit[] =>
		Array.from({ length: count }, () => ({
			arrival,
			duration: 1_000,
			party,
			refusedFor: undefined,
		}));

	test('lets requests start at once while the license allows', async () => {
		const runs = await simulate(visits(0, 3), { concurrentRequests: 3, requestsPerMinute: 3 });
		expect(runs.map(({ start }) => start)).toEqual([0, 0, 0]);
	});

	test('serves executions in turns, so that a large one does not starve a small one', async () => {
		const runs = await simulate([...visits(0, 20), ...visits(1, 2, 500)], limit);
		const small = runs.filter(({ party }) => party === 1);
		expect(small.map(({ end }) => end)).toEqual([2_000, 4_000]);
	});

	test('after a refusal lets nobody start before the pause is over, then goes at half the rate', async () => {
		const first: Visit = { arrival: 0, duration: 0, party: 0, refusedFor: 10_000 };
		const runs = await simulate([first, ...visits(1, 8, 1)], {
			concurrentRequests: 8,
			requestsPerMinute: 8,
		});
		const starts = runs.map(({ start }) => start).sort((a, b) => a - b);
		expect(starts.slice(1, 4)).toEqual([10_000, 10_000, 10_000]);
		expect(starts[4]).toBeGreaterThanOrEqual(minute);
	});

	test('is not shut for hours because one request was told to wait for hours', async () => {
		const first: Visit = { arrival: 0, duration: 0, party: 0, refusedFor: 86_400_000 };
		const runs = await simulate([first, ...visits(1, 1, 1)], limit);
		expect(runs[1]?.start).toBe(minute);
	});

	test('a stream of small executions does not starve a large one', async () => {
		const stream = Array.from({ length: 60 }, (_, index) =>
			visits(index + 1, 1, index * 990),
		).flat();
		const runs = await simulate([...visits(0, 5), ...stream], limit);
		const large = runs.filter(({ party }) => party === 0);
		expect(Math.max(...large.map(({ end }) => end))).toBeLessThan(20_000);
	});

	test('climbs back to the full rate after minutes without refusal', async () => {
		const first: Visit = { arrival: 0, duration: 0, party: 0, refusedFor: 1_000 };
		const later = visits(1, 8, 4 * minute).map((visit) => ({ ...visit, duration: 0 }));
		const runs = await simulate([first, ...later], { concurrentRequests: 8, requestsPerMinute: 8 });
		expect(runs.slice(1).map(({ start }) => start)).toEqual(
			Array.from({ length: 8 }, () => 4 * minute),
		);
	});

	test('counts for the summary what an execution had', async () => {
		const clock = simulatedClock();
		const gate = createGate();
		const party = newParty();
		const enter = async () =>
			await gate.enter(party, { concurrentRequests: 2, requestsPerMinute: 2 }, clock);
		await clock.run(Promise.all([enter(), enter()]));
		gate.leave();
		await clock.run(enter());
		expect(party).toMatchObject({ requests: 3, mostInAMinute: 2, highestConcurrency: 2 });
		expect(party.waiting.total()).toBe(60_500);
	});

	test('counts the time in which several requests of an execution wait only once', async () => {
		const clock = simulatedClock();
		const gate = createGate();
		const party = newParty();
		const enter = async () => {
			await gate.enter(party, { concurrentRequests: 3, requestsPerMinute: 3 }, clock);
			gate.leave();
		};
		await clock.run(Promise.all(Array.from({ length: 6 }, enter)));
		expect(party.waiting.total()).toBe(60_500);
	});

	test('knows how many wait for a session', () => {
		const gate = createGate();
		const [one, two] = [gate.wantSession(), gate.wantSession()];
		expect(gate.sessionsWanted()).toBe(2);
		one();
		two();
		expect(gate.sessionsWanted()).toBe(0);
	});
});
