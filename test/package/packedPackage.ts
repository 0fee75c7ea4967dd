import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../support/projectFiles.ts';

/** The tarball as `npm publish` would upload it, unpacked. */
export interface PackedPackage {
	/** The folder that holds what the tarball holds, and beside it what n8n has installed. */
	readonly folder: string;
	/** Paths inside the tarball, without its own top folder. */
	readonly files: readonly string[];
	remove(): void;
}

const needed = ['package.json', 'tsconfig.json', 'gulpfile.js', 'README.md', 'LICENSE'];
const sources = ['nodes', 'credentials'];

/**
 * Builds and packs a copy of the project in a temporary folder, so that neither the state of `dist/`
 * nor a build that runs at the same time matters.
 */
export function packPackage(): PackedPackage {
	const workplace = mkdtempSync(join(tmpdir(), 'n8n-pack-'));
	const remove = () => rmSync(workplace, { recursive: true, force: true });
	try {
		const folder = unpack(pack(workplace), workplace);
		return { folder, files: filesIn(folder), remove };
	} catch (error) {
		remove();
		throw error;
	}
}

/** The tarball's path. */
function pack(workplace: string): string {
	const copy = join(workplace, 'copy');
	for (const name of [...needed, ...sources]) {
		const original = join(projectFolder, name);
		if (existsSync(original)) cpSync(original, join(copy, name), { recursive: true });
	}
	// Found from the copy as well as from what is unpacked, as in the folder of an n8n.
	symlinkSync(join(projectFolder, 'node_modules'), join(workplace, 'node_modules'));
	symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
	run('npm', ['run', 'build', '--silent'], copy);
	run('npm', ['pack', '--silent', '--pack-destination', workplace], copy);
	const tarball = readdirSync(workplace).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack left no tarball');
	return join(workplace, tarball);
}

function unpack(tarball: string, workplace: string): string {
	const folder = join(workplace, 'unpacked');
	mkdirSync(folder);
	run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], workplace);
	return folder;
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((path) => path.replaceAll('\\', '/'));
}

/** What n8n's verification says about a folder: its sources, or an unpacked tarball. */
export interface Verdict {
	readonly passed: boolean;
	readonly message?: string;
	readonly details?: string;
}

/** Runs n8n's verification, see scan.mjs. */
export function verify(leg: 'sources' | 'tarball', folder: string): Verdict {
	const scan = join(import.meta.dirname, 'scan.mjs');
	return JSON.parse(run('node', [scan, leg, folder], projectFolder));
}

function run(command: string, args: readonly string[], cwd: string): string {
	// Node 24 and the tools come from the project, whichever Node has started this.
	const path = `${join(projectFolder, 'node_modules', '.bin')}:${process.env.PATH}`;
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd,
		encoding: 'utf8',
		// In a test run the linter's plugin would take every file for a node's.
		env: { ...process.env, PATH: path, NODE_ENV: 'production' },
	});
	// The compiler and the linter tell what is wrong on the standard output.
	if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
	return stdout;
}
