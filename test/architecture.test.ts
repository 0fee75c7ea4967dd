import { importCycles, wrongDirections } from './architecture/directions.ts';
import { longForAReason } from './architecture/exceptions.ts';
import { drawerNames, mirroredTest, untestedFiles } from './architecture/projectShape.ts';
import {
	forbiddenGlobalUses,
	inlineDisables,
	tooLong,
	unavailableImports,
	uncheckedTypes,
} from './architecture/publishedCode.ts';
import { type Source, sourceFacts } from './architecture/sourceFile.ts';
import { projectFile, projectFiles } from './support/projectFiles.ts';

const sources = (paths: readonly string[]): Source[] =>
	paths.map((path) => ({ path, text: projectFile(path) }));

describe('this project', () => {
	const paths = projectFiles();
	const published = sources(paths.filter((path) => /^(nodes|credentials)\/.*\.ts$/.test(path)));
	const sandbox = sources(paths.filter((path) => /^test\/sandbox\/.*\.ts$/.test(path)));
	const facts = published.map(sourceFacts);
	const sandboxFacts = sandbox.map(sourceFacts);

	test('has the files that these rules are about', () => {
		const tops = new Set([...published, ...sandbox].map(({ path }) => path.split('/')[0]));
		expect(tops).toEqual(new Set(['credentials', 'nodes', 'test']));
	});

	test('imports point downward', () => {
		expect(wrongDirections([...facts, ...sandboxFacts])).toEqual([]);
	});

	test('nothing imports itself in a circle', () => {
		expect(importCycles([...facts, ...sandboxFacts])).toEqual([]);
	});

	test('published code imports only what is there at run time', () => {
		expect(facts.flatMap(unavailableImports)).toEqual([]);
	});

	test('published code uses no global that n8n refuses', () => {
		expect(facts.flatMap(forbiddenGlobalUses)).toEqual([]);
	});

	test('published code is typed throughout and switches no rule off', () => {
		expect([...facts.flatMap(uncheckedTypes), ...published.flatMap(inlineDisables)]).toEqual([]);
	});

	test('every published file with code has its test', () => {
		expect(untestedFiles(facts, paths)).toEqual([]);
	});

	test('no folder or file is a drawer', () => {
		expect(drawerNames(paths)).toEqual([]);
	});

	test('files and functions are short, or long for a reason', () => {
		const long = facts.flatMap(tooLong);
		const allowed = Object.keys(longForAReason);
		const known = new Set(long.map(([key]) => key));
		expect({
			withoutReason: long
				.filter(([key]) => !allowed.includes(key))
				.map(([key, lines]) => `${key}: ${lines} lines`),
			reasonWithoutNeed: allowed.filter((key) => !known.has(key)),
		}).toEqual({ withoutReason: [], reasonWithoutNeed: [] });
	});
});

const facts = (path: string, text: string) => sourceFacts({ path, text });
const operation = 'nodes/Acumatica/operations/record/get.operation.ts';

describe('directions', () => {
	const refused = (path: string, module: string) =>
		wrongDirections([facts(path, `import { x } from '${module}';`)]);

	test.each([
		['nodes/Acumatica/Acumatica.node.ts', './operations/index'],
		['nodes/Acumatica/Acumatica.node.ts', './methods/listSearch'],
		[operation, '../operation'],
		[operation, '../../transport/connect'],
		[operation, '../../parameters/options'],
		['nodes/Acumatica/polling/poll.ts', '../parameters/options'],
		[operation, '../../contract/value'],
		['nodes/Acumatica/transport/send.ts', '../contract/endpoint'],
		['credentials/AcumaticaApi.credentials.ts', './connection'],
		['test/sandbox/sandbox.ts', './records/store.ts'],
		[operation, 'n8n-workflow'],
	])('%s may import %s', (path, module) => {
		expect(refused(path, module)).toEqual([]);
	});

	test.each([
		['nodes/Acumatica/contract/value.ts', '../transport/send'],
		['nodes/Acumatica/transport/send.ts', '../operations/operation'],
		['nodes/Acumatica/methods/listSearch.ts', '../operations/operation'],
		['nodes/Acumatica/polling/poll.ts', '../operations/operation'],
		['nodes/Acumatica/parameters/options.ts', '../operations/operation'],
		[operation, '../../Acumatica.node'],
		['nodes/Acumatica/Acumatica.node.ts', './AcumaticaTrigger.node'],
		['nodes/Acumatica/transport/send.ts', '../../../credentials/connection'],
		['credentials/AcumaticaApi.credentials.ts', '../nodes/Acumatica/contract/endpoint'],
		['nodes/Acumatica/somewhere/x.ts', '../contract/value'],
		[operation, '../../../../test/sandbox/sandbox'],
		['test/sandbox/wire/value.ts', '../../../nodes/Acumatica/contract/value'],
	])('%s may not import %s', (path, module) => {
		expect(refused(path, module)).toEqual([expect.stringContaining(`${path}:1: `)]);
	});

	test.each([
		['a type', "import type { X } from '../transport/send';"],
		['a passed-on export', "export * from '../transport/send';"],
		['a type in place', "let x: import('../transport/send').X;"],
		['a dynamic import', "void import('../transport/send');"],
		['a require', "const x = require('../transport/send');"],
	])('%s counts as an import', (_kind, text) => {
		expect(wrongDirections([facts('nodes/Acumatica/contract/value.ts', text)])).toHaveLength(1);
	});
});

