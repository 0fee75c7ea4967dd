import { z } from 'zod';

const ledger = z.object({
	total: z.number(),
	answers429: z.number(),
	sessions: z.object({
		opened: z.number(),
		closed: z.number(),
		expired: z.number(),
		open: z.number(),
		offlineGrants: z.number(),
	}),
	requests: z.array(
		z.object({
			at: z.number(),
			method: z.string(),
			path: z.string(),
			kind: z.string(),
			status: z.number(),
		}),
	),
	writes: z.array(z.object({ entity: z.string(), id: z.string(), kind: z.string() })),
});

/** The sandbox's own account of what happened, as it tells it to other processes. */
export type LedgerView = z.infer<typeof ledger>;

/** What happened between two looks at the ledger. */
export interface LedgerDifference {
	readonly customers: number;
	readonly ordersCreated: number;
	/** Sales orders that the sandbox refused to write. */
	readonly ordersRefused: number;
	/** Sessions that were opened and not signed out of; those of offline grants apart. */
	readonly sessionsOpen: number;
	readonly requests: number;
	readonly answers429: number;
}

/** @param sandboxUrl the instance URL; the ledger lies at the root of its host */
export async function readLedger(sandboxUrl: string): Promise<LedgerView> {
	const answer = await fetch(new URL('/_sandbox/ledger', sandboxUrl)).catch(() => undefined);
	if (!answer?.ok) throw new Error(`no sandbox answers at ${sandboxUrl}`);
	return ledger.parse(await answer.json());
}

export function difference(before: LedgerView, after: LedgerView): LedgerDifference {
	const writes = after.writes.slice(before.writes.length);
	const count = after.total - before.total;
	// The ledger keeps the latest requests only.
	const requests = after.requests.slice(Math.max(0, after.requests.length - count));
	// The ledger's paths have the query.
	const salesOrders = /\/SalesOrder(\?|$)/;
	return {
		customers: new Set(writes.filter(({ entity }) => entity === 'Customer').map(({ id }) => id))
			.size,
		ordersCreated: writes.filter(({ entity, kind }) => entity === 'SalesOrder' && kind === 'insert')
			.length,
		ordersRefused: requests.filter(
			({ method, path, status }) => method === 'PUT' && salesOrders.test(path) && status >= 400,
		).length,
		sessionsOpen:
			after.sessions.opened -
			before.sessions.opened -
			(after.sessions.closed - before.sessions.closed),
		requests: count,
		answers429: after.answers429 - before.answers429,
	};
}
