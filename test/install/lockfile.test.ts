import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '../..');

interface LockedPackage {
	readonly resolved?: string;
	readonly optional?: boolean;
	readonly extraneous?: boolean;
	readonly os?: readonly string[];
	readonly cpu?: readonly string[];
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
	readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Node's rule: a package is looked for below the one that wants it, then in each folder above. */
function isLocked({ packages }: Lockfile, from: string, name: string): boolean {
	for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
		const base = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
		if (`${base}node_modules/${name}` in packages) return true;
		if (folder === '') return false;
		folder = folder.replace(/\/$/, '');
	}
}

function missingOptionalPackages(lockfile: Lockfile): string[] {
	return Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !isLocked(lockfile, path, name))
			.map((name) => `${name} of ${path}`),
	);
}

describe.each(['package-lock.json', 'test/e2e/package-lock.json'])('%s', (file) => {
	const text = readFileSync(resolve(checkout, file), 'utf8');
	const lockfile: Lockfile = JSON.parse(text);

	// npm leaves out what a registry does not have for one platform, and `npm ci` then fails there.
	test('has an entry for every optional package of every platform', () => {
		expect(missingOptionalPackages(lockfile)).toEqual([]);
	});

	// npm 11 sometimes writes such entries without the mark, and npm 10 then refuses to install; after
	// `npx npm@10 install --package-lock-only` they have it.
	test('marks every package for one platform as optional, and has none that nobody needs', () => {
		const unmarked = Object.entries(lockfile.packages)
			.filter(([, entry]) => (entry.os ?? entry.cpu) && !entry.optional)
			.map(([path]) => path);
		const unneeded = Object.entries(lockfile.packages)
			.filter(([, entry]) => entry.extraneous)
			.map(([path]) => path);
		expect({ unmarked, unneeded }).toEqual({ unmarked: [], unneeded: [] });
	});

	test('names no address of a registry', () => {
		const addresses = Object.values(lockfile.packages).flatMap(({ resolved }) => resolved ?? []);
		expect(addresses).toEqual([]);
		expect(text).not.toMatch(/https?:\/\/[^"/]*(registry|npmjs|npm\.)[^"]*\.tgz/);
	});
});

test('a lockfile without the package of one platform is found out', () => {
	const lockfile: Lockfile = {
		packages: {
			'': {},
			'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } },
			'node_modules/b/node_modules/c': { optionalDependencies: { 'c-linux': '1.0.0' } },
			'node_modules/a-linux': {},
			'node_modules/b/node_modules/c-linux': {},
		},
	};
	expect(missingOptionalPackages(lockfile)).toEqual(['a-darwin of node_modules/a']);
});
