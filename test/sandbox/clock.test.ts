import { databaseTime, runningClock, standingClock } from './clock.ts';

describe('the clock', () => {
	it('shows real time until it is advanced', () => {
		let real = 1_000;
		const clock = runningClock(() => real);
		expect(clock.now()).toBe(1_000);
		clock.advance(500);
		real = 1_200;
		expect(clock.now()).toBe(1_700);
	});

	it('stands still where a test wants that', () => {
		const clock = standingClock(10);
		clock.advance(5);
		expect(clock.now()).toBe(15);
	});

	it('wakes sleepers when it is advanced, whether it runs or stands', async () => {
		const never = 2 ** 40;
		for (const clock of [runningClock(() => 0), standingClock(0)]) {
			const sleep = clock.sleep(never);
			clock.advance(never - 1);
			clock.advance(1);
			await sleep;
			expect(clock.now()).toBe(never);
		}
	});

	it('wakes sleepers by itself where it runs, in their order', async () => {
		const clock = runningClock();
		const start = clock.now();
		const woken: number[] = [];
		const sleep = async (milliseconds: number) => {
			await clock.sleep(milliseconds);
			woken.push(milliseconds);
		};
		await Promise.all([sleep(30), sleep(5), sleep(0)]);
		expect(woken).toEqual([0, 5, 30]);
		expect(clock.now() - start).toBeGreaterThanOrEqual(30);
	});

	it('keeps no timer for a sleep that was interrupted', async () => {
		const controller = new AbortController();
		const timers = () =>
			process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
		const before = timers();
		const sleep = runningClock().sleep(60_000, controller.signal);
		expect(timers()).toBe(before + 1);
		controller.abort(new Error('enough'));
		await expect(sleep).rejects.toThrow('enough');
		expect(timers()).toBe(before);
	});

	it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not move by %p', (step) => {
		expect(() => standingClock(0).advance(step)).toThrow(RangeError);
	});

	it.each([
		[0, '.000Z'],
		[2, '.000Z'],
		[4, '.003Z'],
		[8, '.007Z'],
		[999, '.997Z'],
	])('keeps %i ms in the steps of the database: %s', (milliseconds, end) => {
		expect(databaseTime(1_700_000_000_000 + milliseconds)).toBe(`2023-11-14T22:13:20${end}`);
	});
});
