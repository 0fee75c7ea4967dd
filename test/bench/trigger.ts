import { startPolling } from '../support/poller.ts';
import { startChild } from './childProcess.ts';
import { now, type Pattern } from './changedOrders.ts';
import { installed } from './compiledPackage.ts';
import { type Connection, token } from './connection.ts';
import { readLedger } from './ledger.ts';
import { table } from './results.ts';

const count = 100_000;
const pageSize = 1000;
const idlePolls = 100;

interface Drained {
	readonly polls: number;
	/** Until everything had come. */
	readonly requests: number;
	/** In the three polls after that. */
	readonly after: number;
	readonly seconds: number;
	/** Bytes of resident memory beyond those before the first poll. */
	readonly memory: number;
	/** Characters of the largest state that was stored. */
	readonly state: number;
}

/**
 * The trigger on 100,000 changed sales orders: evenly spread over an hour, in twenty mass updates, and all
 * in one instant half a minute ago, which is inside the overlap; a poll a minute by the ERP's clock until
 * two bring nothing. Then a hundred polls with nothing to find.
 *
 * @returns the result as Markdown
 * @throws when a change comes twice or not at all
 */
export async function trigger(): Promise<string> {
	const patterns = ['even', 'bursts', 'instant'] as const;
	const drained: Drained[] = [];
	for (const pattern of patterns) drained.push(await drain(pattern));
	const row = (label: string, of: (one: Drained) => string) => [label, ...drained.map(of)];
	const least = count / pageSize;
	return [
		`${count.toLocaleString('en')} changed sales orders, at most 10,000 in a poll, pages of ${pageSize}: at least ${least} requests.`,
		'',
		table([
			['', 'Even, one hour', 'Twenty bursts', 'One instant'],
			row('Polls that brought something', ({ polls }) => String(polls)),
			row('Requests until everything had come', ({ requests }) => String(requests)),
			row('to the least possible', ({ requests }) => `**${(requests / least).toFixed(2)}**`),
			row('Requests of the three polls after', ({ after }) => String(after)),
			row('Time', ({ seconds }) => `${seconds.toFixed(1)} s`),
			row('Memory beyond that before', ({ memory }) => `${Math.round(memory / 1e6)} MB`),
			row('Largest state', ({ state }) => `${Math.round(state / 1000)} kB`),
		]),
		'',
		`${idlePolls} polls without a change: **${await idle()} requests**.`,
	].join('\n');
}

async function drain(pattern: Pattern): Promise<Drained> {
	const [erp, connection] = await startChild<Connection>('changedOrders.ts', [
		JSON.stringify({ pattern, count }),
	]);
	try {
		const startFrom = new Date(now - 2 * 3_600_000).toISOString();
		const poller = await polling(connection, { startFrom, select: 'OrderNbr' });
		const seen = new Set<unknown>();
		const before = process.memoryUsage.rss();
		const start = performance.now();
		let [polls, idlePollsSeen, memory, state, requests] = [0, 0, 0, 0, 0];
		while (idlePollsSeen < 3) {
			const { items, error } = await poller.tick();
			if (error !== undefined) throw error;
			for (const { json } of items ?? []) {
				if (seen.has(json.id)) throw new Error(`${String(json.id)} came twice`);
				seen.add(json.id);
			}
			if (items === undefined) idlePollsSeen++;
			else {
				polls++;
				requests = await reads(connection);
			}
			memory = Math.max(memory, process.memoryUsage.rss() - before);
			state = Math.max(state, JSON.stringify(poller.state()).length);
			await erp.ask('minute');
		}
		const seconds = (performance.now() - start) / 1000;
		if (seen.size !== count) throw new Error(`${seen.size} of ${count} changes came`);
		const after = (await reads(connection)) - requests;
		return { polls, requests, after, seconds, memory, state };
	} finally {
		await erp.stop();
	}
}

async function idle(): Promise<number> {
	const [erp, connection] = await startChild<Connection>('changedOrders.ts', [
		JSON.stringify({ pattern: 'none', count: 1000 }),
	]);
	try {
		const poller = await polling(connection, {});
		await poller.activate();
		const before = await reads(connection);
		for (let poll = 0; poll < idlePolls; poll++) {
			const { items, error } = await poller.tick();
			if (error !== undefined) throw error;
			if (items !== undefined) throw new Error('An idle poll brought something');
		}
		return (await reads(connection)) - before;
	} finally {
		await erp.stop();
	}
}

async function polling(connection: Connection, options: Record<string, string>) {
	return await startPolling({
		installed,
		node: 'acumaticaTrigger',
		credentials: {
			acumaticaOAuth2Api: {
				instanceUrl: connection.url,
				endpointVersion: '24.200.001',
				clientId: connection.clientId,
				clientSecret: connection.clientSecret,
				requestsPerMinute: 100_000,
				oauthTokenData: { ...(await token(connection)) },
			},
		},
		parameters: {
			authentication: 'oAuth2',
			event: 'createdOrUpdated',
			entity: { __rl: true, mode: 'name', value: 'SalesOrder' },
			options,
		},
	});
}

async function reads(connection: Connection): Promise<number> {
	const { requests } = await readLedger(connection);
	return requests.filter(({ method }) => method === 'GET').length;
}
