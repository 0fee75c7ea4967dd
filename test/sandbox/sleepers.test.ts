import { Sleepers } from './sleepers.ts';

describe('those who wait for a clock', () => {
	let now = 0;
	let sleepers = new Sleepers(() => now);
	let woken: string[] = [];
	const sleep = (name: string, milliseconds: number, signal?: AbortSignal) =>
		sleepers.sleep(milliseconds, signal).then(() => woken.push(name));
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	beforeEach(() => {
		now = 0;
		sleepers = new Sleepers(() => now);
		woken = [];
	});

	it('wake when their time has come, earlier ones first', async () => {
		void sleep('late', 20);
		void sleep('early', 10);
		void sleep('later', 21);
		expect(sleepers.nextAt).toBe(10);
		now = 9;
		sleepers.wake();
		await settled();
		expect(woken).toEqual([]);
		now = 20;
		sleepers.wake();
		await settled();
		expect(woken).toEqual(['early', 'late']);
		expect(sleepers.nextAt).toBe(21);
	});

	it('do not wait for nothing', async () => {
		await sleep('at once', 0);
		expect(woken).toEqual(['at once']);
		expect(sleepers.nextAt).toBeUndefined();
	});

	it('stop waiting when they are told to', async () => {
		const controller = new AbortController();
		const interrupted = sleep('never', 10, controller.signal);
		controller.abort(new Error('enough'));
		await expect(interrupted).rejects.toThrow('enough');
		await expect(sleep('too late', 10, controller.signal)).rejects.toThrow('enough');
		expect(sleepers.nextAt).toBeUndefined();
	});
});
