import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, npm } from './child.mjs';

const sources = ['nodes', 'credentials', 'package.json', 'tsconfig.json', 'gulpfile.js'];

/** Builds `dist/` unless what lies there was built from just these sources. */
export async function buildIfSourcesChanged() {
	if (isBuilt(checkout)) return;
	console.log('Building the package ...');
	const exitCode = await npm(['run', '--silent', 'build']);
	if (exitCode !== 0) throw new Error(`The build failed with exit code ${exitCode}.`);
	noteBuild(checkout);
}

/**
 * Whether neither the sources nor `dist/` changed since the last noted build. Compares contents, not
 * times: a checkout of another commit, or a build by hand, changes both ways.
 */
export function isBuilt(folder) {
	const marker = join(folder, '.cache/built');
	return existsSync(marker) && readFileSync(marker, 'utf8') === contentsOf(folder);
}

export function noteBuild(folder) {
	mkdirSync(join(folder, '.cache'), { recursive: true });
	writeFileSync(join(folder, '.cache/built'), contentsOf(folder));
}

/** Digest over the names and contents of the sources and of what was built from them. */
function contentsOf(folder) {
	const digest = createHash('sha256');
	for (const file of [...sources, 'dist'].flatMap((path) => filesBelow(join(folder, path)))) {
		digest.update(file).update('\0').update(readFileSync(file)).update('\0');
	}
	return digest.digest('hex');
}

function filesBelow(path) {
	if (!existsSync(path)) return [];
	try {
		return readdirSync(path)
			.sort()
			.flatMap((name) => filesBelow(join(path, name)));
	} catch (error) {
		if (error.code === 'ENOTDIR') return [path];
		throw error;
	}
}
