import { Load } from './load.ts';

describe('the load', () => {
	it('knows the fullest 60 seconds, wherever they begin', () => {
		const load = new Load();
		for (const at of [0, 50_000, 59_999, 70_000, 200_000]) load.start(at)();
		expect(load.mostInAMinute).toBe(3);
	});

	it('sees how many were under way at once', () => {
		const load = new Load();
		const ends = [load.start(0), load.start(0)];
		for (const end of ends) {
			end();
			end();
		}
		load.start(0);
		expect(load.highestConcurrency).toBe(2);
	});

	it('forgets the past, but not what is under way', () => {
		const load = new Load();
		const end = load.start(0);
		load.clear();
		expect(load).toMatchObject({ mostInAMinute: 0, highestConcurrency: 0 });
		load.start(1);
		expect(load).toMatchObject({ mostInAMinute: 1, highestConcurrency: 2 });
		end();
	});
});
