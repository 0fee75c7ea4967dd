import type { Connection } from './connection.ts';
import { startChild, type Child } from './childProcess.ts';
import { readLedger } from './ledger.ts';
import type { MemoryReport, Reading } from './reader.ts';
import { median, table } from './results.ts';

/** The sandbox adds a few named orders of its own to those that are asked for. */
const orders = 10_000;
const rounds = 11;

/**
 * All of 10,000 sales orders, read with `returnAll` by the node in n8n's engine, and the very same
 * pages by bare undici. Both read in turns, each in a process of its own, against a sandbox in a
 * third one; the first turn of each is not counted.
 * @returns the result as Markdown
 * @throws when one of the two has not read every order
 */
export async function readOrders(): Promise<string> {
	const [sandbox, connection] = await startChild<Connection>('sandboxServer.ts', [
		JSON.stringify({ salesOrders: orders }),
	]);
	const started: Child[] = [sandbox];
	try {
		for (const file of ['nodeReader.ts', 'undiciReader.ts']) {
			const [reader] = await startChild(file, [JSON.stringify(connection)]);
			started.push(reader);
		}
		const [, node, undici] = started;
		if (!node || !undici) throw new Error('A reader is missing');
		const { records, pages, requests } = await countRequests(connection, async () => {
			return (await node.ask<Reading>({ read: [] })).records;
		});
		if (records < orders) throw new Error(`Read ${records} of ${orders} orders`);
		const turn = { pages, records };
		await read(undici, turn);
		const times: Array<readonly [number, number]> = [];
		for (let round = 0; round < rounds; round += 1) {
			times.push([await read(node, turn), await read(undici, turn)]);
		}
		return report({
			records,
			times,
			requests: [requests, pages.length],
			memory: [await node.ask<MemoryReport>('report'), await undici.ask<MemoryReport>('report')],
		});
	} finally {
		await Promise.all(started.map(async (child) => await child.stop()));
	}
}

interface Turn {
	readonly pages: readonly string[];
	/** How many records there are. */
	readonly records: number;
}

async function read(reader: Child, { pages, records }: Turn): Promise<number> {
	const reading = await reader.ask<Reading>({ read: pages });
	if (reading.records !== records) throw new Error(`Read ${reading.records} of ${records} orders`);
	return reading.milliseconds;
}

/** What the sandbox has seen while `work` went on. */
async function countRequests(connection: Connection, work: () => Promise<number>) {
	const before = await readLedger(connection);
	const records = await work();
	const after = await readLedger(connection);
	const requests = after.requests.slice(before.requests.length);
	return {
		records,
		pages: requests.filter(({ kind }) => kind === 'list').map(({ path }) => path),
		requests: requests.length,
	};
}

interface Measured {
	readonly records: number;
	readonly times: readonly (readonly [number, number])[];
	/** Of the node and of undici, as in the other pairs. */
	readonly requests: readonly [number, number];
	readonly memory: readonly [MemoryReport, MemoryReport];
}

function report({ records, times, requests, memory }: Measured): string {
	const ratios = times.map(([ours, floor]) => ours / floor);
	const row = (client: string, column: 0 | 1) => [
		client,
		String(requests[column]),
		`${Math.round(median(times.map((time) => time[column])))} ms`,
		megabytes(memory[column].peak),
		megabytes(memory[column].before),
	];
	return [
		`${records.toLocaleString('en')} sales orders, everything of it (\`returnAll\`), ${rounds} rounds.`,
		'',
		table([
			['Client', 'Requests', 'Median time', 'Peak memory', 'Memory before'],
			row('Acumatica node in n8n-core', 0),
			row('undici, the same pages', 1),
		]),
		'',
		`Median of the ratios, node to undici: **${median(ratios).toFixed(2)}** (from ` +
			`${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}).`,
	].join('\n');
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
