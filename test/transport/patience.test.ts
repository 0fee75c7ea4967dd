import { createPatience } from '../../nodes/Acumatica/transport/patience';
import { simulatedClock } from '../support/simulatedClock.ts';

describe('createPatience', () => {
	test('allows waits until the allowance is used up', () => {
		const clock = simulatedClock();
		const patience = createPatience(10_000, clock);
		expect(patience.spend(10_000)).toBe(true);
		expect(patience.waited()).toBe(10_000);
	});

	test('refuses a wait that would exceed it, and books nothing for it', async () => {
		const clock = simulatedClock();
		const patience = createPatience(10_000, clock);
		expect(patience.spend(6_000)).toBe(true);
		await clock.run(clock.sleep(6_000));
		expect(patience.spend(6_000)).toBe(false);
		expect(patience.waited()).toBe(6_000);
	});

	test('counts waits at the same time once', async () => {
		const clock = simulatedClock();
		const patience = createPatience(60_000, clock);
		patience.spend(10_000);
		patience.spend(4_000);
		await clock.run(clock.sleep(5_000));
		patience.spend(10_000);
		expect(patience.waited()).toBe(15_000);
	});
});
