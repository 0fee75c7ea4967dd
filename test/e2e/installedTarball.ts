import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '../..');
const packageName = 'n8n-nodes-acumatica-erp';

/**
 * Packs the checkout as it would be published and unpacks it where n8n keeps community packages. This
 * is what n8n's own installer leaves behind: the tarball's contents, without any dependencies.
 * @param folder the home folder of the server
 * @returns the folder of the installed package
 */
export function installTarball(folder: string): string {
	const work = mkdtempSync(join(tmpdir(), 'n8n-acumatica-pack-'));
	try {
		const tarball = npmPack(work);
		execFileSync('tar', ['-xzf', tarball, '-C', work]);
		const installed = join(folder, '.n8n/nodes/node_modules', packageName);
		mkdirSync(installed, { recursive: true });
		cpSync(join(work, 'package'), installed, { recursive: true });
		return installed;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** The npm that runs us where there is one, else the one on the search path. */
function npmPack(destination: string): string {
	const npmScript = process.env.npm_execpath ?? '';
	const options = ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination];
	const pack = { cwd: checkout, encoding: 'utf8' } as const;
	const printed = basename(npmScript).startsWith('npm')
		? execFileSync(process.execPath, [npmScript, ...options], pack)
		: execFileSync('npm', options, { ...pack, shell: process.platform === 'win32' });
	const name = printed.trim().split('\n').at(-1);
	if (!name) throw new Error('npm pack named no tarball.');
	return join(destination, name);
}

/** Version of the package in this checkout. */
export function packageVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
	if (manifest instanceof Object && 'version' in manifest) return String(manifest.version);
	throw new Error('package.json names no version.');
}
