import { floorOf, latency, ledgerRows, seconds, upsertUnder } from './licensedUpserts.ts';
import { table } from './results.ts';
import { newCustomers } from './writing.ts';

const count = 300;

/**
 * 300 customers upserted by the node under the plain license, which declines at once whatever exceeds it.
 * The credential says 100 requests a minute and 3 at once; the second limit is always true.
 * @param requestsPerMinute what the license really allows
 * @returns the result as Markdown
 */
export async function licensePlain(requestsPerMinute: number): Promise<string> {
	const run = await upsertUnder(
		{ requestsPerMinute, concurrentRequests: 3, users: 3 },
		'nodeWriter.ts',
		{ executions: [newCustomers('B', count)], parallelRequests: 3 },
	);
	const floor = floorOf(run, requestsPerMinute);
	return [
		`${count} new customers, upserted an item each with three requests in parallel. The credential says ` +
			`100 requests a minute and 3 at once; the license allows **${requestsPerMinute}** and 3, declines ` +
			'the rest with 429 and says nothing about when to come back. Each request takes ' +
			`${latency} ms.`,
		'',
		table([
			['From the ledger of the sandbox', ''],
			...ledgerRows(run),
			['Time', seconds(run.time)],
			['Floor', seconds(floor)],
		]),
		'',
		`Time to floor: **${(run.time / floor).toFixed(2)}**. The floor is the least time in which the ` +
			'license lets that many requests start, sign-ins among them and none taking any time itself: ' +
			"a minute for each full minute's worth that has to be over before the last one.",
		...run.writings.flatMap(({ hints }) => hints.map((hint) => `\nThe node's hint: "${hint}".`)),
	].join('\n');
}
