import type { SourceFacts, Source } from './sourceFile.ts';

/**
 * What n8n installs beside the package, or what is built into Node and allowed by n8n's
 * verification. Development dependencies pass n8n's linter and are missing at run time.
 */
export const availableModules: ReadonlySet<string> = new Set([
	'n8n-workflow',
	'zod',
	'luxon',
	'lodash',
	'p-limit',
	'crypto',
]);

/** Refused by n8n's verification: timers, the process and ways around the module system. */
const forbiddenGlobals: ReadonlySet<string> = new Set([
	'setTimeout',
	'setInterval',
	'setImmediate',
	'clearTimeout',
	'clearInterval',
	'clearImmediate',
	'process',
	'global',
	'globalThis',
	'__dirname',
	'__filename',
]);

/** Imports of anything but the package's own files and what is there at run time. */
export function unavailableImports(file: SourceFacts): string[] {
	return file.imports
		.filter(({ name }) => !name.startsWith('.') && !availableModules.has(name))
		.map(({ name, line }) => `${file.path}:${line}: imports ${name}`);
}

/** Uses of globals that n8n's verification refuses. */
export function forbiddenGlobalUses(file: SourceFacts): string[] {
	return file.identifiers
		.filter(({ name }) => forbiddenGlobals.has(name))
		.map(({ name, line }) => `${file.path}:${line}: uses ${name}`);
}

/** Places where the type checker was told to look away. */
export function uncheckedTypes(file: SourceFacts): string[] {
	return file.anyTypes.map(({ line }) => `${file.path}:${line}: any`);
}

/** Comments that switch off a rule in place; n8n's verification does not honour them. */
export function inlineDisables({ path, text }: Source): string[] {
	const switches = ['eslint-disable', '@ts-ignore', '@ts-nocheck', '@ts-expect-error'];
	return switches.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`);
}

const longestFile = 150;
const longestFunction = 40;

/** Files and functions that are too long, with their lines, under the keys of exceptions.ts. */
export function tooLong(file: SourceFacts): ReadonlyArray<readonly [string, number]> {
	const functions = file.functions
		.filter(({ lines }) => lines > longestFunction)
		.map(({ name, lines }) => [`${file.path}#${name}`, lines] as const);
	return file.lines > longestFile ? [[file.path, file.lines], ...functions] : functions;
}
