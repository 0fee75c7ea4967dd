import { raisedOnce, systemClock } from '../../nodes/Acumatica/transport/clock';

describe('systemClock', () => {
	test('moves on while it sleeps', async () => {
		const before = systemClock.now();
		await systemClock.sleep(20);
		expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
		expect(Math.abs(systemClock.date() - Date.now())).toBeLessThan(5_000);
	});

	test('ends a wait at once when the signal is raised', async () => {
		const cancel = new AbortController();
		const hour = systemClock.sleep(3_600_000, cancel.signal);
		cancel.abort();
		await expect(hour).resolves.toBeUndefined();
	});

	test('does not begin to wait after the signal', async () => {
		await expect(systemClock.sleep(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
	});
});

describe('raisedOnce', () => {
	test('resolves for a signal that is raised already, and for one that will be', async () => {
		await raisedOnce(AbortSignal.abort());
		const later = new AbortController();
		const raised = raisedOnce(later.signal);
		later.abort();
		await expect(raised).resolves.toBeUndefined();
	});
});
