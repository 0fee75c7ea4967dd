import { z } from 'zod';

import { parseJson } from '../contract/json';
import { encodeSegment } from '../contract/recordKey';
import type { Account } from './account';
import { cookieJar, type CookieJar } from './cookies';
import { isSuccess, type Answer, type ApiRequest, type Exchange } from './request';

/** An open session: what proves it in each request. */
export interface Session {
	headers(): Record<string, string>;
	/** Follows what the server changes with its answers. */
	absorb(answer: Answer): void;
	secrets(): string[];
}

/**
 * The request that signs in: the ERP's own login with cookies, or the token endpoint with the
 * resource owner's password. A sign-in may always be repeated; it changes no data.
 */
export function signInRequest(account: Account): ApiRequest {
	return account.authentication === 'passwordOAuth2'
		? tokenRequest(account)
		: loginRequest(account);
}

function loginRequest(account: Account): ApiRequest {
	const { username, password, tenant, branch, locale } = account;
	return {
		method: 'POST',
		path: 'entity/auth/login',
		body: JSON.stringify({
			name: username,
			password,
			...(tenant !== '' && { tenant }),
			...(branch !== '' && { branch }),
			...(locale !== '' && { locale }),
		}),
		uninterruptible: true,
		expect: 'nothing',
		replay: 'safe',
	};
}

function tokenRequest(account: Account): ApiRequest {
	const form = {
		grant_type: 'password',
		client_id: account.clientId,
		client_secret: account.clientSecret,
		username: account.username,
		password: account.password,
		scope: account.scope.trim() || 'api',
	};
	return {
		method: 'POST',
		path: 'identity/connect/token',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: Object.entries(form)
			.map(([name, value]) => `${name}=${encodeSegment(value)}`)
			.join('&'),
		uninterruptible: true,
		expect: 'nothing',
		replay: 'safe',
	};
}

/** Ends the session that the headers prove. IIS insists on `Content-Length: 0` (411 without it). */
export function signOutRequest(session: Session): ApiRequest {
	return {
		method: 'POST',
		path: 'entity/auth/logout',
		headers: { ...session.headers(), 'content-length': '0' },
		expect: 'nothing',
		replay: 'safe',
	};
}

const tokenAnswer = z.object({ access_token: z.string().min(1) });

/**
 * Opens a session from the answer to a sign-in, or returns what came instead. A web page, or a login
 * without cookies, is not a session.
 */
export function openSession(account: Account, exchange: Exchange): Session | Exchange {
	if (!isSuccess(exchange)) return exchange;
	const jar = cookieJar();
	jar.absorb(exchange);
	if (account.authentication === 'session') {
		return jar.header() === undefined ? noSession(exchange) : sessionOf(jar);
	}
	const token = accessToken(exchange.text);
	return token === undefined ? noSession(exchange) : sessionOf(jar, token);
}

/**
 * A session for a credential that n8n authenticates itself. Only the scope `api:concurrent_access`
 * needs one: its sessions are told apart by cookies, and each has to be signed out.
 */
export function cookieSession(): Session & { readonly isOpen: () => boolean } {
	const jar = cookieJar();
	return { ...sessionOf(jar), isOpen: () => jar.header() !== undefined };
}

export function isSession(value: Session | Exchange): value is Session {
	return 'absorb' in value;
}

function accessToken(text: string): string | undefined {
	try {
		return tokenAnswer.safeParse(parseJson(text)).data?.access_token;
	} catch {
		return undefined;
	}
}

function sessionOf(jar: CookieJar, token?: string): Session {
	return {
		headers() {
			const cookie = jar.header();
			return {
				...(token !== undefined && { authorization: `Bearer ${token}` }),
				...(cookie !== undefined && { cookie }),
			};
		},
		absorb: (answer) => jar.absorb(answer),
		secrets: () => [...jar.secrets(), ...(token === undefined ? [] : [token])],
	};
}

/** A page with status 200, say: the rejection tells web pages and other strangers apart. */
function noSession(answer: Answer): Exchange {
	return answer.text.trim() === ''
		? {
				kind: 'failure',
				reason: 'unreadable',
				message: 'The sign-in was answered without a session',
				phase: 'signIn',
			}
		: { ...answer, phase: 'signIn' };
}
