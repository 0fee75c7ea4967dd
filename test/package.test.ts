import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { availableModules } from './architecture/publishedCode.ts';
import { sourceFacts } from './architecture/sourceFile.ts';
import { type PackedPackage, packPackage, verify } from './package/packedPackage.ts';
import { projectFolder } from './support/projectFiles.ts';

// A build, a pack and three runs of the linter in processes of their own.
jest.setTimeout(180_000);

interface Manifest {
	readonly name: string;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies: Readonly<Record<string, string>>;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

let packed: PackedPackage;
let manifest: Manifest;
beforeAll(() => {
	packed = packPackage();
	manifest = JSON.parse(packedFile('package.json'));
});
afterAll(() => packed?.remove());

const packedFile = (path: string) => readFileSync(join(packed.folder, path), 'utf8');
const load = createRequire(import.meta.url);

describe("n8n's verification", () => {
	test('passes over the sources', () => {
		expect(verify('sources', projectFolder)).toEqual({ passed: true });
	});

	test('passes over the published tarball', () => {
		expect(verify('tarball', packed.folder)).toEqual({ passed: true });
	});

	test('would notice a timer in the code, whatever a comment says', () => {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-scan-'));
		mkdirSync(join(folder, 'nodes'));
		const code =
			'// eslint-disable-next-line\nexport const wait = () => setTimeout(() => {}, 1);\n';
		writeFileSync(join(folder, 'nodes', 'Wait.ts'), code);
		const verdict = verify('sources', folder);
		rmSync(folder, { recursive: true });
		expect(verdict).toMatchObject({
			passed: false,
			details: expect.stringContaining('setTimeout'),
		});
	});
});

describe('the tarball', () => {
	test('holds compiled code, README, LICENSE and package.json, and nothing else', () => {
		const others = packed.files.filter((path) => !path.startsWith('dist/'));
		expect(others.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json']);
	});

	test('holds only what n8n loads: code, icons, codex files', () => {
		const loaded = /^dist\/(nodes|credentials)\/.*(\.js|\.svg|\.node\.json)$/;
		const inDist = packed.files.filter((path) => path.startsWith('dist/'));
		expect(inDist.filter((path) => !loaded.test(path))).toEqual([]);
		expect(inDist.length).toBeGreaterThan(0);
	});

	test('unpacks to at most 500 kB', () => {
		const bytes = packed.files.map((path) => statSync(join(packed.folder, path)).size);
		expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(500_000);
	});

	test('depends on nothing but the n8n it is installed in', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('imports only modules that n8n has', () => {
		const compiled = packed.files.filter((path) => path.endsWith('.js'));
		const imports = compiled.flatMap(
			(path) => sourceFacts({ path, text: packedFile(path) }).imports,
		);
		const modules = imports.map(({ name }) => name).filter((name) => !name.startsWith('.'));
		expect(modules).toContain('n8n-workflow');
		expect(modules.filter((name) => !availableModules.has(name))).toEqual([]);
	});

	test('holds every file that package.json names, each with the class that n8n looks for', () => {
		for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			expect(packed.files).toContain(path);
			const className = basename(path).replace(/\..*$/, '');
			const exported: unknown = load(join(packed.folder, path));
			expect(exported).toHaveProperty(className, expect.any(Function));
		}
	});

	test('names every node and credential it holds', () => {
		const loadable = packed.files.filter((path) => /\.(node|credentials)\.js$/.test(path));
		expect(loadable.toSorted()).toEqual(
			[...manifest.n8n.nodes, ...manifest.n8n.credentials].toSorted(),
		);
	});

	test('has a light and a dark icon for each of them', () => {
		for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			const { light, dark } = iconOf(path);
			expect(light).not.toBe(dark);
			for (const icon of [light, dark]) {
				const file = join(path, '..', icon.replace(/^file:/, ''));
				expect(packed.files).toContain(file);
				expect(packedFile(file)).toContain('<svg');
			}
		}
	});

	test('has a codex file for every node', () => {
		for (const path of manifest.n8n.nodes) {
			const codex = JSON.parse(packedFile(path.replace(/\.js$/, '.json')));
			const { description } = instance(path) as { description: { name: string } };
			expect(codex).toMatchObject({
				node: `${manifest.name}.${description.name}`,
				codexVersion: '1.0',
				categories: expect.arrayContaining([expect.any(String)]),
				// n8n ignores a codex file without these, silently.
				resources: {
					primaryDocumentation: [{ url: expect.stringContaining('https://') }],
					credentialDocumentation: [{ url: expect.stringContaining('https://') }],
				},
			});
		}
	});
});

function instance(path: string): object {
	const exported = load(join(packed.folder, path)) as Record<string, new () => object>;
	const Class = exported[basename(path).replace(/\..*$/, '')];
	if (!Class) throw new Error(`${path} exports no class of its name`);
	return new Class();
}

/** A node has its icon in the description, a credential type in itself. */
function iconOf(path: string): { light: string; dark: string } {
	const holder: { icon?: unknown; description?: { icon?: unknown } } = instance(path);
	const icon = holder.icon ?? holder.description?.icon;
	expect(icon).toEqual({ light: expect.any(String), dark: expect.any(String) });
	return icon as { light: string; dark: string };
}
