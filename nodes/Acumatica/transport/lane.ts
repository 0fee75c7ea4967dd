import { readFault } from '../contract/fault';
import { faultKind } from '../contract/faultKind';
import type { Account } from './account';
import { systemClock } from './clock';
import { discovery, type Discovery } from './discovery';
import type { ReadMemory } from './readMemory';
import { rejecting, type Api } from './rejection';
import type { Caller, Send } from './request';
import type { LaneSession } from './session';
import type { SignInDesk } from './signInDesk';

/** One line of requests, one after the other, with a session of its own. */
export interface Lane {
	api(itemIndex: number): Api;
	discovery(itemIndex: number): Discovery;
	/** What the execution has read, shared by its lanes. */
	readonly memory: ReadMemory;
	/** Signs in ahead of the first request. False when the license has no session left for this lane. */
	hasSession(): Promise<boolean>;
	/** True when another execution of this process waits for a session of the license. */
	readonly isWantedElsewhere: () => boolean;
	/** Signs out. The next request, if there is one, signs in again. */
	close(): Promise<void>;
}

export function createLane(
	caller: Caller,
	account: Account,
	send: Send,
	desk: SignInDesk,
	rest: Pick<Lane, 'memory' | 'hasSession' | 'isWantedElsewhere' | 'close'>,
): Lane {
	const node = caller.getNode();
	const context = (itemIndex: number) => ({
		node,
		itemIndex,
		baseUrl: account.baseUrl,
		secrets: () => [...account.secrets, ...desk.secrets()],
	});
	const unreadable = new Set<string>();
	const laneDiscovery = (itemIndex: number): Discovery => {
		const quiet = rejecting(send, { ...context(itemIndex), suggest: async () => '' });
		return discovery(suggesting(itemIndex), quiet, account, node, systemClock, unreadable);
	};
	const suggesting = (itemIndex: number): Api =>
		rejecting(send, {
			...context(itemIndex),
			suggest: async (about) => await laneDiscovery(itemIndex).suggestion(about),
		});
	return { api: suggesting, discovery: laneDiscovery, ...rest };
}

/** Signs a lane in; false when the license has no session left for it. */
export async function opensSession(session: LaneSession, send: Send): Promise<boolean> {
	const refusal = await session.open(send);
	return (
		refusal === undefined ||
		refusal.kind === 'failure' ||
		faultKind(refusal.status, readFault(refusal.text)) !== 'loginLimit'
	);
}
