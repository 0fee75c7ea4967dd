import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { AcumaticaApi } from '../credentials/AcumaticaApi.credentials';
import { AcumaticaOAuth2Api } from '../credentials/AcumaticaOAuth2Api.credentials';
import { AcumaticaPasswordOAuth2Api } from '../credentials/AcumaticaPasswordOAuth2Api.credentials';
import { Acumatica } from '../nodes/Acumatica/Acumatica.node';
import { parseJson } from '../nodes/Acumatica/contract/json';
import { isRecord, type PlainRecord } from '../nodes/Acumatica/contract/scalar';
import { unwrapRecord, wrapRecord } from '../nodes/Acumatica/contract/value';
import { explanations, kinds } from './docs/failures.ts';
import {
	anchors,
	bare,
	fencedBlocks,
	inlineCode,
	linkTargets,
	sections,
	tableRows,
	type Row,
} from './docs/markdown.ts';
import { projectFile, projectFiles } from './support/projectFiles.ts';

const paths = projectFiles();
const documents = paths.filter((path) => path.endsWith('.md'));
const guides = documents.filter((path) => !path.startsWith('test/'));
const readme = projectFile('README.md');
const troubleshooting = projectFile('docs/troubleshooting.md');
const records = projectFile('docs/records.md');
const source = paths.filter((path) => /^(nodes|credentials)\/.*\.ts$/.test(path)).map(projectFile);

/** A message as a document quotes it: `…` stands for what differs from case to case. */
const pattern = (quoted: string, flags = '') =>
	new RegExp(
		quoted
			.split('…')
			.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('.*'),
		flags,
	);

