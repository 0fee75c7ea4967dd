import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { files } from './files.ts';
import { licenseDocumented } from './licenseDocumented.ts';
import { licensePlain } from './licensePlain.ts';
import { licenseShared } from './licenseShared.ts';
import { overhead } from './overhead.ts';
import { readOrders } from './readOrders.ts';
import { machineClass, withSection } from './results.ts';
import { schema } from './schema.ts';
import { trigger } from './trigger.ts';

interface Benchmark {
	/** The heading of its section. */
	readonly title: string;
	/** Returns the result as Markdown. */
	readonly measure: () => Promise<string>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
	'read-orders': { title: 'Reading', measure: readOrders },
	overhead: { title: 'Overhead of the request layer', measure: overhead },
	'license-plain': {
		title: 'License: the limits as the credential states them',
		measure: async () => await licensePlain(100),
	},
	'license-half': {
		title: 'License: half of what the credential states',
		measure: async () => await licensePlain(50),
	},
	'license-documented': {
		title: 'License: the documented model, which queues and delays',
		measure: licenseDocumented,
	},
	'license-shared': { title: 'License: shared with others', measure: licenseShared },
	files: { title: 'Files', measure: files },
	schema: { title: 'Editor: the description of an endpoint', measure: schema },
	trigger: { title: 'Trigger: 100,000 changes, and none', measure: trigger },
};

const document = resolve(import.meta.dirname, '../../docs/benchmarks.md');

async function run(name: string, { title, measure }: Benchmark): Promise<void> {
	// Whatever else runs on the machine is in the figures too.
	const [load = 0] = loadavg();
	const result = await measure();
	const date = new Date().toISOString().slice(0, 10);
	const circumstances = `\`npm run bench -- ${name}\`, ${date}, ${machineClass()}, load ${load.toFixed(1)} before it.`;
	const section = `## ${title}\n\n${result}\n\n${circumstances}`;
	console.log(`\n${name}\n\n${section}`);
	const before = existsSync(document) ? readFileSync(document, 'utf8') : '# Benchmarks\n';
	const style = await resolveConfig(document);
	const after = withSection(before, name, section);
	writeFileSync(document, await format(after, { ...style, filepath: document }));
}

/**
 * Runs the named benchmarks, or all of them; each prints its result and rewrites its own section of
 * docs/benchmarks.md.
 */
async function main(names: readonly string[]): Promise<number> {
	const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
	if (unknown.length > 0) {
		console.error(
			`No benchmark ${unknown.join(', ')}; there is ${Object.keys(benchmarks).join(', ')}`,
		);
		return 2;
	}
	for (const [name, benchmark] of Object.entries(benchmarks)) {
		if (names.length === 0 || names.includes(name)) await run(name, benchmark);
	}
	return 0;
}

process.exitCode = await main(process.argv.slice(2));
