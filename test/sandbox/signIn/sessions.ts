import type { SessionCounts } from '../ledgerEntry.ts';
import { exception, Refusal } from '../reply.ts';
import { hex, sessionIdText, type SessionCookies } from './cookies.ts';
import { homeBranch, type Branch } from './organization.ts';

/** What keeps a session open: its cookies, one token, or a grant with offline access. */
export type SessionHold = 'cookies' | 'token' | 'offlineGrant';

export interface Session {
	/** In the order of opening, from 1. */
	readonly number: number;
	readonly hold: SessionHold;
	readonly tenant: string;
	readonly username: string;
	readonly branch: Branch;
	readonly cookies: SessionCookies;
	readonly openedAt: number;
	lastUsedAt: number;
	/** Whether its cookies or its token reached the client, as far as the server can know. */
	isDelivered: boolean;
	/** For a token: when it closes, used or not. */
	readonly closesAt: number;
}

export interface SessionRequest {
	readonly hold: SessionHold;
	readonly tenant: string;
	readonly username: string;
	readonly branch?: Branch;
	readonly locale?: string;
	readonly closesAt?: number;
}

/** An unclosed session of cookies is closed after 10 minutes without a request (facts, section 2). */
const idleLimit = 10 * 60_000;

export interface SessionRules {
	readonly now: () => number;
	readonly allowsSession: (openSessions: number) => boolean;
}

/** The open sessions, which the license counts. */
export class Sessions {
	#open = new Map<string, Session>();
	#opened = 0;
	#openedApart = 0;
	#closed = 0;
	#expired = 0;
	#killed = 0;
	readonly #rules: SessionRules;

	constructor(rules: SessionRules) {
		this.#rules = rules;
	}

	/**
	 * Opens a session.
	 *
	 * @throws Refusal 500 "API Login Limit" when the license has no session left
	 */
	open({ hold, tenant, username, ...request }: SessionRequest): Session {
		this.#sweep();
		if (!this.#rules.allowsSession(this.#open.size)) throw loginLimit();
		if (hold === 'offlineGrant') this.#openedApart += 1;
		else this.#opened += 1;
		const branch = request.branch ?? homeBranch();
		const cookies = {
			authentication: hex(96).toUpperCase(),
			sessionId: sessionIdText(),
			tenant,
			locale: request.locale ?? 'en-US',
			branchNumber: branch.number,
		};
		const now = this.#rules.now();
		const session = {
			number: this.lastNumber,
			hold,
			tenant,
			username,
			branch,
			cookies,
			openedAt: now,
			lastUsedAt: now,
			isDelivered: true,
			closesAt: request.closesAt ?? Number.POSITIVE_INFINITY,
		};
		this.#open.set(cookies.sessionId, session);
		return session;
	}

	/** The open session of these cookies; both of its cookies have to come back untouched. */
	ofCookies(cookies: ReadonlyMap<string, string>): Session | undefined {
		this.#sweep();
		const session = this.#open.get(cookies.get('ASP.NET_SessionId') ?? '');
		if (session === undefined || session.hold !== 'cookies') return undefined;
		const known = session.cookies.authentication === cookies.get('.ASPXAUTH');
		return known ? session : undefined;
	}

	isOpen(session: Session): boolean {
		this.#sweep();
		return this.#open.has(session.cookies.sessionId);
	}

	use(session: Session): void {
		session.lastUsedAt = this.#rules.now();
	}

	close(session: Session): void {
		this.#sweep();
		if (!this.#open.delete(session.cookies.sessionId)) return;
		if (session.hold !== 'offlineGrant') this.#closed += 1;
	}

	/** Ends a session as a restart of the application pool does: nobody is told. */
	kill(session: Session): void {
		if (!this.#open.delete(session.cookies.sessionId)) return;
		if (session.hold !== 'offlineGrant') this.#killed += 1;
	}

	/** Number of the session that was opened last. */
	get lastNumber(): number {
		return this.#opened + this.#openedApart;
	}

	all(): readonly Session[] {
		this.#sweep();
		return [...this.#open.values()];
	}

	counts(): SessionCounts {
		const all = this.all();
		const open = all.filter(({ hold }) => hold !== 'offlineGrant');
		const undelivered = open.filter(({ isDelivered }) => !isDelivered).length;
		return {
			opened: this.#opened,
			closed: this.#closed,
			expired: this.#expired,
			killed: this.#killed,
			open: open.length,
			undelivered,
			leaked: open.length - undelivered,
			offlineGrants: all.length - open.length,
		};
	}

	/** Forgets everything, counts included. */
	clear(): void {
		this.#open.clear();
		this.#opened = 0;
		this.#openedApart = 0;
		this.#closed = 0;
		this.#expired = 0;
		this.#killed = 0;
	}

	#sweep(): void {
		const now = this.#rules.now();
		for (const [sessionId, session] of this.#open) {
			const idle = session.hold === 'cookies' && now - session.lastUsedAt >= idleLimit;
			if (!idle && now < session.closesAt) continue;
			this.#open.delete(sessionId);
			if (session.hold !== 'offlineGrant') this.#expired += 1;
		}
	}
}

/** What a sign-in is told when the license has no session left. */
export function loginLimit(): Refusal {
	return new Refusal(
		exception(500, {
			exceptionMessage: 'Error: API Login Limit.',
			exceptionType: 'PX.Data.PXException',
		}),
	);
}
