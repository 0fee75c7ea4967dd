import { waitingTime } from '../../nodes/Acumatica/transport/waitingTime';
import { simulatedClock } from '../support/simulatedClock.ts';

/** Waits from and until these milliseconds; returns the time that they count together. */
async function totalOf(...waits: ReadonlyArray<readonly [from: number, until: number]>) {
	const clock = simulatedClock();
	const time = waitingTime();
	const wait = async ([from, until]: readonly [number, number]) => {
		await clock.sleep(from);
		const over = time.begin(clock);
		await clock.sleep(until - from);
		over();
	};
	await clock.run(Promise.all(waits.map(wait)));
	return time.total();
}

describe('the time that an execution has waited', () => {
	test.each([
		['nothing', [], 0],
		['one wait', [[5, 8]], 3],
		[
			'one wait after the other',
			[
				[0, 3],
				[5, 9],
			],
			7,
		],
		[
			'waits side by side, once',
			[
				[0, 60],
				[0, 60],
				[0, 60],
			],
			60,
		],
		[
			'waits that overlap',
			[
				[0, 10],
				[5, 20],
			],
			20,
		],
		[
			'a wait within another',
			[
				[0, 20],
				[5, 10],
			],
			20,
		],
	] as const)('counts %s', async (_what, waits, total) => {
		expect(await totalOf(...waits)).toBe(total);
	});
});
