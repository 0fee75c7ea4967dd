import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { type Child, startChild } from './childProcess.ts';
import type { Connection } from './connection.ts';
import {
	fateOf,
	licensedRequests,
	licenseFloor,
	type Fate,
	type LedgerData,
	readLedger,
} from './ledger.ts';
import type { Writing, WritingOrder } from './writing.ts';

export type License = NonNullable<SandboxOptions['license']>;

/** Milliseconds that the ERP takes for a request, once it has begun. */
export const latency = 200;

export interface LicensedRun {
	readonly writings: readonly Writing[];
	readonly ledger: LedgerData;
	/** What became of the customers of all executions. */
	readonly fate: Fate;
	/** Milliseconds until the slowest execution was over. */
	readonly time: number;
}

/**
 * Writes customers under a license: the sandbox in a process of its own with nothing used of its license
 * so far, the writer in another one, ready before the time starts.
 * @param beside is done while they are written, such as using the license as well
 */
export async function upsertUnder(
	license: License,
	writerFile: 'nodeWriter.ts' | 'undiciWriter.ts',
	order: WritingOrder,
	beside: (connection: Connection) => Promise<() => Promise<void>> = async () => async () => {},
): Promise<LicensedRun> {
	const [sandbox, connection] = await startChild<Connection>('sandboxServer.ts', [
		JSON.stringify({ license, latency }),
	]);
	const started: Child[] = [sandbox];
	try {
		const [writer] = await startChild(writerFile, [JSON.stringify(connection)]);
		started.push(writer);
		const endBeside = await beside(connection);
		const writings = await writer.ask<Writing[]>(order);
		await endBeside();
		const ledger = await readLedger(connection);
		return {
			writings,
			ledger,
			fate: fateOf(order.executions.flat(), ledger),
			time: Math.max(...writings.map(({ milliseconds }) => milliseconds)),
		};
	} finally {
		await Promise.all(started.map(async (child) => await child.stop()));
	}
}

/** The rows that every benchmark of the license tells of a run: what was written, asked and left. */
export function ledgerRows({ ledger, fate, writings }: LicensedRun): string[][] {
	const { sessions } = ledger;
	const errors = writings.flatMap(({ error }) => (error === undefined ? [] : [error]));
	return [
		['Customers written once', String(fate.once)],
		['written more than once', String(fate.moreThanOnce)],
		['not written', String(fate.never)],
		['Executions that ended with an error', errors.length === 0 ? '0' : errors.join('; ')],
		['Answers 429', String(ledger.answers429)],
		['Requests that the license counted', String(licensedRequests(ledger))],
		['of them sign-ins', String(sessions.opened)],
		['Most requests in 60 seconds, refused ones included', String(ledger.mostRequestsInAMinute)],
		['Most requests at once', String(ledger.highestConcurrency)],
		['Sessions left open', String(sessions.open)],
	];
}

/** The least time that a run could have taken under its license. */
export function floorOf({ ledger }: LicensedRun, requestsPerMinute: number): number {
	return licenseFloor(licensedRequests(ledger), requestsPerMinute);
}

export function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
