import { NodeApiError, NodeOperationError, type IPollFunctions } from 'n8n-workflow';

import { endpointPath, type Endpoint } from '../contract/endpoint';
import { readFilter } from '../parameters/filter';
import { readByTheErp } from '../parameters/query';
import type { Account, Authentication } from '../transport/account';
import { systemClock } from '../transport/clock';
import { connect, type Connection } from '../transport/connect';
import type { Discovery } from '../transport/discovery';
import type { Lane } from '../transport/lane';
import type { Watched } from './reader';
import { pollParameters, type PollSettings } from './settings';

/** The way to the ERP for the duration of one poll. */
export interface PollSession {
	readonly account: Account;
	readonly lane: Lane;
	/** Whether it is time to come to an end, so that what was read is handed on in time. */
	readonly isOver: () => boolean;
}

/** Before 2.40 n8n had no budget; its polls may take as long as this. */
const defaultBudget = 300_000;
/** For signing out, and for the platform to take over the result. */
const longestReserve = 10_000;

/**
 * Works within the time that the platform gives a poll: requests and waits for the license end with it.
 * The session is signed out in any case.
 *
 * @throws NodeOperationError when the time was up before anything could be handed on
 */
export async function withinBudget<T>(
	caller: IPollFunctions,
	authentication: Authentication,
	work: (session: PollSession) => Promise<T>,
): Promise<T> {
	const clock = systemClock;
	const budget = budgetOf(caller);
	const usable = budget - Math.min(longestReserve, budget / 5);
	const start = clock.now();
	const left = () => start + usable - clock.now();
	const deadline = new AbortController();
	const done = new AbortController();
	const over = clock.sleep(usable, done.signal).then(() => {
		if (!done.signal.aborted) deadline.abort();
	});
	let connection: Connection | undefined;
	try {
		connection = await connect(caller, {
			authentication,
			timeout: () => Math.max(1000, left()),
			maxTotalWait: usable,
			signal: deadline.signal,
		});
		const isOver = () => left() < usable * 0.3;
		return await work({ account: connection.account, lane: connection.openLane(), isOver });
	} catch (error) {
		throw deadline.signal.aborted ? outOfTime(caller, usable) : nodeError(caller, error);
	} finally {
		done.abort();
		await over;
		await connection?.close();
	}
}

function budgetOf(caller: IPollFunctions): number {
	// Older versions of the platform do not have it, whatever its type says.
	const has: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>> = caller;
	return has.getPollBudgetMs?.() ?? defaultBudget;
}

function nodeError(caller: IPollFunctions, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return new NodeOperationError(caller.getNode(), error instanceof Error ? error : String(error));
}

function outOfTime(caller: IPollFunctions, usable: number): NodeOperationError {
	const seconds = Math.round(usable / 1000);
	return new NodeOperationError(
		caller.getNode(),
		`Acumatica had no time for this poll within the ${seconds} s that n8n gives it`,
		{
			description:
				'Nothing is lost: the next poll reads the same changes. Poll less often, or lower Max Records per Poll and Expand if a single answer takes that long.',
		},
	);
}

export interface WatchedPlace {
	readonly watched: Watched;
	readonly discovery: Discovery;
	readonly endpoint: Endpoint;
}

/** What is watched, in the endpoint that is chosen now. */
export async function watchedOf(
	caller: IPollFunctions,
	{ lane }: PollSession,
	settings: PollSettings,
): Promise<WatchedPlace> {
	const discovery = lane.discovery(0);
	const endpoint = await discovery.endpoint(settings.endpoint);
	const { entity } = settings;
	const zone = caller.getTimezone();
	const place = { discovery, endpoint, entity, zone };
	const { text: filter, label } = await readFilter(pollParameters(caller), place);
	const query = { ...settings.query, filter };
	return {
		discovery,
		endpoint,
		watched: {
			api: lane.api(0),
			node: caller.getNode(),
			path: endpointPath(endpoint),
			entity,
			query,
			about: {
				doing: 'read changes of',
				entity,
				endpoint,
				polls: true,
				reads: readByTheErp(query, label),
			},
		},
	};
}
