import type { INodeExecutionData } from 'n8n-workflow';

import type { Connection } from '../transport/connect';
import type { Lane } from '../transport/lane';

/**
 * Works on the items in so many lanes; in fewer where the license has no session for another, or another
 * execution waits for one.
 */
export async function inLanes(
	connection: Pick<Connection, 'openLane'>,
	count: number,
	lanes: number,
	run: (lane: Lane, index: number) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[][] = [];
	const failures: Array<{ readonly index: number; readonly error: Error }> = [];
	let next = 0;
	const work = async (lane: Lane, isExtra: boolean): Promise<void> => {
		while (next < count && failures.length === 0 && !(isExtra && lane.isWantedElsewhere())) {
			const index = next++;
			try {
				results[index] = await run(lane, index);
			} catch (error) {
				failures.push({ index, error: error instanceof Error ? error : new Error(String(error)) });
			}
		}
		// Whoever waits for a session need not wait for the other lanes as well.
		await lane.close();
	};
	const workIfThereIsASession = async (): Promise<void> => {
		const lane = connection.openLane();
		if (await lane.hasSession()) await work(lane, true);
	};
	const main = connection.openLane();
	// The main lane first: it waits for a session where there is none, the others do without.
	if (lanes > 1) await main.hasSession();
	const extras = Array.from({ length: lanes - 1 }, workIfThereIsASession);
	await Promise.all([work(main, false), ...extras]);
	const [first] = failures.sort((a, b) => a.index - b.index);
	if (first !== undefined) throw first.error;
	return results.flat();
}
