import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { installed } from '../support/acumaticaPackage.ts';
import {
	authentications,
	credentialFor,
	credentialTypes,
	runAcumatica,
	type AcumaticaRun,
} from '../support/acumaticaRun.ts';
import { binaryData, binaryDataIn, binaryModes, contentOf } from '../support/binaryFiles.ts';
import { runWorkflow, type WorkflowFile } from '../support/engine.ts';

/** Files in and out of the sandbox, which has checksums of its own of what it has received. */

// After a cut answer the node gives the ERP five seconds to finish, and files take their time as well.
jest.setTimeout(60_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const order = { entity: 'SalesOrder', recordKey: 'SO/000001' };

const run = async (operation: string, parameters: object, more: Partial<AcumaticaRun> = {}) =>
	await runAcumatica({
		sandbox,
		resource: 'file',
		operation,
		parameters: { ...order, ...parameters },
		...more,
	});
const attach = async (content: Buffer | string, fileName: string, parameters: object = {}) =>
	await run('attach', parameters, { binaries: [{ data: await binaryData(content, fileName) }] });

describe.each(binaryModes)('with binary data in mode %s', (mode) => {
	let end: () => Promise<void>;
	beforeAll(async () => {
		({ end } = await binaryDataIn(mode));
	});
	afterAll(async () => await end());

	test('a large file arrives as it is, and comes back so', async () => {
		const content = Buffer.alloc(30_000_000);
		for (let at = 0; at < content.length; at += 4) content.writeUInt32LE(at, at);
		const attached = await attach(content, 'large.bin');
		expect(attached.json).toMatchObject([{ attached: true, size: 30_000_000 }]);
		expect(sandbox.ledger.files).toMatchObject([{ size: 30_000_000, sha256: sha256(content) }]);
		const { outputs } = await run('download', {});
		expect(sha256(await contentOf(outputs[0]?.[0]?.binary?.data))).toBe(sha256(content));
	});

	test.each(authentications)(
		'the PDF of an invoice goes in and out, with %s',
		async (authentication) => {
			const file = readFileSync(join(__dirname, 'workflows', 'invoicePdf.workflow.json'), 'utf8');
			const type = credentialTypes[authentication];
			const workflow = JSON.parse(
				file
					.replaceAll('"session"', `"${authentication}"`)
					.replaceAll('"acumaticaApi"', `"${type}"`),
			) as WorkflowFile;
			const outcome = await runWorkflow(workflow, {
				installed,
				credentials: { [type]: await credentialFor({ sandbox }, authentication) },
				items: [
					{ json: { invoice: '000001' }, binary: { pdf: await binaryData('%PDF one', 'x.pdf') } },
					{ json: { invoice: '000002' }, binary: { pdf: await binaryData('%PDF two', 'x.pdf') } },
				],
			});
			expect(outcome.error).toBeUndefined();
			const files = outcome.nodes['Download PDF']?.outputs[0] ?? [];
			expect(files.map(({ json }) => json.fileName)).toEqual([
				'invoice-000001.pdf',
				'invoice-000002.pdf',
			]);
			const contents = files.map(async ({ binary }) => String(await contentOf(binary?.pdf)));
			expect(await Promise.all(contents)).toEqual(['%PDF one', '%PDF two']);
			expect(sandbox.ledger.files).toMatchObject([
				{ entity: 'Invoice', name: 'invoice-000001.pdf', comment: 'Sent to the customer' },
				{ entity: 'Invoice', name: 'invoice-000002.pdf' },
			]);
		},
	);
});

test.each(['Ärger #1, 100% (a)+b.pdf', '請求書 📎.pdf', "o'neill & co.pdf", '.hidden'])(
	'the name %s survives the way in and out',
	async (name) => {
		expect((await attach('x', name)).error).toBeUndefined();
		expect(sandbox.ledger.files).toMatchObject([{ name }]);
		const { outputs } = await run('download', {});
		expect(outputs[0]?.[0]).toMatchObject({
			json: { fileName: name },
			binary: { data: { fileName: name } },
		});
	},
);

test('a second version replaces the first, and its comment', async () => {
	await attach('one', 'a.pdf', { comment: 'Größe 日本' });
	const [first] = (await run('getAll', {})).json;
	await attach('two', 'a.pdf');
	const { json, outputs } = await run('download', {});
	expect(first).toMatchObject({ fileName: 'a.pdf', comment: 'Größe 日本' });
	expect(json).toMatchObject([{ id: first?.id, comment: null, size: 3 }]);
	expect(String(await contentOf(outputs[0]?.[0]?.binary?.data))).toBe('two');
});

test('a detail row has files of its own, found by a field in any session', async () => {
	const { error } = await attach('x', 'line.pdf', { detailId: 'Details/LineNbr=1' });
	expect(error).toBeUndefined();
	const [row] = sandbox.records.find('SalesOrder', ['SO', '000001'])?.details.Details ?? [];
	expect(sandbox.ledger.files).toMatchObject([{ name: 'line.pdf', detailId: row?.id }]);
	expect((await run('getAll', {})).json).toEqual([]);
	const { json } = await run('getAll', { options: { detailFiles: 'Details' } });
	expect(json).toMatchObject([{ fileName: 'line.pdf', detail: 'Details' }]);
});

test('an instance that returns no links is served by keys', async () => {
	const old = await startSandbox({ links: false });
	try {
		const binaries = [{ data: await binaryData('x', 'a.pdf') }];
		const { error } = await run('attach', {}, { sandbox: old, binaries });
		expect(error).toBeUndefined();
		expect(old.ledger.files).toMatchObject([{ name: 'a.pdf' }]);
	} finally {
		await old.close();
	}
});

test('a session that has died is renewed before the file is on its way', async () => {
	sandbox.script({ match: { kind: 'get' }, answer: { endSession: true } });
	expect((await attach('x', 'a.pdf')).error).toBeUndefined();
	expect(sandbox.ledger.countByKind.filePut).toBe(1);
});

test('an upload that was cut is sent again, once', async () => {
	sandbox.script({ match: { kind: 'filePut' }, answer: { cut: 'midUpload' } });
	expect((await attach(Buffer.alloc(2_000_000), 'a.pdf')).error).toBeUndefined();
	expect(sandbox.ledger.files).toHaveLength(1);
});

test('a file that Acumatica finds too large is an error that says so', async () => {
	const small = await startSandbox({ maxFileSize: 1000 });
	try {
		const binaries = [{ data: await binaryData(Buffer.alloc(5_000), 'a.pdf') }];
		const { error } = await run('attach', {}, { sandbox: small, binaries });
		expect(error?.message).toContain('Could not attach "a.pdf" to SalesOrder "SO/000001"');
		expect(error?.description).toContain('SM202550');
	} finally {
		await small.close();
	}
});

test.each([
	['notFound', 'there is no such file (404)'],
	['exception', 'The file cannot be found in the system.'],
] as const)('a file that is gone is one, also told by %s', async (missingFile, why) => {
	const other = await startSandbox({ missingFile });
	try {
		const parameters = { downloadBy: 'fileId', fileId: '5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a11' };
		const { error, json } = await run('download', parameters, { sandbox: other });
		expect(error?.message).toContain(why);
		expect(json).toEqual([]);
	} finally {
		await other.close();
	}
});

test.each(['chunked', 'known'] as const)(
	'a file comes whole with its length %s',
	async (downloadLength) => {
		const other = await startSandbox({ downloadLength, fileNames: 'folder' });
		try {
			const binaries = [{ data: await binaryData(Buffer.alloc(300_000, 'abc'), 'a.pdf') }];
			await run('attach', {}, { sandbox: other, binaries });
			other.script({ match: { kind: 'fileGet' }, answer: { cut: 'midAnswer' } });
			const { json } = await run('download', {}, { sandbox: other });
			expect(json).toMatchObject([{ fileName: 'a.pdf', size: 300_000 }]);
			expect(other.ledger.countByKind.fileGet).toBe(2);
		} finally {
			await other.close();
		}
	},
);
