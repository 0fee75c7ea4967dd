import type { SandboxClock } from '../clock.ts';
import { header, type Exchange } from '../exchange.ts';
import { httpError, redirect, Refusal } from '../reply.ts';
import type { Settings } from '../options.ts';
import { refreshedCookies, signInCookies } from './cookies.ts';
import type { Grants } from './grants.ts';
import type { Session, Sessions } from './sessions.ts';

/** What signing in and out needs of the instance. */
export interface SignInDesk {
	readonly settings: Settings;
	readonly clock: SandboxClock;
	readonly sessions: Sessions;
	readonly grants: Grants;
}

/** A session found for a request, with the cookies that its answer carries. */
export interface Identified {
	readonly session: Session;
	readonly setCookies: readonly string[];
}

/**
 * The session in which a data request runs.
 *
 * @throws Refusal 401 when there is none, 500 when the request needs a new one and the license has none
 */
export function identify(desk: SignInDesk, exchange: Exchange): Identified {
	const session = signedInSession(desk, exchange);
	if (session !== undefined) {
		desk.sessions.use(session);
		return { session, setCookies: laterCookies(desk, exchange, session) };
	}
	const grant = desk.grants.ofAccessToken(bearer(exchange) ?? '');
	if (grant === undefined || !grant.isConcurrent) throw notSignedIn(desk);
	// With api:concurrent_access a session is its cookies: a request without them opens another one.
	const opened = desk.sessions.open({
		hold: 'cookies',
		tenant: grant.tenant,
		username: grant.username,
	});
	return { session: opened, setCookies: signInCookies(opened.cookies, desk.clock.now()) };
}

/** The session that the cookies or the bearer token of a request belong to, if it is still open. */
export function signedInSession(desk: SignInDesk, exchange: Exchange): Session | undefined {
	const token = bearer(exchange);
	if (token === undefined) return desk.sessions.ofCookies(exchange.cookies);
	const grant = desk.grants.ofAccessToken(token);
	if (grant === undefined) return undefined;
	if (grant.isConcurrent) return desk.sessions.ofCookies(exchange.cookies);
	const { session } = grant;
	return session !== undefined && desk.sessions.isOpen(session) ? session : undefined;
}

function bearer(exchange: Exchange): string | undefined {
	return /^Bearer +(.+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1]?.trim();
}

function laterCookies(desk: SignInDesk, exchange: Exchange, session: Session): readonly string[] {
	if (session.hold !== 'cookies') return [];
	return refreshedCookies(session.cookies, `~/${exchange.segments.join('/')}`, desk.clock.now());
}

function notSignedIn(desk: SignInDesk): Refusal {
	if (desk.settings.endedSession === 'redirect') {
		const site = desk.settings.site === '' ? '' : `/${desk.settings.site}`;
		return new Refusal(redirect(`${site}/Frames/Login.aspx`));
	}
	return new Refusal(httpError(401, 'You are not logged in.'));
}