const isInSource = (quoted: string) =>
	source.some((text) => pattern(quoted, 'i').test(text.replace(/\\'/g, "'")));

describe('links', () => {
	const broken = (path: string) =>
		linkTargets(projectFile(path)).filter((target) => {
			if (/^[a-z]+:/.test(target)) return false;
			const [file = '', anchor] = target.split('#');
			const linked = file === '' ? path : posix.join(posix.dirname(path), file);
			if (!paths.includes(linked) && !existsSync(linked)) return true;
			return anchor !== undefined && !anchors(projectFile(linked)).includes(anchor);
		});

	test.each(documents)('%s leads only to what exists', (path) => {
		expect(broken(path)).toEqual([]);
	});

	test('the README shows the node', () => {
		expect(linkTargets(readme)).toContain('docs/images/node-in-editor.png');
		expect(projectFile('docs/images/node-in-editor.png').slice(1, 4)).toBe('PNG');
	});
});

describe('commands and paths', () => {
	const { scripts } = JSON.parse(projectFile('package.json')) as { scripts: Row };

	test.each(guides)('%s names only npm scripts that there are', (path) => {
		const named = [...projectFile(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
		expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
	});

	test.each(guides)('%s names only files and folders that there are', (path) => {
		const words = [...inlineCode(projectFile(path)), ...fencedBlocks(projectFile(path), 'sh')];
		const named = words
			.flatMap((text) => text.match(/(?<![\w./-])(?:nodes|test|docs|examples)\/[\w./-]+/g) ?? [])
			.map((name) => name.replace(/\/$/, ''));
		const isThere = (name: string) => paths.some((file) => `${file}/`.startsWith(`${name}/`));
		expect(named.filter((name) => !isThere(name))).toEqual([]);
	});
});

describe('the tables of the README', () => {
	const { properties, credentials = [] } = new Acumatica().description;
	const [resourcePicker] = properties.filter(({ name }) => name === 'resource');
	/** Records first of all: their operations go by their own names, others by those of the resource as well. */
	const operations = (resourcePicker?.options ?? []).flatMap((resource) => {
		const resourceValue = 'value' in resource ? String(resource.value) : '';
		const prefix = resourceValue === 'record' ? '' : `${resource.name}: `;
		return properties
			.filter(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.[0] === resourceValue,
			)
			.flatMap(({ options = [] }) => options)
			.map((option) => ({
				name: `${prefix}${option.name}`,
				value: 'value' in option ? option.value : '',
				resource: resourceValue,
			}));
	});
	const credentialTypes: readonly ICredentialType[] = [
		new AcumaticaOAuth2Api(),
		new AcumaticaPasswordOAuth2Api(),
		new AcumaticaApi(),
	];

	const shownFor = (operation: string) =>
		properties.filter(({ displayOptions }) => {
			const { show } = displayOptions ?? {};
			const { value = '', resource = '' } = operations.find(({ name }) => name === operation) ?? {};
			return (
				(show?.operation === undefined || show.operation.includes(value)) &&
				(show?.resource === undefined || show.resource.includes(resource))
			);
		});
	const optionsFor = (operation: string) =>
		shownFor(operation)
			.filter(({ name }) => name === 'options')
			.flatMap(({ options = [] }) => options)
			.filter((option): option is INodeProperties => 'displayName' in option && 'type' in option);

	/** Labels of the operations that have the property a row is about. */
	const having = (found: (operation: string) => readonly INodeProperties[], row: Row) =>
		operations
			.map(({ name }) => name)
			.filter((operation) =>
				found(operation).some(
					({ displayName, name }) =>
						displayName === (row.Parameter ?? row.Option) && name === bare(row.Name ?? ''),
				),
			)
			.sort();
	/** `all` means every operation, `all of Record` those of one resource. */
	const claimed = ({ Operations = '' }: Row) =>
		Operations.split(', ')
			.flatMap((word) => {
				const of = /^all(?: of (\w+))?$/.exec(word);
				return of === null
					? [word]
					: operations
							.filter(({ resource }) => of[1] === undefined || of[1].toLowerCase() === resource)
							.map(({ name }) => name);
			})
			.sort();

	test('list every operation', () => {
		const rows = tableRows(readme, 'Operation', 'Name');
		const listed = rows.map(({ Operation = '', Name = '' }) => [Operation, bare(Name)]);
		expect(listed.sort()).toEqual(operations.map(({ name, value }) => [name, value]).sort());
	});

	test('list every parameter, with the operations that have it', () => {
		const rows = tableRows(readme, 'Parameter', 'Name', 'Operations');
		for (const row of rows)
			expect({ row, has: claimed(row) }).toEqual({ row, has: having(shownFor, row) });
		const unlisted = properties.filter(
			({ name, type }) =>
				type !== 'hidden' &&
				type !== 'notice' &&
				!['authentication', 'resource', 'operation', 'options'].includes(name) &&
				!rows.some((row) => bare(row.Name ?? '') === name),
		);
		expect(unlisted.map(({ name }) => name)).toEqual([]);
	});

	test('list every option, with its operations and its number by default', () => {
		const rows = tableRows(readme, 'Option', 'Name', 'Operations');
		for (const row of rows)
			expect({ row, has: claimed(row) }).toEqual({ row, has: having(optionsFor, row) });
		const all = operations.flatMap(({ name }) => optionsFor(name));
		const named = new Map(rows.map((row) => [bare(row.Name ?? ''), row]));
		expect([...named.keys()].sort()).toEqual([...new Set(all.map(({ name }) => name))].sort());
		for (const { name, type, default: value } of all) {
			if (type === 'number') expect(named.get(name)?.Default).toBe(String(value));
		}
	});

	test('list the fields that all credentials have', () => {
		const rows = tableRows(readme, 'Field', 'Name', 'Default');
		expect(rows.length).toBeGreaterThan(0);
		for (const { properties: fields } of credentialTypes) {
			const has = fields.map(({ displayName, name }) => [displayName, name]);
			for (const row of rows) expect(has).toContainEqual([row.Field, bare(row.Name ?? '')]);
		}
	});

	test('name the credentials as n8n shows them', () => {
		const authentication = properties.find(({ name }) => name === 'authentication');
		const rows = tableRows(readme, 'In the node (Authentication)', 'Credential');
		const labels = (authentication?.options ?? []).map((option) => option.name);
		expect(rows.map((row) => row['In the node (Authentication)'])).toEqual(labels);
		expect(rows.map(({ Credential }) => Credential)).toEqual(
			credentials.map(
				({ name }) => credentialTypes.find((type) => type.name === name)?.displayName,
			),
		);
	});
});

describe('records in the documents', () => {
	const plainRecord = (text = ''): PlainRecord => {
		const parsed = parseJson(text);
		if (isRecord(parsed)) return parsed;
		throw new Error(`not a record: ${text}`);
	};
	const pairs = (from: string, to: string) =>
		[records, readme].flatMap((text) => {
			const results = fencedBlocks(text, to);
			return fencedBlocks(text, from).map((block, index) => [block, results[index]] as const);
		});

	test.each(pairs('json plain', 'json wire'))('are wrapped as they say: %s', (plain, wire) => {
		expect(wrapRecord(plainRecord(plain))).toEqual(plainRecord(wire));
	});

	test.each(pairs('json answer', 'json item'))('are unwrapped as they say: %s', (wire, plain) => {
		expect(unwrapRecord(plainRecord(wire))).toEqual(plainRecord(plain));
	});

	test('are refused in the words that the code has', () => {
		const refusals = [
			{ Details: [5] },
			{ Date: new Date(Number.NaN) },
			{ CustomerID: { value: [] } },
			plainRecord('{"__proto__": 1}'),
			{ custom: { UsrColor: 'red' } },
		].map((record) => refusal(record));
		const several = {
			typeOf: () => undefined,
			viewsOf: () => ['A', 'B'],
			fields: [],
			within: () => undefined,
		};
		refusals.push(refusal({ custom: { UsrColor: 'red' } }, several));
		const quoted = tableRows(records, 'Record', 'Message').map(({ Message = '' }) => bare(Message));
		expect(quoted.length).toBeGreaterThan(refusals.length);
		const untrue = quoted.filter(
			(text) => !refusals.some((message) => pattern(text).test(message)) && !isInSource(text),
		);
		expect(untrue).toEqual([]);
		expect(
			refusals.filter((message) => !quoted.some((text) => pattern(text).test(message))),
		).toEqual([]);
	});

	function refusal(record: PlainRecord, types?: Parameters<typeof wrapRecord>[1]): string {
		try {
			wrapRecord(record, types);
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
		throw new Error('was not refused');
	}
});

describe('troubleshooting', () => {
	const entries = sections(troubleshooting)
		.filter(({ title }) => /^`.*`$/.test(title))
		.map(({ title, text }) => ({
			message: bare(title),
			kind: /^\s*Kind `(\w+)`/.exec(text)?.[1],
		}));
	/** Beside those of answers and failures. */
	const givenByOperations = source.flatMap((text) =>
		[...text.matchAll(/\.faultKind = '(\w+)'/g)].map(([, kind = '']) => kind),
	);
	const inOwnWords = tableRows(troubleshooting, 'Kind').map(({ Kind = '' }) => bare(Kind));

	test('tells of every kind, and of no other', () => {
		const told = [...entries.flatMap(({ kind }) => kind ?? []), ...inOwnWords, 'platform'];
		const given = new Set([...kinds, ...givenByOperations]);
		expect([...new Set(told)].sort()).toEqual([...given].sort());
		expect(troubleshooting).toContain('have the kind `platform`');
	});

	test('quotes every message under its kind', async () => {
		const unquoted = (await explanations())
			.filter(({ kind }) => !inOwnWords.includes(kind) && kind !== 'platform')
			.filter(
				({ kind, message }) =>
					!entries.some(
						(entry) =>
							entry.kind === kind &&
							pattern(entry.message).test(message.slice(message.indexOf(': ') + 2)),
					),
			);
		expect(unquoted.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([]);
	});

	test('quotes only messages that the code has', async () => {
		const produced = (await explanations()).map(({ message }) => message);
		const untrue = entries
			.map(({ message }) => message)
			.filter((text) => !produced.some((message) => pattern(text).test(message)))
			.filter((text) => !isInSource(text));
		expect(untrue).toEqual([]);
	});

	test('the words on a write in doubt are those of the node', async () => {
		const quoted = /^> (The request was sent, .*)$/m.exec(projectFile('docs/reliability.md'))?.[1];
		expect((await explanations()).map(({ description }) => description)).toContain(quoted);
	});
});
