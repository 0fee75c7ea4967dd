import type { CallerAuthentication } from './callers.ts';
import { type Child, startChild } from './childProcess.ts';
import type { Connection } from './connection.ts';
import type { Calling, CallingOrder } from './overheadCaller.ts';
import { median, table } from './results.ts';

const times = 150;
const rounds = 41;
const callings: readonly Calling[] = ['bareCaller', 'layerCaller', 'acumatica'];

type Round = Readonly<Record<Calling, number>>;

/**
 * What the request layer, and what the whole node adds to a request that n8n's own helpers would send:
 * the same record read again and again by all three, in turns, in one n8n process against a sandbox in
 * another. The first round is not counted.
 * @returns the result as Markdown
 */
export async function overhead(): Promise<string> {
	const [sandbox, connection] = await startChild<Connection>('sandboxServer.ts', [
		JSON.stringify({ license: { requestsPerMinute: 10_000_000 } }),
	]);
	const started: Child[] = [sandbox];
	try {
		const [caller] = await startChild('overheadCaller.ts', [JSON.stringify(connection)]);
		started.push(caller);
		const rows = [];
		for (const authentication of ['oAuth2', 'session'] as const) {
			rows.push(...difference(authentication, await takeRounds(caller, authentication)));
		}
		return report(rows);
	} finally {
		await Promise.all(started.map(async (child) => await child.stop()));
	}
}

async function takeRounds(caller: Child, authentication: CallerAuthentication): Promise<Round[]> {
	const taken: Round[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const milliseconds = { bareCaller: 0, layerCaller: 0, acumatica: 0 };
		// Whoever goes last in one round goes first in the next.
		const turns = round % 2 === 0 ? callings : callings.toReversed();
		for (const calling of turns) {
			const order: CallingOrder = { calling, authentication, times };
			milliseconds[calling] = await caller.ask<number>({ ...order });
		}
		taken.push(milliseconds);
	}
	return taken.slice(1);
}

function difference(authentication: CallerAuthentication, taken: readonly Round[]): string[][] {
	const helper = authentication === 'oAuth2' ? 'httpRequestWithAuthentication' : 'httpRequest';
	const row = (title: string, calling: Calling) => {
		const added = taken.map((round) => round[calling] - round.bareCaller);
		return [
			title,
			milliseconds(median(taken.map((round) => round[calling]))),
			calling === 'bareCaller' ? '' : `**${milliseconds(median(added))}**`,
			calling === 'bareCaller'
				? ''
				: `${milliseconds(Math.min(...added))} to ${milliseconds(Math.max(...added))}`,
		];
	};
	return [
		row(`\`${helper}\`, nothing else`, 'bareCaller'),
		row('the request layer', 'layerCaller'),
		row('the whole node, operation Get', 'acumatica'),
	];
}

function milliseconds(value: number): string {
	return `${value.toFixed(2)} ms`;
}

function report(rows: readonly string[][]): string {
	return [
		`One customer (2 kB of JSON) read ${times} times in sequence by each, ${rounds} rounds in turns, all in one process.`,
		'',
		table([['Per request', 'Median', 'Added, median of the rounds', 'from to'], ...rows]),
		'',
		"What the request layer adds: the license gate, the session's cookies, the judgement whether to send " +
			'again, the abortable time-out, the answer taken as text and parsed here without loss of digits, and ' +
			'the check that it is no web page and no error in disguise. The bare helper does parse the JSON, so ' +
			'that is in both. The whole node has more in it that is no request: reading the parameters of an ' +
			"item through n8n's expressions, the path made of entity and key, unwrapping the record, linking " +
			'the item; the start of the execution is spread over its requests, and with the session ' +
			'credential so are one sign-in and one sign-out.',
	].join('\n');
}
