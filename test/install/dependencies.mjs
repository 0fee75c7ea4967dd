import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, npm } from './child.mjs';
import { installCompiler } from './debian.mjs';

/** Optimising SQLite takes a minute of the installation, and no test is the faster for it. */
const compiling = { JOBS: '2', CFLAGS: '-O0', CXXFLAGS: '-O0' };

/** The development dependencies, with the pinned Node 24. */
export function installDependencies() {
	return install({
		folder: checkout,
		contents: 'the development dependencies',
		duration: 'about half a minute',
		built: ['node'],
	});
}

/** The real n8n, which stays apart because it weighs 3 GB. */
export function installN8n() {
	return install({
		folder: join(checkout, 'test/e2e'),
		contents: 'n8n for the end-to-end runs (3 GB)',
		duration: 'two to four minutes',
		built: ['node', 'sqlite3'],
		beforeBuilding: installCompiler,
	});
}

/**
 * Installs exactly what the folder's lockfile says, unless that was done before for this lockfile.
 * `--ignore-scripts` and a rebuild of the few packages that need theirs work alike in npm 10, which
 * runs every script it meets (one of them refuses npm altogether), and npm 11, which runs none.
 */
async function install({ folder, contents, duration, built, beforeBuilding }) {
	if (isInstalled(folder)) return;
	console.log(`Installing ${contents}: ${duration}, only this once ...`);
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	// On a terminal npm shows its own progress.
	const heartbeat = setInterval(
		() => process.stdout.isTTY || console.log(`  ${seconds()} s ...`),
		20_000,
	);
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	try {
		await succeed(['ci', '--ignore-scripts', ...quiet], folder);
		if (beforeBuilding) await beforeBuilding();
		await succeed(['rebuild', ...built, ...quiet], folder, { ...process.env, ...compiling });
	} finally {
		clearInterval(heartbeat);
	}
	writeFileSync(marker(folder), '');
	console.log(`Installed in ${seconds()} s.`);
}

/** Whether the installation in `folder` was completed for the lockfile that lies there now. */
export function isInstalled(folder) {
	return existsSync(marker(folder));
}

/** An installation starts by deleting `node_modules`, the marker with it. */
function marker(folder) {
	const lockfile = readFileSync(join(folder, 'package-lock.json'));
	const digest = createHash('sha256').update(lockfile).digest('hex').slice(0, 16);
	return join(folder, 'node_modules', `.install-${digest}`);
}

async function succeed(options, folder, env) {
	const exitCode = await npm(options, { folder, env });
	if (exitCode === 0) return;
	throw new Error(
		`npm ${options.join(' ')} failed in ${folder} (exit code ${exitCode}): see its messages above.`,
	);
}
