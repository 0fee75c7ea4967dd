import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange, RequestKind } from './exchange.ts';
import { faultReply, spoiled } from './faultReply.ts';
import { executesFirst, type FaultAnswer } from './faults.ts';
import type { Instance } from './instance.ts';
import { licenseReply } from './licenseReply.ts';
import { exception, page, Refusal, type Reply } from './reply.ts';
import type { Matched } from './routes.ts';
import { identify, signedInSession } from './signIn/identify.ts';
import type { Session } from './signIn/sessions.ts';

/** One request of the instance, with what came to light on its way. */
export interface Visit {
	readonly kind: RequestKind;
	/** Undefined where no route fits. */
	readonly matched?: Matched;
	readonly exchange: Exchange;
	/** Path and query below the origin, as faults match them. */
	readonly address: string;
	/** Aborted when the client has its answer or has given up. */
	readonly gone: AbortSignal;
	session?: number;
	/** Sessions that this request opened. */
	opened: readonly Session[];
	fault?: FaultAnswer;
}

/** The answer to an admitted request: of its route, or of the fault that was scripted for it. */
export async function answerVisit(instance: Instance, visit: Visit): Promise<Reply> {
	const { settings, faults, interrupted } = instance;
	if (settings.latency > 0) await pause(settings.latency, undefined, { signal: interrupted });
	const { kind, address, exchange } = visit;
	settings.meanwhile?.({ kind, address });
	const fault = faults.take({ method: exchange.method, path: address, kind });
	visit.fault = fault;
	return fault === undefined ? execute(instance, visit) : answerFault(instance, visit, fault);
}

async function answerFault(instance: Instance, visit: Visit, fault: FaultAnswer): Promise<Reply> {
	const { settings, clock, interrupted, sitePath } = instance;
	const delay = 'delay' in fault ? fault : undefined;
	if (delay?.when !== 'afterExecution') await clock.sleep(delay?.delay ?? 0, interrupted);
	const hadNone = 'endSession' in fault && !killSession(instance, visit);
	const reply = executesFirst(fault) ? execute(instance, visit) : undefined;
	if (delay?.when === 'afterExecution') await clock.sleep(delay.delay, interrupted);
	if (hadNone) for (const session of visit.opened) instance.sessions.kill(session);
	if ('never' in fault) await untilGone(visit.gone, interrupted);
	const place = { licenseReply: () => licenseReply(settings), sitePath, now: clock.now() };
	const instead = faultReply(fault, place);
	if (instead !== undefined) return instead;
	return reply === undefined ? page(503, 'Service Unavailable') : spoiled(fault, reply);
}

/** @throws the reason of the interruption, where that comes first */
async function untilGone(gone: AbortSignal, interrupted: AbortSignal): Promise<void> {
	if (!gone.aborted) await once(AbortSignal.any([gone, interrupted]), 'abort');
	interrupted.throwIfAborted();
}

/** @returns whether the request had a session */
function killSession(instance: Instance, { exchange }: Visit): boolean {
	const session = signedInSession(instance, exchange);
	if (session === undefined) return false;
	instance.sessions.kill(session);
	return true;
}

/** Runs the route. Whatever is thrown becomes the answer it stands for. */
function execute(instance: Instance, visit: Visit): Reply {
	const { sessions } = instance;
	const { lastNumber } = sessions;
	const reply = settled(() => runRoute(instance, visit));
	visit.opened = sessions.all().filter(({ number }) => number > lastNumber);
	return reply;
}

function runRoute(instance: Instance, visit: Visit): Reply {
	const { exchange, matched } = visit;
	requireLength(exchange);
	if (matched === undefined) throw new Refusal(page(404, '404 - File or directory not found.'));
	const { route, parameters, rest } = matched;
	const call = { instance, exchange, parameters, rest };
	if (route.access === 'anyone') return route.answer(call);
	const { session, setCookies } = identify(instance, exchange);
	visit.session = session.number;
	// A refused request carries the session's cookies too.
	const reply = settled(() => route.answer({ ...call, session }));
	return setCookies.length === 0 ? reply : withCookies(reply, setCookies);
}

function settled(answer: () => Reply): Reply {
	try {
		return answer();
	} catch (error) {
		return replyTo(error);
	}
}

/** IIS refuses a method with a body but without a length before anything else looks at it. */
function requireLength({ method, headers }: Exchange): void {
	const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
	const hasLength =
		headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
	if (hasBody && !hasLength) throw new Refusal(page(411, 'Length Required'));
}

function withCookies(reply: Reply, cookies: readonly string[]): Reply {
	return { ...reply, headers: { ...reply.headers, 'Set-Cookie': cookies } };
}

/** The reply that an error stands for; one that nobody expected shows the sandbox's own mistake. */
export function replyTo(error: unknown): Reply {
	if (error instanceof Refusal) return error.reply;
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return exception(500, {
		exceptionMessage: `The sandbox itself failed: ${text}`,
		exceptionType: 'Sandbox.Failure',
	});
}
