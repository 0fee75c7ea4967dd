import {
	header,
	type Answer,
	type ApiRequest,
	type Exchange,
	type Layer,
	type Send,
} from './request';
import { cookieSession, isSession, type Session } from './signIn';
import type { SignInDesk } from './signInDesk';

/** The session of one lane, opened with its first request. */
export interface LaneSession {
	readonly layer: Layer;
	/** Signs in ahead of the first request; the exchange tells why it did not work. */
	open(send: Send): Promise<Exchange | undefined>;
	close(): Promise<void>;
}

/**
 * Leases one session: signs in before the first request, replaces the session once when the ERP no
 * longer knows it, and signs out at the end. A request that met a dead session was not executed, so
 * it is sent again whatever it does.
 */
export function leasedSession(desk: SignInDesk): LaneSession {
	let current: Promise<Session | Exchange> | undefined;

	const open = (send: Send) => {
		current ??= desk.open(send).then((result) => {
			if (!isSession(result)) current = undefined;
			return result;
		});
		return current;
	};

	/** Signs the old one out as well: the server may have meant this one request only. */
	const replace = async (dead: Session, send: Send) => {
		if (current !== undefined && (await current) === dead) {
			current = undefined;
			await desk.close(dead);
		}
		return await open(send);
	};

	return {
		layer: (next) => async (request) => {
			const session = await open(next);
			if (!isSession(session)) return session;
			const exchange = await exchangeIn(session, request, next);
			if (exchange.kind === 'failure' || !isSignedOut(exchange)) return exchange;
			const replacement = await replace(session, next);
			return isSession(replacement) ? await exchangeIn(replacement, request, next) : replacement;
		},
		async open(send) {
			const session = await open(send);
			return isSession(session) ? undefined : session;
		},
		async close() {
			const session = await current;
			current = undefined;
			if (session !== undefined && isSession(session)) await desk.close(session);
		},
	};
}

/** Sends in a session, which follows the answer. */
async function exchangeIn(session: Session, request: ApiRequest, send: Send): Promise<Exchange> {
	const exchange = await send({
		...request,
		headers: { ...request.headers, ...session.headers() },
	});
	if (exchange.kind === 'answer') session.absorb(exchange);
	return exchange;
}

/** 401, or a redirect to the sign-in page, which some gateways make of it. */
export function isSignedOut(answer: Answer): boolean {
	if (answer.status === 401) return true;
	return (
		answer.status >= 300 && answer.status < 400 && /login/i.test(header(answer, 'location') ?? '')
	);
}

/**
 * The session of a lane whose credential n8n authenticates itself. Its grant is the session, and stays
 * open by design; only with the scope `api:concurrent_access` does each lane have one of its own, which
 * is told apart by cookies and has to be signed out.
 */
export function platformSession(desk: SignInDesk, scope: string): LaneSession {
	const nothingToOpen = async () => undefined;
	if (!/\bapi:concurrent_access\b/.test(scope)) {
		return { layer: renewing, open: nothingToOpen, close: async () => undefined };
	}
	let session = cookieSession();
	return {
		layer: (next) => async (request) => {
			const wasOpen = session.isOpen();
			const exchange = await exchangeIn(session, request, renewing(next));
			if (!wasOpen || exchange.kind === 'failure' || !isSignedOut(exchange)) return exchange;
			// The platform has renewed the token already: what is dead is the session behind the cookies.
			const dead = session;
			session = cookieSession();
			await desk.close(dead);
			return await exchangeIn(session, request, renewing(next));
		},
		open: nothingToOpen,
		async close() {
			if (session.isOpen()) await desk.close(session);
		},
	};
}

/**
 * The platform renews a token after a 401, but cannot send a file again: its stream has been read. With
 * the new token, it is sent from the start.
 */
const renewing: Layer = (next) => async (request) => {
	const exchange = await next(request);
	const isRenewable = exchange.kind === 'answer' && exchange.status === 401;
	return isRenewable && typeof request.body === 'object' ? await next(request) : exchange;
};
