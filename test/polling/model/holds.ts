import fc from 'fast-check';
import type { PollDatabase } from '../../support/poller.ts';
import { objections } from './checks.ts';
import { startErp } from './erp.ts';
import { histories } from './history.ts';
import { watchHistory } from './run.ts';
import { connected, triggerWatcher } from './watcher.ts';

interface Histories {
	/** Whether n8n is killed now and then. */
	readonly crashes: boolean;
	/** The trigger's option Repeat After Restart. */
	readonly repeats: boolean;
	readonly runs?: number;
}

/** Random histories at each run; more on request. */
export const numRuns = Number(process.env.HISTORIES ?? 700);

/** Whatever the history, nothing is wrong with what was emitted. */
export async function holds(
	database: PollDatabase['kind'],
	{ crashes, repeats, runs = numRuns }: Histories,
): Promise<void> {
	const erp = await startErp();
	try {
		const credentials = await connected(erp.sandbox);
		const watcher = triggerWatcher(credentials, database, { repeatAfterRestart: repeats });
		await fc.assert(
			fc.asyncProperty(histories({ crashes }), async (history) => {
				const watched = await watchHistory(erp, watcher, history);
				expect(objections(erp, watched, { repeats })).toEqual([]);
			}),
			{ numRuns: runs },
		);
	} finally {
		await erp.sandbox.close();
	}
}
