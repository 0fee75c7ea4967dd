import { raisedOnce, type Clock } from './clock';
import type { Party } from './party';

/** What the license allows, as the credential states it (License Monitoring Console, SM604000). */
export interface LicenseLimit {
	readonly concurrentRequests: number;
	readonly requestsPerMinute: number;
}

export interface LicenseGate {
	/** Resolves to true when the request may start, to false when the execution was cancelled first. */
	enter(party: Party, limit: LicenseLimit, clock: Clock, signal?: AbortSignal): Promise<boolean>;
	leave(): void;
	/** Somebody waits for a free session, until the returned function is called. */
	wantSession(): () => void;
	readonly sessionsWanted: () => number;
	/** The ERP refused a request (429): everybody waits that long, and then goes at half the rate. */
	refused(pause: number, clock: Clock): void;
}

const minute = 60_000;
/** Requests do not take the same time to arrive: two sent a minute apart may arrive closer together. */
const travelTime = 500;
const slowestRate = 1 / 16;
/** Whoever is refused for longer has a patience of its own; the others find out for themselves after this. */
const longestPause = 60_000;

interface Waiter {
	readonly party: Party;
	readonly ticket: number;
	wake: () => void;
}

/**
 * At most `concurrentRequests` in flight and `requestsPerMinute` started in any 60 seconds. Executions
 * are served in turns: the one served longest ago goes first, so that a large one starves nobody.
 */
export function createGate(): LicenseGate {
	const waiting: Waiter[] = [];
	const starts: number[] = [];
	/** Where in the starts the last 60 seconds begin. */
	let lastMinute = 0;
	let inFlight = 0;
	let tickets = 0;
	let lastStart = 0;
	let pausedUntil = -Infinity;
	let rate = 1;
	let rateChanged = 0;
	let sessionsWanted = 0;

	const wakeAll = () => waiting.forEach((waiter) => waiter.wake());

	const isNext = (waiter: Waiter) =>
		waiting.every(
			(other) =>
				other === waiter ||
				other.party.lastServed > waiter.party.lastServed ||
				(other.party.lastServed === waiter.party.lastServed && other.ticket > waiter.ticket),
		);

	/** Milliseconds until a request may start; infinite while only another's end can let it. */
	const waitFor = (limit: LicenseLimit, now: number): number => {
		while (starts[0] !== undefined && starts[0] <= now - minute - travelTime) {
			starts.shift();
			lastMinute = Math.max(0, lastMinute - 1);
		}
		while (rate < 1 && now - rateChanged >= minute) {
			rate = Math.min(1, rate * 1.5);
			rateChanged += minute;
		}
		if (pausedUntil > now) return pausedUntil - now;
		if (inFlight >= Math.max(1, Math.floor(limit.concurrentRequests * rate))) return Infinity;
		const allowed = Math.max(1, Math.floor(limit.requestsPerMinute * rate));
		const oldest = starts[starts.length - allowed];
		return oldest === undefined ? 0 : Math.max(0, oldest + minute + travelTime - now);
	};

	const start = (party: Party, now: number) => {
		inFlight++;
		starts.push(now);
		while ((starts[lastMinute] ?? now) <= now - minute) lastMinute++;
		lastStart = ++tickets;
		party.lastServed = lastStart;
		party.requests++;
		party.mostInAMinute = Math.max(party.mostInAMinute, starts.length - lastMinute);
		party.highestConcurrency = Math.max(party.highestConcurrency, inFlight);
	};

	return {
		async enter(party, limit, clock, signal) {
			const waiter: Waiter = { party, ticket: ++tickets, wake: () => undefined };
			// Before whoever was served last, behind all the others: a stream of newcomers starves nobody.
			if (party.lastServed === 0) party.lastServed = lastStart - 0.5;
			const over = party.waiting.begin(clock);
			waiting.push(waiter);
			try {
				for (;;) {
					if (signal?.aborted === true) return false;
					const now = clock.now();
					const wait = isNext(waiter) ? waitFor(limit, now) : Infinity;
					if (wait === 0) {
						start(party, now);
						return true;
					}
					await wokenOrAfter(wait, waiter, clock, signal);
				}
			} finally {
				over();
				waiting.splice(waiting.indexOf(waiter), 1);
				wakeAll();
			}
		},
		leave() {
			inFlight--;
			wakeAll();
		},
		wantSession() {
			sessionsWanted++;
			return () => {
				sessionsWanted--;
			};
		},
		sessionsWanted: () => sessionsWanted,
		refused(pause, clock) {
			const now = clock.now();
			// Requests that were refused together count as one refusal.
			if (pausedUntil <= now) {
				rate = Math.max(slowestRate, rate / 2);
				rateChanged = now;
			}
			pausedUntil = Math.max(pausedUntil, now + Math.min(pause, longestPause));
		},
	};
}

/** Waits for a time, or until woken by another request's end or the cancelled execution. */
async function wokenOrAfter(
	wait: number,
	waiter: Waiter,
	clock: Clock,
	signal?: AbortSignal,
): Promise<void> {
	const woken = new AbortController();
	const wake = () => woken.abort();
	waiter.wake = wake;
	signal?.addEventListener('abort', wake, { once: true });
	await (wait === Infinity ? raisedOnce(woken.signal) : clock.sleep(wait, woken.signal));
	signal?.removeEventListener('abort', wake);
}
