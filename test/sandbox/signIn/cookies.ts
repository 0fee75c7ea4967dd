import { randomBytes } from 'node:crypto';
import { addDays, cookieDate } from './cookieDate.ts';

/** What the cookies of one session say. */
export interface SessionCookies {
	readonly authentication: string;
	readonly sessionId: string;
	readonly tenant: string;
	readonly locale: string;
	readonly branchNumber: number;
}

/** Cookie header -> values by name. A value may hold `=`: only the first one separates. */
export function readCookies(header: string): ReadonlyMap<string, string> {
	const cookies = new Map<string, string>();
	for (const pair of header.split(';')) {
		const equals = pair.indexOf('=');
		if (equals > 0) cookies.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
	}
	return cookies;
}

/**
 * The Set-Cookie lines of a sign-in, in the recorded shape: all but the request marks come twice, and
 * the last one counts. The first of each pair carries another value here, so that a client which keeps
 * the first one fails. `secure` is left out: over plain http a correct jar would drop such a cookie.
 */
export function signInCookies(cookies: SessionCookies, now: number): string[] {
	const earlier = { ...cookies, authentication: hex(32), sessionId: sessionIdText() };
	return [
		...sessionCookies(earlier, now),
		...sessionCookies(cookies, now),
		...requestMarks('~/entity/auth/login', now),
	];
}

/** The lines that later answers repeat: the jar has to follow, not to freeze. */
export function refreshedCookies(cookies: SessionCookies, path: string, now: number): string[] {
	return [...contextCookies(cookies, now), ...requestMarks(path, now)];
}

/** The lines of a sign-out: the session's two cookies expire, the others are sent once more. */
export function signOutCookies(cookies: SessionCookies, now: number): string[] {
	return [
		'.ASPXAUTH=; expires=Tue, 12-Oct-1999 07:00:00 GMT; path=/; HttpOnly; SameSite=None',
		`ASP.NET_SessionId=; expires=${cookieDate(addDays(now, -365))}; path=/; HttpOnly; SameSite=Lax`,
		`CompanyID=${cookies.tenant}; expires=${cookieDate(addDays(now, 3))}; path=/`,
		...contextCookies(cookies, now),
	];
}

function sessionCookies(cookies: SessionCookies, now: number): string[] {
	return [
		`.ASPXAUTH=${cookies.authentication}; path=/; HttpOnly; SameSite=None`,
		`ASP.NET_SessionId=${cookies.sessionId}; path=/; HttpOnly; SameSite=Lax`,
		`CompanyID=${cookies.tenant}; expires=${cookieDate(addDays(now, 3))}; path=/`,
		...contextCookies(cookies, now),
	];
}

function contextCookies(cookies: SessionCookies, now: number): string[] {
	return [
		`Locale=Culture=${cookies.locale}&TimeZone=GMTM0800A; expires=${cookieDate(addDays(now, 3))}; path=/`,
		`UserBranch=${cookies.branchNumber}; path=/`,
	];
}

/** Ticks count 100 ns since the year 1; as text, because they are beyond 2^53. */
function requestMarks(path: string, now: number): string[] {
	const ticks = (BigInt(Math.trunc(now)) + 62_135_596_800_000n) * 10_000n;
	return [
		`requestid=${hex(16).toUpperCase()}; path=/`,
		`requeststat=+st:116+sc:${encodeURI(path)}+start:${ticks}+tg:; path=/`,
	];
}

/** 24 characters, as the session cookie of ASP.NET has. */
export function sessionIdText(): string {
	return hex(12);
}

export function hex(bytes: number): string {
	return randomBytes(bytes).toString('hex');
}
