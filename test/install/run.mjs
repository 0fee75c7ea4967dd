import { join } from 'node:path';
import { buildIfSourcesChanged } from './build.mjs';
import { checkout, node24, npm } from './child.mjs';
import { installChromium } from './debian.mjs';
import { installDependencies, installN8n } from './dependencies.mjs';
import { inSequence } from './sequence.mjs';

/**
 * The door behind `npm run demo | test | test:unit | test:e2e | sandbox | bench | dev`: what a job needs is
 * installed and built first, and only if it is missing. Runs on the host's Node (20 and newer) with
 * nothing installed, therefore plain JavaScript; the jobs themselves run on the pinned Node 24.
 */
const jobs = {
	demo: {
		preparations: [installDependencies, installN8n, buildIfSourcesChanged],
		run: (options) => node24('test/demo/main.ts', options),
	},
	dev: {
		preparations: [installDependencies, installN8n, buildIfSourcesChanged],
		run: (options) => node24('test/demo/dev.ts', options),
	},
	sandbox: {
		preparations: [installDependencies],
		run: (options) => node24('test/sandbox/main.ts', options),
	},
	bench: {
		preparations: [installDependencies, buildIfSourcesChanged],
		run: (options) => node24('test/bench/main.ts', options),
	},
	unit: {
		preparations: [installDependencies],
		run: (options) => inSequence([unit(options)]),
	},
	e2e: {
		preparations: [installDependencies, installN8n, installChromium, buildIfSourcesChanged],
		run: (options) => inSequence([endToEnd(options)]),
	},
	test: {
		preparations: [installDependencies, installN8n, installChromium],
		run: (options) =>
			inSequence([
				{ title: 'lint', start: () => npm(['run', 'lint']) },
				{ title: 'build', start: () => npm(['run', 'build']) },
				unit(options),
				endToEnd(options),
			]),
	},
};

function jestStep(title, reportFile, options) {
	const report = join(checkout, reportFile);
	return {
		title,
		report,
		start: () =>
			node24('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${report}`, ...options]),
	};
}

function unit(options) {
	return jestStep('unit, contract and engine tests', '.cache/unit.json', options);
}

function endToEnd(options) {
	const config = ['--config', 'test/e2e/jest.config.cjs', '--runInBand'];
	return jestStep('end-to-end tests', '.cache/e2e.json', [...config, ...options]);
}

async function main([name, ...options]) {
	const job = Object.hasOwn(jobs, name ?? '') ? jobs[name] : undefined;
	if (!job) {
		console.error(`Usage: node test/install/run.mjs ${Object.keys(jobs).join(' | ')}`);
		return 2;
	}
	for (const prepare of job.preparations) await prepare();
	return await job.run(options);
}

main(process.argv.slice(2)).then(
	(exitCode) => {
		process.exitCode = exitCode;
	},
	(error) => {
		console.error(error.message);
		process.exitCode = 1;
	},
);
