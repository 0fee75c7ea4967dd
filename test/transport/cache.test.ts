import { createCache } from '../../nodes/Acumatica/transport/cache';
import { simulatedClock } from '../support/simulatedClock.ts';

describe('createCache', () => {
	test('looks once, also for those who ask at the same time', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		const look = jest.fn(async () => 7);
		expect(await Promise.all([cache.get('a', clock, look), cache.get('a', clock, look)])).toEqual([
			7, 7,
		]);
		expect(await cache.get('a', clock, look)).toBe(7);
		expect(look).toHaveBeenCalledTimes(1);
	});

	test('looks again when the value has grown old', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		const look = jest.fn(async () => 7);
		await cache.get('a', clock, look);
		await clock.run(clock.sleep(1_000));
		await cache.get('a', clock, look);
		expect(look).toHaveBeenCalledTimes(2);
	});

	test('lets each asker say how old a value may be', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		const look = jest.fn(async () => 7);
		await cache.get('a', clock, look);
		await clock.run(clock.sleep(5_000));
		await cache.get('a', clock, look, 10_000);
		expect(look).toHaveBeenCalledTimes(1);
		await cache.get('a', clock, look);
		expect(look).toHaveBeenCalledTimes(2);
	});

	test('keeps an older value where a fresh look-up fails, for those who accept it', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		await cache.get('a', clock, async () => 7);
		await clock.run(clock.sleep(5_000));
		const failing = async () => await Promise.reject(new Error('no'));
		await expect(cache.get('a', clock, failing)).rejects.toThrow('no');
		expect(await cache.get('a', clock, failing, 10_000)).toBe(7);
		await expect(cache.get('a', clock, failing)).rejects.toThrow('no');
	});

	test('does not remember a look-up that failed', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		await expect(
			cache.get('a', clock, async () => await Promise.reject(new Error('no'))),
		).rejects.toThrow('no');
		expect(await cache.get('a', clock, async () => 7)).toBe(7);
	});

	test('looks for oneself where the look-up of another failed, which may have been cancelled', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		const cancelled = cache.get('a', clock, async () => await Promise.reject(new Error('no')));
		const other = cache.get('a', clock, async () => 7);
		await expect(cancelled).rejects.toThrow('no');
		expect(await other).toBe(7);
		expect(await cache.get('a', clock, async () => 8)).toBe(7);
	});

	test.each([
		['works', async () => 7, Array.from({ length: 20 }, () => ({ status: 'fulfilled', value: 7 }))],
		[
			'fails as well',
			async () => await Promise.reject(new Error('no, either')),
			Array.from({ length: 20 }, () => ({
				status: 'rejected',
				reason: new Error('no, either'),
			})),
		],
	])(
		'where a look-up failed, those who waited share a second one, which %s',
		async (_, again, outcomes) => {
			const clock = simulatedClock();
			const cache = createCache<number>(1_000, 10);
			const first = cache.get('a', clock, async () => await Promise.reject(new Error('no')));
			const look = jest.fn(again);
			const waiting = Array.from({ length: 20 }, async () => await cache.get('a', clock, look));
			const settled = await Promise.allSettled([first, ...waiting]);
			expect(settled.slice(1)).toEqual(outcomes);
			expect(look).toHaveBeenCalledTimes(1);
		},
	);

	test('gives an older value to those who accept it and waited in vain for a fresh one', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		await cache.get('a', clock, async () => 7);
		await clock.run(clock.sleep(5_000));
		const fresh = cache.get('a', clock, async () => await Promise.reject(new Error('no')));
		const look = jest.fn(async () => 8);
		const patient = cache.get('a', clock, look, 10_000);
		await expect(fresh).rejects.toThrow('no');
		expect(await patient).toBe(7);
		expect(look).not.toHaveBeenCalled();
	});

	test('looks again where a look-up that failed late is put back by a later one that failed', async () => {
		const clock = simulatedClock();
		const cache = createCache<number>(1_000, 10);
		const failing = async () => {
			await clock.sleep(5_000);
			throw new Error('no');
		};
		const slow = cache.get('a', clock, failing).catch(() => 0);
		await clock.run(clock.sleep(2_000));
		const later = cache.get('a', clock, failing).catch(() => 0);
		await clock.run(Promise.all([slow, later]));
		expect(await cache.get('a', clock, async () => 7, 60_000)).toBe(7);
	});

	test('keeps the newest entries only', async () => {
		const clock = simulatedClock();
		const cache = createCache<string>(1_000, 2);
		const look = jest.fn(async () => 'x');
		for (const key of ['a', 'b', 'c', 'b', 'c']) await cache.get(key, clock, look);
		expect(look).toHaveBeenCalledTimes(3);
		await cache.get('a', clock, look);
		expect(look).toHaveBeenCalledTimes(4);
	});

	describe('with a limit for the weight of all', () => {
		const weighing = () => {
			const clock = simulatedClock();
			const cache = createCache<number>(1_000, 10, { weigh: (value) => value, heaviest: 10 });
			const looked: string[] = [];
			const get = async (key: string, value: number) =>
				await cache.get(key, clock, async () => {
					looked.push(key);
					return value;
				});
			return { clock, cache, looked, get };
		};

		test('the oldest go until the others are light enough', async () => {
			const { get, looked } = weighing();
			for (const [key, weight] of [
				['a', 3],
				['b', 3],
				['c', 4],
				['d', 5],
			] as const)
				await get(key, weight);
			for (const key of ['c', 'd', 'a']) await get(key, 1);
			expect(looked).toEqual(['a', 'b', 'c', 'd', 'a']);
		});

		test('the newest stays, however heavy', async () => {
			const { get, looked } = weighing();
			for (const [key, weight] of [
				['a', 3],
				['b', 99],
				['b', 99],
				['a', 3],
			] as const)
				await get(key, weight);
			expect(looked).toEqual(['a', 'b', 'a']);
		});

		test('one that is still looked up is shared all the same', async () => {
			const { clock, cache, get } = weighing();
			let end: (value: number) => void = () => undefined;
			const slow = jest.fn(async () => await new Promise<number>((resolve) => (end = resolve)));
			const first = cache.get('slow', clock, slow);
			await get('heavy', 99);
			const second = cache.get('slow', clock, slow);
			end(1);
			expect(await Promise.all([first, second])).toEqual([1, 1]);
			expect(slow).toHaveBeenCalledTimes(1);
		});

		test('a value that takes the place of an older one counts once', async () => {
			const { clock, get, looked } = weighing();
			await get('a', 4);
			await get('b', 5);
			await clock.run(clock.sleep(1_000));
			await get('b', 5);
			await get('a', 4);
			await get('b', 5);
			expect(looked).toEqual(['a', 'b', 'b', 'a']);
		});
	});
});
