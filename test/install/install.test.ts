import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** These modules run before anything is installed, as plain ES modules, which jest does not load. */
function evaluate(module: string, expression: string, env = process.env): unknown {
	const address = pathToFileURL(join(import.meta.dirname, module)).href;
	const script = `import(${JSON.stringify(address)}).then(async (module) => {
		const result = await (${expression});
		console.log('\\n' + JSON.stringify(result ?? null));
	})`;
	const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
		encoding: 'utf8',
		env,
	});
	const last = stdout.trim().split('\n').at(-1);
	if (!last) throw new Error(stderr);
	return { result: JSON.parse(last), printed: stdout };
}

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-acumatica-install-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, contents: string): string {
	const file = join(folder, name);
	mkdirSync(join(file, '..'), { recursive: true });
	writeFileSync(file, contents);
	return file;
}

const here = (): string => JSON.stringify(folder);

describe('an installation', () => {
	const isInstalled = (): unknown => evaluate('dependencies.mjs', `module.isInstalled(${here()})`);

	test('is needed in a fresh clone, and again once the lockfile has changed', () => {
		write('package-lock.json', 'first');
		expect(isInstalled()).toMatchObject({ result: false });
		const digest = createHash('sha256').update('first').digest('hex').slice(0, 16);
		write(`node_modules/.install-${digest}`, '');
		expect(isInstalled()).toMatchObject({ result: true });
		write('package-lock.json', 'second');
		expect(isInstalled()).toMatchObject({ result: false });
	});
});

describe('packages of the system', () => {
	const withoutPrograms = { PATH: '' };
	const asUser = (job: string): unknown =>
		evaluate(
			'debian.mjs',
			`(process.getuid = () => 1000, module.${job}().catch((error) => error.message))`,
			withoutPrograms,
		);

	test('a user who may not install them is told which browser is missing', () => {
		expect(asUser('installChromium')).toMatchObject({
			result: expect.stringMatching(/apt-get install chromium.* variable CHROMIUM/s),
		});
	});

	test('a missing compiler is announced, and may not be needed', () => {
		expect(asUser('installCompiler')).toMatchObject({
			result: null,
			printed: expect.stringContaining('lacks g++, make, python3'),
		});
	});

	test('a browser that the user names is enough', () => {
		const env = { PATH: '', CHROMIUM: '/opt/chromium' };
		expect(evaluate('debian.mjs', 'module.installChromium()', env)).toMatchObject({ result: null });
	});
});

describe('a build', () => {
	const isBuilt = (): unknown => evaluate('build.mjs', `module.isBuilt(${here()})`);
	const noteBuild = (): unknown => evaluate('build.mjs', `module.noteBuild(${here()})`);

	test('is needed in a fresh clone, and not after it was made', () => {
		write('nodes/a.ts', 'first');
		write('dist/nodes/a.js', 'first');
		expect(isBuilt()).toMatchObject({ result: false });
		noteBuild();
		expect(isBuilt()).toMatchObject({ result: true });
	});

	test.each([
		['a changed source', 'nodes/a.ts'],
		['a new source', 'credentials/b.ts'],
		['a build by hand', 'dist/nodes/a.js'],
		['a new manifest', 'package.json'],
	])('is needed again after %s', (_change, file) => {
		write('nodes/a.ts', 'first');
		write('dist/nodes/a.js', 'first');
		noteBuild();
		write(file, 'second');
		expect(isBuilt()).toMatchObject({ result: false });
	});
});

describe('the steps of a test run', () => {
	const report = (passed: number, failed: number, pending: number, todo: number, broken: number) =>
		JSON.stringify({
			numPassedTests: passed,
			numFailedTests: failed,
			numPendingTests: pending,
			numTodoTests: todo,
			numRuntimeErrorTestSuites: broken,
		});
	const step = (title: string, exitCode: number, contents?: string): string => {
		const file = JSON.stringify(join(folder, 'reports', `${title}.json`));
		const writing = `require('node:fs').writeFileSync(${file}, ${JSON.stringify(contents ?? '')})`;
		const start = contents ? `{ ${writing}; return ${exitCode}; }` : `{ return ${exitCode}; }`;
		return `{ title: '${title}', ${contents ? `report: ${file},` : ''} start: async () => ${start} }`;
	};
	const inSequence = (...steps: string[]): unknown =>
		evaluate('sequence.mjs', `module.inSequence([${steps.join(', ')}])`);

	test('add up what all reports say', () => {
		const unit = step('unit', 0, report(10, 0, 1, 1, 0));
		expect(inSequence(step('lint', 0), unit, step('e2e', 0, report(5, 0, 0, 0, 0)))).toEqual({
			result: 0,
			printed: expect.stringContaining('\n15 passed, 0 failed, 2 skipped\n'),
		});
	});

	test('stop at the first failure, with its exit code', () => {
		write('reports/e2e.json', report(5, 0, 0, 0, 0));
		const unit = step('unit', 3, report(10, 2, 0, 0, 0));
		const run = inSequence(unit, step('e2e', 0, report(5, 0, 0, 0, 0)));
		expect(run).toMatchObject({ result: 3 });
		expect(run).toMatchObject({
			printed: expect.stringContaining('10 passed, 2 failed, 0 skipped'),
		});
		expect(run).toMatchObject({ printed: expect.not.stringContaining('== e2e') });
	});

	test('count a test file that does not load as a failure', () => {
		expect(inSequence(step('unit', 1, report(0, 0, 0, 0, 1)))).toMatchObject({
			printed: expect.stringContaining('0 passed, 1 failed, 0 skipped'),
		});
	});
});

test('a command that does not exist is answered with those that do', () => {
	const script = join(import.meta.dirname, 'run.mjs');
	const { status, stderr } = spawnSync(process.execPath, [script, 'fly'], { encoding: 'utf8' });
	expect(status).toBe(2);
	expect(stderr).toContain('demo | dev | sandbox | bench | unit | e2e | test');
});
