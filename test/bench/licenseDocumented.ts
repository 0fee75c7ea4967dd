import { latency, ledgerRows, seconds, upsertUnder, type License } from './licensedUpserts.ts';
import { table } from './results.ts';
import { newCustomers } from './writing.ts';

const license: License = {
	model: 'documented',
	requestsPerMinute: 100,
	concurrentRequests: 3,
	users: 3,
};

/**
 * 300 customers upserted by the node under the license as the guide describes it, and the very same by
 * bare undici, at the same time against a sandbox of its own: both mostly wait.
 * @returns the result as Markdown
 */
export async function licenseDocumented(): Promise<string> {
	const order = { executions: [newCustomers('B', 300)], parallelRequests: 3 };
	const [node, undici] = await Promise.all([
		upsertUnder(license, 'nodeWriter.ts', order),
		upsertUnder(license, 'undiciWriter.ts', order),
	]);
	const undiciRows = ledgerRows(undici);
	return [
		'300 new customers, upserted with three requests in parallel, under the license as the guide ' +
			'describes it: 100 requests a minute, three cores, a queue of 20, delays from half of the ' +
			"minute's requests on, 429 only for who finds the queue full or waits 10 minutes in it. " +
			'undici knows nothing of a license and is kept waiting by the server; the node also keeps to ' +
			`100 a minute itself. Each request takes ${latency} ms.`,
		'',
		table([
			['From the ledger of the sandbox', 'Acumatica node in n8n-core', 'undici'],
			...ledgerRows(node).map(([title = '', figure = ''], row) => [
				title,
				figure,
				undiciRows[row]?.[1] ?? '',
			]),
			['Time', seconds(node.time), seconds(undici.time)],
		]),
		'',
		`Time of the node to that of undici: **${(node.time / undici.time).toFixed(2)}**.`,
	].join('\n');
}
