import type { Ledger } from '../sandbox/sandbox.ts';
import type { Connection } from './connection.ts';

/** What the sandbox's ledger tells another process. */
export type LedgerData = Pick<
	Ledger,
	| 'total'
	| 'countByKind'
	| 'countByStatus'
	| 'sessions'
	| 'answers429'
	| 'mostRequestsInAMinute'
	| 'highestConcurrency'
	| 'requests'
	| 'writes'
	| 'files'
>;

/** What really happened, as the sandbox itself has counted it. */
export async function readLedger({ url }: Connection): Promise<LedgerData> {
	const answer = await fetch(new URL('/_sandbox/ledger', url));
	return (await answer.json()) as LedgerData;
}

export interface Fate {
	readonly once: number;
	readonly moreThanOnce: number;
	readonly never: number;
}

/** What became of the customers that were to be written, each of them once. */
export function fateOf(customers: readonly string[], { writes }: Pick<LedgerData, 'writes'>): Fate {
	const times = new Map<string, number>();
	for (const { entity, keys } of writes) {
		const [customer] = keys;
		if (entity !== 'Customer' || typeof customer !== 'string') continue;
		times.set(customer, (times.get(customer) ?? 0) + 1);
	}
	const written = customers.map((customer) => times.get(customer) ?? 0);
	return {
		once: written.filter((count) => count === 1).length,
		moreThanOnce: written.filter((count) => count > 1).length,
		never: written.filter((count) => count === 0).length,
	};
}

/** Requests that the license has counted: all but those that it refused, and the sign-outs. */
export function licensedRequests({
	total,
	answers429,
	countByKind,
}: Pick<LedgerData, 'total' | 'answers429' | 'countByKind'>): number {
	return total - answers429 - (countByKind.signOut ?? 0);
}

/**
 * The least milliseconds in which a license lets so many requests start, none taking any time itself:
 * the first minute's at once, the next ones a minute later, and so on.
 */
export function licenseFloor(requests: number, requestsPerMinute: number): number {
	return Math.max(0, Math.ceil(requests / requestsPerMinute) - 1) * 60_000;
}
