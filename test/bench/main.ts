import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { licenseDocumented } from './licenseDocumented.ts';
import { licensePlain } from './licensePlain.ts';
import { licenseShared } from './licenseShared.ts';
import { overhead } from './overhead.ts';
import { readOrders } from './readOrders.ts';
import { machineClass, withSection } from './results.ts';

/**
 * Runs the named benchmarks, or all of them; each prints its result and rewrites its own section of
 * docs/benchmarks.md.
 */
const benchmarks: Readonly<Record<string, () => Promise<string>>> = {
	'read-orders': readOrders,
	overhead,
	'license-plain': async () => await licensePlain(100),
	'license-half': async () => await licensePlain(50),
	'license-documented': licenseDocumented,
	'license-shared': licenseShared,
};

const document = resolve(import.meta.dirname, '../../docs/benchmarks.md');

async function run(name: string, benchmark: () => Promise<string>): Promise<void> {
	const result = await benchmark();
	const date = new Date().toISOString().slice(0, 10);
	const circumstances = `\`npm run bench -- ${name}\`, ${date}, ${machineClass()}.`;
	const section = `${result}\n\n${circumstances}`;
	console.log(`\n${name}\n\n${section}`);
	const before = existsSync(document) ? readFileSync(document, 'utf8') : '# Benchmarks\n';
	const style = await resolveConfig(document);
	const after = withSection(before, name, section);
	writeFileSync(document, await format(after, { ...style, filepath: document }));
}

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
