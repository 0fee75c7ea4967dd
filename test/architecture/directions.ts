import { importedPath, type SourceFacts } from './sourceFile.ts';

/** Lower layers may not know of higher ones; operations, methods and polling do not know of each other. */
const heights = new Map([
	['node', 4],
	['operations', 3],
	['methods', 3],
	['polling', 3],
	['parameters', 2],
	['transport', 1],
	['contract', 0],
]);

function layer(path: string): string | undefined {
	const [top, , place] = path.split('/');
	if (top === 'credentials') return 'credentials';
	if (top !== 'nodes' || place === undefined) return undefined;
	return place.endsWith('.node.ts') ? 'node' : place.replace(/\.ts$/, '');
}

/**
 * Imports point downward: `*.node.ts`, then operations, methods and polling, then parameters (shared
 * by these three), then transport, then contract. Credentials and nodes do not know each other, and the sandbox knows neither: it is a
 * second, independent reading of the protocol.
 */
export function wrongDirections(files: readonly SourceFacts[]): string[] {
	return files.flatMap((file) =>
		file.imports.flatMap(({ name, line }) => {
			const target = importedPath(file.path, name);
			const reason = target === undefined ? undefined : objection(file.path, target);
			return reason === undefined ? [] : [`${file.path}:${line}: ${reason}`];
		}),
	);
}

function objection(from: string, to: string): string | undefined {
	if (from.startsWith('test/sandbox/')) {
		return /^(nodes|credentials)\//.test(to) ? `the sandbox imports ${to}` : undefined;
	}
	const [importer, imported] = [layer(from), layer(to)];
	if (importer === undefined) return undefined;
	if (importer === imported && importer !== 'node') return undefined;
	if (imported === undefined) return `published code imports ${to}, which is not published`;
	if (importer === 'credentials' || imported === 'credentials') {
		return `${importer} imports ${imported} (${to})`;
	}
	const [above, below] = [heights.get(importer), heights.get(imported)];
	if (above === undefined || below === undefined) return `no known layer: ${importer}, ${imported}`;
	return above > below ? undefined : `${importer} imports ${imported} (${to})`;
}

/** Circles of imports, each told once, as the way around it. */
export function importCycles(files: readonly SourceFacts[]): string[] {
	const known = new Set(files.map(({ path }) => path));
	const targets = new Map(
		files.map(({ path, imports }) => [
			path,
			imports.flatMap(({ name }) => {
				const target = importedPath(path, name);
				const index = target?.replace(/\.ts$/, '/index.ts');
				return [target, index].filter((option) => option !== undefined && known.has(option));
			}),
		]),
	);
	const cycles: string[] = [];
	const done = new Set<string>();
	const walk = (path: string, way: readonly string[]): void => {
		if (way.includes(path)) {
			cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
			return;
		}
		if (done.has(path)) return;
		for (const target of targets.get(path) ?? []) if (target) walk(target, [...way, path]);
		done.add(path);
	};
	for (const { path } of files) walk(path, []);
	return cycles;
}
