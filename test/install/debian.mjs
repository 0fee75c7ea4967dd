import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';

/** The browser that the end-to-end tests open n8n's editor in. */
export async function installChromium() {
	const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	if (process.env.CHROMIUM || browsers.some(isProgram)) return;
	const isInstalled = await installPackages(['chromium'], 'the browser for the editor test');
	if (!isInstalled) {
		throw new Error(
			'The editor test needs Chromium: install it (on Debian and Ubuntu: apt-get install chromium), ' +
				'or say where it is in the environment variable CHROMIUM.',
		);
	}
}

/** SQLite's binding comes prebuilt where its maker's downloads are reachable, else it is compiled. */
export async function installCompiler() {
	const missing = ['g++', 'make', 'python3'].filter((program) => !isProgram(program));
	if (missing.length === 0) return;
	if (await installPackages(missing, 'the compiler for SQLite')) return;
	console.log(
		`SQLite may have to be compiled, and this machine lacks ${missing.join(', ')}. ` +
			'If the next step fails, install them (on Debian and Ubuntu: apt-get install g++ make python3).',
	);
}

/** @returns whether this user may install packages; a failed installation is an error */
async function installPackages(names, purpose) {
	const mayInstall = process.getuid?.() === 0 && isProgram('apt-get');
	if (!mayInstall) return false;
	console.log(`Installing ${purpose} (${names.join(', ')}) with apt-get ...`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	const options = ['install', '-y', '-qq', '--no-install-recommends', ...names];
	const exitCode = await run('apt-get', options, { env });
	if (exitCode !== 0) throw new Error(`apt-get could not install ${names.join(', ')}.`);
	return true;
}

function isProgram(name) {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}
