import { standingClock, type SandboxClock } from './clock.ts';
import { DocumentedLicense } from './documentedLicense.ts';
import type { RequestKind } from './exchange.ts';

const seconds = 1_000;

interface Admitted {
	readonly name: string;
	readonly at: number;
	readonly delay: number;
	readonly isDeclined: boolean;
}

/** Asks the license and notes what became of it; nobody gives a core back unless told to. */
function arrivals(license: DocumentedLicense, clock: SandboxClock) {
	const log: Admitted[] = [];
	const releases = new Map<string, () => void>();
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	return {
		log,
		async arrive(name: string, kind: RequestKind = 'get') {
			void license.admit(kind).then(({ delay, release }) => {
				log.push({ name, at: clock.now(), delay, isDeclined: release === undefined });
				if (release !== undefined) releases.set(name, release);
			});
			await settle();
		},
		async leave(name: string) {
			releases.get(name)?.();
			await settle();
		},
		async pass(milliseconds: number) {
			clock.advance(milliseconds);
			await settle();
		},
		started: () => log.filter(({ isDeclined }) => !isDeclined).map(({ name }) => name),
		declined: () => log.filter(({ isDeclined }) => isDeclined).map(({ name }) => name),
	};
}

describe('the documented license', () => {
	let clock = standingClock(0);
	const newLicense = (requestsPerMinute: number, concurrentRequests: number) =>
		new DocumentedLicense({ requestsPerMinute, concurrentRequests, users: 2 }, clock);
	beforeEach(() => {
		clock = standingClock(1_000_000);
	});

	it('runs 16 of 50 requests at once, queues 20 and declines 14: the example of the guide', async () => {
		const license = newLicense(1_000, 16);
		const { arrive, started, declined } = arrivals(license, clock);
		for (let index = 1; index <= 50; index += 1) await arrive(String(index));
		expect(started()).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
		expect(declined()).toEqual(Array.from({ length: 14 }, (_, index) => String(index + 37)));
		expect(license.use()).toEqual({
			startedInTheLastMinute: 16,
			inFlight: 16,
			queued: 20,
			isUsedUp: true,
		});
	});

	it('takes from the queue in the order of arrival, one for each core that gets free', async () => {
		const { arrive, leave, started } = arrivals(newLicense(100, 1), clock);
		for (const name of ['a', 'b', 'c']) await arrive(name);
		expect(started()).toEqual(['a']);
		await leave('a');
		await leave('a');
		expect(started()).toEqual(['a', 'b']);
		await leave('b');
		expect(started()).toEqual(['a', 'b', 'c']);
	});

	it('delays by 0.8 seconds after 25 of 50, 40 seconds into the minute: the example of the guide', async () => {
		const { arrive, leave, pass, log } = arrivals(newLicense(50, 1), clock);
		for (let index = 0; index < 25; index += 1) {
			await arrive(String(index));
			await leave(String(index));
			if (index === 0) await pass(40 * seconds);
		}
		expect(log).toHaveLength(25);
		const now = clock.now();
		await arrive('delayed');
		await pass(799);
		expect(log).toHaveLength(25);
		await pass(1);
		expect(log[25]).toEqual({ name: 'delayed', at: now + 800, delay: 800, isDeclined: false });
	});

	it('delays nobody before half of the limit', async () => {
		const { arrive, leave, started } = arrivals(newLicense(4, 9), clock);
		await arrive('a');
		await arrive('b');
		await leave('a');
		expect(started()).toEqual(['a', 'b']);
		await arrive('c');
		expect(started()).toEqual(['a', 'b']);
	});

	it('never lets more into 60 seconds than the limit', async () => {
		const { arrive, pass, log } = arrivals(newLicense(4, 99), clock);
		for (let index = 0; index < 12; index += 1) await arrive(String(index));
		while (log.length < 12) await pass(1 * seconds);
		for (const { at } of log) {
			const inTheMinute = log.filter((other) => other.at > at - 60 * seconds && other.at <= at);
			expect(inTheMinute.length).toBeLessThanOrEqual(4);
		}
	});

	it('declines whoever waits for a core for 10 minutes', async () => {
		const { arrive, pass, leave, started, declined, log } = arrivals(newLicense(100, 1), clock);
		await arrive('a');
		await arrive('b');
		await pass(60 * seconds);
		await arrive('c');
		await pass(540 * seconds - 1);
		expect(declined()).toEqual([]);
		await pass(1);
		expect(declined()).toEqual(['b']);
		expect(log.at(-1)?.delay).toBe(600 * seconds);
		await leave('a');
		expect(started()).toEqual(['a', 'c']);
	});

	it('does not count the declined as processed', async () => {
		const license = newLicense(1_000, 1);
		const { arrive, declined } = arrivals(license, clock);
		for (let index = 0; index < 30; index += 1) await arrive(String(index));
		expect(declined()).toHaveLength(9);
		expect(license.use()).toMatchObject({ startedInTheLastMinute: 1, queued: 20 });
	});

	it('lets a sign-in wait like any other request, and a sign-out through at once', async () => {
		const { arrive, started } = arrivals(newLicense(100, 1), clock);
		await arrive('a');
		await arrive('in', 'signIn');
		await arrive('out', 'signOut');
		expect(started()).toEqual(['a', 'out']);
	});

	it('limits sessions', () => {
		const license = newLicense(100, 1);
		expect([license.allowsSession(1), license.allowsSession(2)]).toEqual([true, false]);
	});

	it('is used up when all cores are busy or the minute is full, not while it only delays', async () => {
		const license = newLicense(4, 2);
		const { arrive, leave, pass } = arrivals(license, clock);
		await arrive('a');
		await arrive('b');
		expect(license.use()).toMatchObject({ inFlight: 2, isUsedUp: true });
		await leave('a');
		await leave('b');
		for (const name of ['c', 'd', 'e']) await arrive(name);
		expect(license.use()).toMatchObject({ inFlight: 0, queued: 3, isUsedUp: false });
		await pass(30 * seconds);
		await leave('c');
		await leave('d');
		expect(license.use()).toMatchObject({ inFlight: 0, queued: 1, isUsedUp: true });
	});

	it('forgets on request, and fails whoever waits', async () => {
		const license = newLicense(1, 1);
		const { release } = await license.admit('get');
		const waiting = license.admit('get');
		license.forget(new Error('reset'));
		await expect(waiting).rejects.toThrow('reset');
		expect(license.use()).toMatchObject({ startedInTheLastMinute: 0, inFlight: 1, queued: 0 });
		release?.();
		expect((await license.admit('get')).release).toBeDefined();
	});
});
