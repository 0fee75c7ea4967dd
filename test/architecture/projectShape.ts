import { basename, dirname } from 'node:path/posix';
import type { SourceFacts } from './sourceFile.ts';

/** Drawers that anything ends up in. A name says what is inside. */
const drawers = /^(helpers?|utils?|common|interfaces|constants|genericfunctions)$/i;

/** Folders and files with a name that says nothing. */
export function drawerNames(paths: readonly string[]): string[] {
	return paths.filter((path) =>
		path.split('/').some((part) => drawers.test(part.replace(/\..*$/, ''))),
	);
}

/**
 * Where the test of a published file lives: `nodes/<Node>/` is mirrored in `test/`, and the kind of
 * the file is left out (`get.operation.ts` -> `get.test.ts`).
 */
export function mirroredTest(path: string): string {
	const inside = path.replace(/^nodes\/[^/]+\//, '');
	const name = basename(inside).replace(/(\.(node|operation|credentials))?\.ts$/, '.test.ts');
	const folder = dirname(inside);
	return folder === '.' ? `test/${name}` : `test/${folder}/${name}`;
}

/** Published files with code in them that nobody tests by name. */
export function untestedFiles(files: readonly SourceFacts[], paths: readonly string[]): string[] {
	const known = new Set(paths);
	return files
		.filter(({ hasCode, path }) => hasCode && !known.has(mirroredTest(path)))
		.map(({ path }) => `${path}: no ${mirroredTest(path)}`);
}
