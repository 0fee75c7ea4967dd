import type { Account } from './organization.ts';
import { hex } from './cookies.ts';
import { addDays } from './cookieDate.ts';
import type { Session, Sessions } from './sessions.ts';

/** What a user allowed an application, and the session that comes with it. */
export interface Grant {
	readonly clientId: string;
	readonly tenant: string;
	readonly username: string;
	readonly scopes: readonly string[];
	/** Sessions are tracked by cookies instead of by the grant. */
	readonly isConcurrent: boolean;
	readonly isOffline: boolean;
	/** The refresh chain ends 30 days after the consent. */
	readonly endsAt: number;
	session?: Session;
}

/** A code that the consent page handed out. */
export interface Code {
	readonly account: Account;
	readonly scopes: readonly string[];
	readonly redirectUri: string;
	readonly challenge?: string;
	readonly expiresAt: number;
}

export interface IssuedTokens {
	readonly access_token: string;
	readonly expires_in: number;
	readonly token_type: 'Bearer';
	readonly scope: string;
	readonly refresh_token?: string;
}

export const accessTokenSeconds = 3600;
const codeLifetime = 5 * 60_000;
const chainDays = 30;

/** Grants, their codes and their tokens. */
export class Grants {
	#codes = new Map<string, Code>();
	#access = new Map<string, { readonly grant: Grant; readonly expiresAt: number }>();
	#refresh = new Map<string, Grant>();
	readonly #now: () => number;
	readonly #sessions: Sessions;

	constructor(now: () => number, sessions: Sessions) {
		this.#now = now;
		this.#sessions = sessions;
	}

	/** A code for the redirect; it works once, for five minutes. */
	issueCode(code: Omit<Code, 'expiresAt'>): string {
		const text = hex(32);
		this.#codes.set(text, { ...code, expiresAt: this.#now() + codeLifetime });
		return text;
	}

	/** Takes a code out of circulation; undefined when it is unknown, used or old. */
	redeemCode(text: string): Code | undefined {
		const code = this.#codes.get(text);
		this.#codes.delete(text);
		return code !== undefined && code.expiresAt > this.#now() ? code : undefined;
	}

	/**
	 * Starts a grant and issues its first tokens. Unless sessions go by cookies, this opens the session.
	 *
	 * @throws Refusal 500 "API Login Limit"
	 */
	start(account: Account, scopes: readonly string[]): IssuedTokens {
		const grant: Grant = {
			clientId: account.clientId,
			tenant: account.tenant,
			username: account.username,
			scopes,
			isConcurrent: scopes.includes('api:concurrent_access'),
			isOffline: scopes.includes('offline_access'),
			endsAt: addDays(this.#now(), chainDays),
		};
		return this.#issue(grant);
	}

	/**
	 * Exchanges a refresh token for new tokens; the old one is worthless from then on.
	 *
	 * @returns undefined when the token is unknown, used, of another application, or too old
	 */
	refresh(token: string, clientId: string): IssuedTokens | undefined {
		const grant = this.#refresh.get(token);
		if (grant === undefined || grant.clientId !== clientId) return undefined;
		if (grant.endsAt <= this.#now()) return undefined;
		const issued = this.#issue(grant);
		this.#refresh.delete(token);
		return issued;
	}

	/** The grant behind an access token that has not expired. */
	ofAccessToken(token: string): Grant | undefined {
		const known = this.#access.get(token);
		return known !== undefined && known.expiresAt > this.#now() ? known.grant : undefined;
	}

	clear(): void {
		this.#codes.clear();
		this.#access.clear();
		this.#refresh.clear();
	}

	#issue(grant: Grant): IssuedTokens {
		const expiresAt = this.#now() + accessTokenSeconds * 1000;
		if (!grant.isConcurrent) this.#holdSession(grant, expiresAt);
		const access = hex(32);
		this.#access.set(access, { grant, expiresAt });
		const issued = {
			access_token: access,
			expires_in: accessTokenSeconds,
			token_type: 'Bearer',
			scope: grant.scopes.join(' '),
		} as const;
		if (!grant.isOffline) return issued;
		const refresh = hex(32);
		this.#refresh.set(refresh, grant);
		return { ...issued, refresh_token: refresh };
	}

	/** One session per grant: a refresh uses the one that is there. */
	#holdSession(grant: Grant, expiresAt: number): void {
		if (grant.session !== undefined && this.#sessions.isOpen(grant.session)) return;
		grant.session = this.#sessions.open({
			hold: grant.isOffline ? 'offlineGrant' : 'token',
			tenant: grant.tenant,
			username: grant.username,
			closesAt: grant.isOffline ? grant.endsAt : expiresAt,
		});
	}
}
