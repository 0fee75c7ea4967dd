import { NodeOperationError } from 'n8n-workflow';

import {
	credentialTypeOf,
	licenseKey,
	readAccount,
	type Account,
	type Authentication,
} from './account';
import { AccountFault } from './accountFault';
import { systemClock } from './clock';
import { decoding } from './decoding';
import { createLane, opensSession, type Lane } from './lane';
import { gateOf, withinLicense } from './license';
import { newParty } from './party';
import { createPatience } from './patience';
import { createReadMemory } from './readMemory';
import { layered, type ApiRequest, type Caller } from './request';
import { retrying } from './retry';
import { authenticatedSend, plainSend } from './send';
import { leasedSession, platformSession, type LaneSession } from './session';
import { signInDesk } from './signInDesk';
import { summarize } from './summary';

export interface ConnectionSettings {
	readonly authentication: Authentication;
	/** Milliseconds that one request may take, asked before each. The ERP itself may let one queue for ten minutes. */
	readonly timeout: () => number;
	/** Milliseconds that all waits for the ERP together may take. */
	readonly maxTotalWait: number;
	/** Raised when nobody waits any more; by default when the execution is cancelled. */
	readonly signal?: AbortSignal;
}

/** The way to one instance, for the duration of one execution, poll or look-up. */
export interface Connection {
	readonly account: Account;
	openLane(): Lane;
	/** Signs out every session. Never raises: it must not hide what the execution came to. */
	close(): Promise<void>;
	/** What was asked of the license and waited for, or undefined where nothing was waited for. */
	summary(): string | undefined;
}

/**
 * Opens the way to the instance of the node's credential, without sending anything yet.
 *
 * @throws NodeOperationError when the credential is missing or cannot work
 */
export async function connect(caller: Caller, settings: ConnectionSettings): Promise<Connection> {
	const account = await accountOf(caller, settings.authentication);
	const target = {
		baseUrl: account.baseUrl,
		ignoreSSLIssues: account.ignoreSSLIssues,
		get timeout() {
			return settings.timeout();
		},
	};
	const signal = settings.signal ?? cancelSignal(caller);
	const authenticated = settings.authentication === 'oAuth2';
	const send = authenticated
		? authenticatedSend(caller, credentialTypeOf('oAuth2'), target, signal)
		: plainSend(caller, target, signal);
	const party = newParty();
	const gate = gateOf(licenseKey(account));
	const clock = systemClock;
	const patience = createPatience(settings.maxTotalWait, clock);
	const desk = signInDesk(account, plainSend(caller, target), logging(caller).failedSignOut);
	const retries = retrying({
		clock,
		patience,
		...(signal !== undefined && { signal }),
		random: Math.random,
		refused: (pause) => gate.refused(pause, clock),
		wantsSession: () => gate.wantSession(),
		...logging(caller),
		waiting(because, delay) {
			logging(caller).waiting(because, delay);
			return party.waiting.begin(clock);
		},
	});
	const memory = createReadMemory(clock);
	const lanes: LaneSession[] = [];

	return {
		account,
		openLane() {
			const session = authenticated ? platformSession(desk, account.scope) : leasedSession(desk);
			lanes.push(session);
			const gated = layered(send, withinLicense(gate, party, account, clock, signal));
			const lane = layered(gated, retries, decoding, session.layer);
			return createLane(caller, account, lane, desk, {
				memory,
				hasSession: async () => await opensSession(session, gated),
				isWantedElsewhere: () => gate.sessionsWanted() > 0,
				close: async () => await session.close(),
			});
		},
		async close() {
			await Promise.all(lanes.map(async (lane) => await lane.close()));
		},
		summary: () => summarize(party, desk.opened()),
	};
}

function cancelSignal(caller: Caller): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
}

/** What is worth a line in n8n's log. No line holds a query, a body or a header. */
function logging(caller: Caller) {
	return {
		failedSignOut: (reason: string) =>
			caller.logger.warn(
				`Acumatica: signing out failed: ${reason}. The session ends by itself when idle`,
			),
		waiting: (because: string, delay: number) =>
			caller.logger.info(`Acumatica: waiting ${(delay / 1000).toFixed(1)} s for ${because}`),
		doubtful: (request: ApiRequest, outcome: string) =>
			caller.logger.info(
				`Acumatica: ${request.method} ${request.path}: the answer was lost; the request ${outcome}`,
			),
	};
}

async function accountOf(caller: Caller, authentication: Authentication): Promise<Account> {
	const credential = await caller.getCredentials(credentialTypeOf(authentication));
	try {
		return readAccount(authentication, credential);
	} catch (error) {
		const message = error instanceof AccountFault ? error.message : 'The credential cannot be read';
		throw new NodeOperationError(caller.getNode(), message);
	}
}
