import type { SandboxClock } from './clock.ts';
import type { RequestKind } from './exchange.ts';
import {
	admittedAtOnce,
	exempt,
	once,
	type Admission,
	type License,
	type LicenseLimits,
	type LicenseUse,
} from './license.ts';
import { PastMinute } from './pastMinute.ts';

interface Waiting {
	readonly arrivedAt: number;
	/** When its delay is over. */
	readonly readyAt: number;
	readonly answer: (admission: Admission) => void;
	readonly fail: (reason: Error) => void;
}

const queueLimit = 20;
const longestWait = 10 * 60_000;

/**
 * The license as the guide describes it (facts, section 4): cores take requests from a queue one by one;
 * once half of the minute's requests are processed, each further one is delayed so that the rest lasts
 * for the rest of the minute; declined is only who finds more than 20 in the queue or waits more than 10
 * minutes. A core for each of the concurrent requests.
 */
export class DocumentedLicense implements License {
	readonly limits: LicenseLimits;
	readonly #clock: SandboxClock;
	readonly #processed = new PastMinute();
	readonly #queue: Waiting[] = [];
	#inFlight = 0;
	#alarm = new AbortController();

	constructor(limits: LicenseLimits, clock: SandboxClock) {
		this.limits = limits;
		this.#clock = clock;
	}

	allowsSession(openSessions: number): boolean {
		return openSessions < this.limits.users;
	}

	async admit(kind: RequestKind): Promise<Admission> {
		if (exempt.has(kind)) return admittedAtOnce;
		const now = this.#clock.now();
		return await new Promise((answer, fail) => {
			const readyAt = now + this.#delay(now);
			this.#queue.push({ arrivedAt: now, readyAt, answer, fail });
			this.#serve(now);
			// The others were there before, so it is this one that is too many.
			if (this.#queue.length > queueLimit) this.#queue.pop()?.answer({ delay: 0 });
		});
	}

	use(): LicenseUse {
		const startedInTheLastMinute = this.#processed.count(this.#clock.now());
		const isUsedUp =
			this.#inFlight >= this.limits.concurrentRequests ||
			startedInTheLastMinute >= this.limits.requestsPerMinute;
		const [inFlight, queued] = [this.#inFlight, this.#queue.length];
		return { startedInTheLastMinute, inFlight, queued, isUsedUp };
	}

	forget(reason: Error): void {
		this.#processed.clear();
		this.#alarm.abort();
		for (const { fail } of this.#queue.splice(0)) fail(reason);
	}

	/** Time left until the first request of the past minute leaves it, shared among the requests left. */
	#delay(now: number): number {
		const { requestsPerMinute } = this.limits;
		const processed = this.#processed.count(now);
		if (processed * 2 < requestsPerMinute) return 0;
		const left = (this.#processed.endOf(0) ?? now) - now;
		return Math.ceil(left / Math.max(1, requestsPerMinute - processed));
	}

	/** Moves the queue as far as it goes, and sets the alarm for when it goes on by itself. */
	#serve(now = this.#clock.now()): void {
		this.#alarm.abort();
		for (;;) {
			const [first] = this.#queue;
			if (first === undefined) return;
			const declinedAt = first.arrivedAt + longestWait;
			const isCoreFree = this.#inFlight < this.limits.concurrentRequests;
			const startsAt = isCoreFree ? Math.max(first.readyAt, this.#roomAt(now)) : Infinity;
			if (startsAt > now && declinedAt > now) {
				this.#wakeAt(Math.min(startsAt, declinedAt));
				return;
			}
			this.#queue.shift();
			const delay = now - first.arrivedAt;
			first.answer(startsAt <= now ? { delay, release: this.#take(now) } : { delay });
		}
	}

	/** When the minute has room for one more. */
	#roomAt(now: number): number {
		const tooMany = this.#processed.count(now) - this.limits.requestsPerMinute;
		if (tooMany < 0) return now;
		return this.#processed.endOf(tooMany) ?? Infinity;
	}

	#take(now: number): () => void {
		this.#processed.add(now);
		this.#inFlight += 1;
		return once(() => {
			this.#inFlight -= 1;
			this.#serve();
		});
	}

	#wakeAt(at: number): void {
		this.#alarm = new AbortController();
		const sleep = this.#clock.sleep(at - this.#clock.now(), this.#alarm.signal);
		sleep.then(
			() => this.#serve(),
			// Another alarm has taken its place.
			() => undefined,
		);
	}
}
