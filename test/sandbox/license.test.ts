import { plainLicense } from './license.ts';

const limits = { requestsPerMinute: 3, concurrentRequests: 2, users: 1 };

describe('the plain license', () => {
	let now = 0;
	const license = () => plainLicense(limits, () => now);
	beforeEach(() => {
		now = 1_000_000;
	});

	it('declines what starts beyond the limit of any 60 seconds', async () => {
		const plain = license();
		for (let started = 0; started < 3; started += 1) {
			(await plain.admit('get')).release?.();
			now += 10_000;
		}
		expect((await plain.admit('get')).release).toBeUndefined();
		now += 30_000;
		expect((await plain.admit('get')).release).toBeDefined();
		expect((await plain.admit('get')).release).toBeUndefined();
	});

	it('does not count what it declined', async () => {
		const plain = license();
		const over = [await plain.admit('get'), await plain.admit('get')];
		expect((await plain.admit('get')).release).toBeUndefined();
		expect(plain.use()).toEqual({
			startedInTheLastMinute: 2,
			inFlight: 2,
			queued: 0,
			isUsedUp: true,
		});
		over[0]?.release?.();
		expect((await plain.admit('get')).release).toBeDefined();
	});

	it('frees a slot once, however often it is told', async () => {
		const plain = license();
		const { release: over } = await plain.admit('get');
		await plain.admit('get');
		over?.();
		over?.();
		expect(plain.use().inFlight).toBe(1);
	});

	it('lets a sign-out through at any time', async () => {
		const plain = plainLicense({ ...limits, requestsPerMinute: 0 }, () => now);
		expect((await plain.admit('signOut')).release).toBeDefined();
		expect(plain.use()).toMatchObject({ startedInTheLastMinute: 0, inFlight: 0 });
	});

	it('is used up when the minute is full, not before', async () => {
		const plain = license();
		for (let started = 0; started < 3; started += 1) {
			expect(plain.use().isUsedUp).toBe(false);
			(await plain.admit('get')).release?.();
		}
		expect(plain.use()).toMatchObject({ inFlight: 0, isUsedUp: true });
	});

	it('counts sessions', () => {
		expect(license().allowsSession(0)).toBe(true);
		expect(license().allowsSession(1)).toBe(false);
	});

	it('forgets on request', async () => {
		const plain = license();
		(await plain.admit('get')).release?.();
		plain.forget(new Error('reset'));
		expect(plain.use().startedInTheLastMinute).toBe(0);
	});
});