describe('cycles', () => {
	test('a circle is told once, with the way around it', () => {
		const files = [
			facts('a/one.ts', "import './two';"),
			facts('a/two.ts', "import './three/index';"),
			facts('a/three/index.ts', "import type { One } from '../one';"),
			facts('a/four.ts', "import './one'; import './two';"),
		];
		expect(importCycles(files)).toEqual(['a/one.ts -> a/two.ts -> a/three/index.ts -> a/one.ts']);
	});

	test('a folder stands for its index', () => {
		const files = [facts('a/x.ts', "import './b';"), facts('a/b/index.ts', "import '../x';")];
		expect(importCycles(files)).toHaveLength(1);
	});

	test('two ways to the same file are no circle', () => {
		const files = [
			facts('a/one.ts', "import './two'; import './three';"),
			facts('a/two.ts', "import './three';"),
			facts('a/three.ts', ''),
		];
		expect(importCycles(files)).toEqual([]);
	});
});

describe('imports of published code', () => {
	test.each(['undici', 'n8n-core', 'moment', 'node:fs', 'n8n-workflow/dist/cjs'])(
		'%s is refused',
		(module) => {
			const text = `import x from '${module}';`;
			expect(unavailableImports(facts(operation, text))).toEqual([
				`${operation}:1: imports ${module}`,
			]);
		},
	);

	test.each(['n8n-workflow', 'zod', 'luxon', 'lodash', 'p-limit', 'crypto', './x', '../x'])(
		'%s is allowed',
		(module) => {
			expect(unavailableImports(facts(operation, `import x from '${module}';`))).toEqual([]);
		},
	);

	test('a module under a computed name is refused', () => {
		expect(unavailableImports(facts(operation, 'require(name);'))).toHaveLength(1);
	});
});

describe('globals of published code', () => {
	test.each(['setTimeout', 'clearInterval', 'process', 'globalThis', '__dirname'])(
		'%s is refused',
		(name) => {
			expect(forbiddenGlobalUses(facts(operation, `\nf(${name});`))).toEqual([
				`${operation}:2: uses ${name}`,
			]);
		},
	);

	test('the same name as a member of something else is fine', () => {
		const text = 'x.process(); const y = { global: 1 }; interface Z { process: string }';
		expect(forbiddenGlobalUses(facts(operation, text))).toEqual([]);
	});

	test('the shorthand for a member is a use', () => {
		expect(forbiddenGlobalUses(facts(operation, 'f({ process });'))).toHaveLength(1);
	});
});

describe('types and switches of published code', () => {
	test.each(['let x: any;', 'f(x as any);', 'type X = Record<string, any>;'])(
		'%s is refused',
		(text) => {
			expect(uncheckedTypes(facts(operation, text))).toEqual([`${operation}:1: any`]);
		},
	);

	test('the word in a name or a text is not the type', () => {
		expect(uncheckedTypes(facts(operation, "const any = 'any';"))).toEqual([]);
	});

	test.each(['// eslint-disable-next-line', '/* eslint-disable */', '// @ts-expect-error'])(
		'%s is refused',
		(text) => {
			expect(inlineDisables({ path: operation, text })).toHaveLength(1);
		},
	);
});

describe('tests mirror the source', () => {
	test.each([
		[operation, 'test/operations/record/get.test.ts'],
		['nodes/Acumatica/contract/value.ts', 'test/contract/value.test.ts'],
		['nodes/Acumatica/Acumatica.node.ts', 'test/Acumatica.test.ts'],
		['credentials/AcumaticaApi.credentials.ts', 'test/credentials/AcumaticaApi.test.ts'],
		['credentials/connection.ts', 'test/credentials/connection.test.ts'],
	])('%s is tested by %s', (path, test) => {
		expect(mirroredTest(path)).toBe(test);
		expect(untestedFiles([facts(path, 'f();')], [])).toEqual([`${path}: no ${test}`]);
		expect(untestedFiles([facts(path, 'f();')], [test])).toEqual([]);
	});

	test('a file of types or of passed-on exports has nothing to test', () => {
		const text = "import type { X } from './x'; export interface Y { x: X } export * from './z';";
		expect(untestedFiles([facts('nodes/Acumatica/contract/y.ts', text)], [])).toEqual([]);
	});
});

describe('names', () => {
	test.each([
		'nodes/X/helpers/a.ts',
		'nodes/X/utils.ts',
		'test/Common/a.ts',
		'a/GenericFunctions.ts',
	])('%s is refused', (path) => {
		expect(drawerNames([path])).toEqual([path]);
	});

	test('a name that says more is fine', () => {
		expect(drawerNames(['nodes/X/utilization.ts', 'test/helpersOfAcme/a.ts'])).toEqual([]);
	});
});

describe('sizes', () => {
	const body = (lines: number) => 'f();\n'.repeat(lines);

	test('a file may have 150 lines', () => {
		expect(tooLong(facts(operation, body(150)))).toEqual([]);
		expect(tooLong(facts(operation, body(151)))).toEqual([[operation, 151]]);
	});

	test.each([
		['f', 'function f() {', '}'],
		['g', 'const g = () => {', '}'],
		['m', 'class X { m() {', '} }'],
		['p', 'const x = { p: function () {', '} }'],
		['<anonymous>', 'f(async () => {', '})'],
	])('a function of any kind may have 40 lines: %s', (name, head, end) => {
		const text = (lines: number) => `${head}\n${body(lines - 2)}${end}`;
		expect(tooLong(facts(operation, text(40)))).toEqual([]);
		expect(tooLong(facts(operation, text(41)))).toEqual([[`${operation}#${name}`, 41]]);
	});
});
