import { homedir } from 'node:os';
import { projectFile, projectFiles, projectFolder } from './support/projectFiles.ts';

describe('the repository', () => {
	// Written so that this file does not contain what it looks for.
	const telltales: ReadonlyArray<readonly [string, RegExp]> = [
		['a package registry', /\bregistry\.[a-z0-9-]+\.[a-z]+|\bnpmjs\.[a-z]+|\bnpm\.pkg\.[a-z]+/i],
		// The one exception is the home folder in n8n's own Docker image.
		['a path of one machine', /(?<![\w.:/-])\/(work|tmp|root|home(?!\/node)|Users)\/[\w.-]+/],
	];
	const containing = (pattern: RegExp, files: readonly string[]) =>
		files.filter((path) => pattern.test(projectFile(path)));

	test.each(telltales)('names %s in no file', (_what, pattern) => {
		expect(containing(pattern, projectFiles())).toEqual([]);
	});

	test('contains neither its own place nor the home of its user', () => {
		const places = [projectFolder, `${homedir()}/`].filter((place) => place !== '//');
		const telling = projectFiles().filter((path) =>
			places.some((place) => projectFile(path).includes(place)),
		);
		expect(telling).toEqual([]);
	});

	test('looks for the right things', () => {
		const [[, registry], [, path]] = telltales as [(typeof telltales)[0], (typeof telltales)[0]];
		expect(['registry', 'npmjs', 'org'].join('.')).toMatch(registry);
		expect(['https://npm', 'pkg', 'github.com'].join('.')).toMatch(registry);
		expect(['in', 'home', 'me', 'x'].join('/').slice(2)).toMatch(path);
		expect(`file at ${['', 'tmp', 'x'].join('/')}`).toMatch(path);
		expect(['example.com', 'home', 'page'].join('/')).not.toMatch(path);
	});
});
