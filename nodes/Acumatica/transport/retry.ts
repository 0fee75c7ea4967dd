import { backoff, retryAfter, shortestDelay } from './backoff';
import type { Clock } from './clock';
import type { Patience } from './patience';
import {
	cancelled,
	isSuccess,
	type ApiRequest,
	type Exchange,
	type Layer,
	type Send,
} from './request';
import { unlimited, verdict, type Verdict } from './verdict';

/** What the retry layer needs from the execution around it. */
export interface RetryContext {
	readonly clock: Clock;
	readonly patience: Patience;
	readonly signal?: AbortSignal;
	/** A number from 0 to 1, for the jitter. */
	readonly random: () => number;
	/** Told of every wait: what for, how many milliseconds, and by the returned function of its end. */
	readonly waiting: (because: string, milliseconds: number) => () => void;
	/** Told when the license refused a request, so that all the others wait as well. */
	readonly refused: (pause: number) => void;
	/** Told when the wait is for a free session, so that others may give one up; returns the end of it. */
	readonly wantsSession: () => () => void;
	/** Told of every write that is repeated, or that nobody knows the end of. */
	readonly doubtful: (request: ApiRequest, outcome: string) => void;
}

/**
 * Sends again what may be sent again, after the wait that the server asks for, else with exponential
 * backoff, until the execution's patience is used up. Stops at once when the execution is cancelled.
 */
export function retrying(context: RetryContext): Layer {
	return (next) => {
		const send: Send = async (request) => {
			for (let attempt = 1, faults = 0; ; attempt++) {
				const exchange = await next(request);
				const judged = verdict(exchange);
				// What the license refuses uses up the patience, not the few attempts after a fault.
				if (judged.again !== 'no' && judged.most !== unlimited) faults++;
				if (judged.again === 'no' || faults > judged.most) return counted(exchange, attempt);
				if (judged.again === 'doubtful' && request.replay === 'unsafe') {
					context.doubtful(request, 'was not repeated, since it may have been executed');
					return counted(exchange, attempt);
				}
				const stopped = await wait(context, request, exchange, judged, attempt);
				if (stopped !== undefined) {
					return stopped === exchange ? counted(stopped, attempt) : stopped;
				}
				if (judged.again === 'doubtful') {
					const proof = await proven(context, request, send);
					if (proof !== undefined) return isSuccess(proof) ? proof : counted(exchange, attempt);
				}
			}
		};
		return send;
	};
}

/** Asks the guard of a doubtful write whether the attempt before left its mark. */
async function proven(
	context: RetryContext,
	request: ApiRequest,
	send: Send,
): Promise<Exchange | undefined> {
	if (typeof request.replay !== 'function') {
		if (request.method !== 'GET')
			context.doubtful(request, 'is repeated: repeating it changes nothing');
		return undefined;
	}
	const proof = await request.replay(send);
	context.doubtful(
		request,
		proof === undefined
			? 'is repeated: the first attempt left nothing behind'
			: isSuccess(proof)
				? 'is not repeated: the first attempt was executed'
				: 'was not repeated, since nobody could tell whether it was executed',
	);
	return proof;
}

/** The ERP may still be at work on a write whose answer was lost: a guard that looks at once sees nothing. */
const settlingTime = 5_000;

/** Waits; returns the exchange to end with where the patience or the execution is over. */
async function wait(
	context: RetryContext,
	request: ApiRequest,
	exchange: Exchange,
	judged: Exclude<Verdict, { readonly again: 'no' }>,
	attempt: number,
): Promise<Exchange | undefined> {
	const { clock, patience, signal } = context;
	const asked = exchange.kind === 'answer' ? retryAfter(exchange, clock) : undefined;
	// No time at all, or one that is over by our clock, would send again without end and spend no patience.
	const usual =
		asked !== undefined && asked >= shortestDelay ? asked : backoff(attempt, context.random());
	const isGuarded = judged.again === 'doubtful' && typeof request.replay === 'function';
	const delay = isGuarded ? Math.max(usual, settlingTime) : usual;
	if (exchange.kind === 'answer' && exchange.status === 429) context.refused(delay);
	if (!patience.spend(delay)) {
		return judged.most === unlimited
			? outOfPatience(exchange, judged.because, patience, delay)
			: exchange;
	}
	const over = context.waiting(judged.because, delay);
	const release = judged.wants === 'session' ? context.wantsSession() : undefined;
	await clock.sleep(delay, signal);
	release?.();
	over();
	return signal?.aborted === true ? cancelled : undefined;
}

function outOfPatience(
	{ phase }: Exchange,
	because: string,
	patience: Patience,
	delay: number,
): Exchange {
	const waited = Math.round(patience.waited() / 1000);
	return {
		kind: 'failure',
		reason: 'patience',
		phase,
		message: `Waited ${waited} s in this execution, last for ${because}; the next wait of ${Math.ceil(delay / 1000)} s would exceed the maximum`,
	};
}

function counted(exchange: Exchange, attempts: number): Exchange {
	return exchange.kind === 'failure' && attempts > 1 ? { ...exchange, attempts } : exchange;
}
