import type { RequestKind } from './exchange.ts';
import { PastMinute } from './pastMinute.ts';

/** The three limits of a license (form SM604000). */
export interface LicenseLimits {
	/** Requests started in any 60 seconds. */
	readonly requestsPerMinute: number;
	readonly concurrentRequests: number;
	/** Sessions at the same time ("API users"). */
	readonly users: number;
}

/** What is in use now. */
export interface LicenseUse {
	readonly startedInTheLastMinute: number;
	readonly inFlight: number;
	/** Requests that wait inside the server. */
	readonly queued: number;
	/** Whether a request that comes now finds all cores busy or the minute full. */
	readonly isUsedUp: boolean;
}

/** What became of a request that asked for its start. */
export interface Admission {
	/** Milliseconds that it had to wait. */
	readonly delay: number;
	/** To call when the request is over; missing where it is declined (429). */
	readonly release?: () => void;
}

/** Decides about a request before it is executed. */
export interface License {
	readonly limits: LicenseLimits;
	/** Whether one more session may be opened. */
	allowsSession(openSessions: number): boolean;
	/** Asks to start a request. */
	admit(kind: RequestKind): Promise<Admission>;
	use(): LicenseUse;
	/**
	 * Counts from zero again. Requests under way stay under way.
	 *
	 * @param reason what those that wait for their start fail with
	 */
	forget(reason: Error): void;
}

/** A sign-out is processed at once; the consent page belongs to the user interface. */
export const exempt: ReadonlySet<RequestKind> = new Set(['signOut', 'authorize']);

/** What an exempt request is told. */
export const admittedAtOnce: Admission = { delay: 0, release: () => undefined };

/**
 * The plain license: whatever exceeds a limit is declined at once, and declined requests do not count.
 *
 * @param now the sandbox's clock
 */
export function plainLicense(limits: LicenseLimits, now: () => number): License {
	const started = new PastMinute();
	let inFlight = 0;
	const use = () => {
		const startedInTheLastMinute = started.count(now());
		const isUsedUp =
			startedInTheLastMinute >= limits.requestsPerMinute || inFlight >= limits.concurrentRequests;
		return { startedInTheLastMinute, inFlight, queued: 0, isUsedUp };
	};
	return {
		limits,
		allowsSession: (openSessions) => openSessions < limits.users,
		async admit(kind) {
			if (exempt.has(kind)) return admittedAtOnce;
			if (use().isUsedUp) return { delay: 0 };
			started.add(now());
			inFlight += 1;
			const release = once(() => {
				inFlight -= 1;
			});
			return { delay: 0, release };
		},
		use,
		forget: () => started.clear(),
	};
}

/** The action, at most once. */
export function once(action: () => void): () => void {
	let done = false;
	return () => {
		if (done) return;
		done = true;
		action();
	};
}
