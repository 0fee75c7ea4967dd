import { readFault } from '../contract/fault';
import { faultKind, type FaultKind } from '../contract/faultKind';
import type { Account } from './account';
import type { Exchange, Send } from './request';
import { isSession, openSession, signInRequest, signOutRequest, type Session } from './signIn';

/** Sign-ins of one execution: one at a time, and never again once the ERP has refused the password. */
export interface SignInDesk {
	/** Signs in through the given send. */
	open(send: Send): Promise<Session | Exchange>;
	/** Signs out; a failure is reported, never raised. */
	close(session: Session): Promise<void>;
	/** Sessions opened so far. */
	readonly opened: () => number;
	readonly secrets: () => string[];
}

/**
 * @param signOut sends past the license gate and in spite of a cancelled execution
 * @param failedSignOut is told why a sign-out failed, for the log
 */
export function signInDesk(
	account: Account,
	signOut: Send,
	failedSignOut: (reason: string) => void,
): SignInDesk {
	let last: Promise<unknown> = Promise.resolve();
	let refusal: Exchange | undefined;
	const secrets = new Set<string>();
	let opened = 0;

	const signIn = async (send: Send): Promise<Session | Exchange> => {
		if (refusal !== undefined) return refusal;
		const result = openSession(account, await send(signInRequest(account)));
		if (isSession(result)) {
			opened++;
			result.secrets().forEach((secret) => secrets.add(secret));
			return result;
		}
		const exchange: Exchange = { ...result, phase: 'signIn' };
		if (isFinalRefusal(exchange)) refusal = exchange;
		return exchange;
	};

	return {
		open(send) {
			// One after the other: three lanes with a wrong password must not lock the account.
			const turn = last.then(() => signIn(send));
			last = turn.catch(() => undefined);
			return turn;
		},
		async close(session) {
			const exchange = await signOut(signOutRequest(session));
			if (exchange.kind === 'failure') failedSignOut(exchange.message);
			else if (exchange.status >= 400 && exchange.status !== 401) {
				failedSignOut(`status ${exchange.status}`);
			}
		},
		opened: () => opened,
		secrets: () => [...secrets],
	};
}

const mayPass: ReadonlySet<FaultKind> = new Set([
	'loginLimit',
	'tooManyRequests',
	'longOperation',
	'gateway',
	'webPage',
] as const);

/** Refused for good: sending the same words again can only lock the account. */
function isFinalRefusal(exchange: Exchange): boolean {
	if (exchange.kind === 'failure' || exchange.status < 400) return false;
	// Whatever may pass is named, not what may not: the ERP refuses a password in the user's language.
	return !mayPass.has(faultKind(exchange.status, readFault(exchange.text)));
}
