import { startChild, type Child } from './childProcess.ts';
import type { Connection } from './connection.ts';
import { readLedger } from './ledger.ts';
import { median, table } from './results.ts';
import type { SchemaOrder } from './schemaReader.ts';

const rounds = 21;

/**
 * What the description of an endpoint costs the editor: parsed and reduced, kept in memory, and in the
 * panel when it is opened for the first time, again, and twenty times at once. JSON.parse of the same
 * text is the floor.
 *
 * @returns the result as Markdown
 */
export async function schema(): Promise<string> {
	const [sandbox, connection] = await startChild<Connection>('sandboxServer.ts', [
		JSON.stringify({ salesOrders: 10 }),
	]);
	const started: Child[] = [sandbox];
	try {
		const start = async () => {
			const [reader] = await startChild('schemaReader.ts', [JSON.stringify(connection)]);
			started.push(reader);
			return reader;
		};
		const documents = async () =>
			(await readLedger(connection)).requests.filter(({ path }) => path.includes('swagger.json'))
				.length;
		const counted = async (reader: Child, order: SchemaOrder) => {
			const before = await documents();
			const milliseconds = await reader.ask<number>(order);
			return { milliseconds, downloads: (await documents()) - before };
		};
		const [one, other] = [await start(), await start()];
		// The engine loads with the first panel; what is measured is the description.
		const first = await counted(one, 'panel');
		const again = [];
		for (let round = 0; round < rounds; round += 1) again.push(await counted(one, 'panel'));
		const twenty = await counted(other, 'twenty');
		const parse: number[] = [];
		const reduce: number[] = [];
		for (let round = 0; round <= rounds; round += 1) {
			parse.push(await one.ask<number>('parse'));
			reduce.push(await one.ask<number>('reduce'));
		}
		return report({
			bytes: await one.ask<number>('document'),
			memory: await one.ask<number>('memory'),
			parse: median(parse.slice(1)),
			reduce: median(reduce.slice(1)),
			ratio: median(reduce.slice(1).map((value, index) => value / (parse[index + 1] ?? value))),
			panels: [
				['first opening', first.milliseconds, first.downloads],
				[
					`opened again (median of ${rounds})`,
					median(again.map(({ milliseconds }) => milliseconds)),
					again.reduce((sum, { downloads }) => sum + downloads, 0),
				],
				['twenty at once, the slowest', twenty.milliseconds, twenty.downloads],
			],
		});
	} finally {
		await Promise.all(started.map(async (child) => await child.stop()));
	}
}

interface Measured {
	readonly bytes: number;
	readonly memory: number;
	readonly parse: number;
	readonly reduce: number;
	readonly ratio: number;
	readonly panels: ReadonlyArray<readonly [string, number, number]>;
}

function report({ bytes, memory, parse, reduce, ratio, panels }: Measured): string {
	return [
		`The description of Default/25.200.001 with its 119 entities (${(bytes / 1e6).toFixed(1)} MB of JSON, indented as instances export it), read by the compiled package in n8n's engine.`,
		'',
		table([
			['', 'Median'],
			['`JSON.parse` alone', `${parse.toFixed(1)} ms`],
			['parsed without loss of digits, and reduced', `${reduce.toFixed(1)} ms`],
			['kept in memory, reduced', `${(memory / 1e6).toFixed(2)} MB`],
		]),
		'',
		`Parsed and reduced to parsed: **${ratio.toFixed(2)}** (median of the ratios).`,
		'',
		table([
			[
				'Panel with the fields of a sales order',
				'Time in the method',
				'Downloads of the description',
			],
			...panels.map(([title, milliseconds, downloads]) => [
				title,
				`${milliseconds.toFixed(1)} ms`,
				String(downloads),
			]),
		]),
		'',
		'The first opening also loads the engine, signs in, lists the endpoints, reads the custom fields of the entity and signs out.',
	].join('\n');
}
