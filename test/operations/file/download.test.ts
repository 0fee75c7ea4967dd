import { binaryDataIn, binaryModes, contentOf } from '../../support/binaryFiles.ts';
import type { Arrived, Scripted } from '../../support/scriptedErp.ts';
import { endpoint, fileId, listed, onScriptedErp, otherId } from './fileRun.ts';

jest.mock('../../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../../support/virtualTime.ts'),
);

const bytes = 'application/octet-stream';
const files = [
	listed(fileId, 'Invoices (INV 000042)\\Ärger #1.pdf', 'The first'),
	listed(otherId, 'Invoices (INV 000042)\\data.bin'),
];
const invoice = {
	id: '1af4d140-5321-41f2-a2ec-50b67f577c6c',
	files,
	Details: [{ id: 'row-1', files: [listed('f3', 'drawing.dwg')] }],
};
const serving = ({ request }: Arrived): Scripted =>
	request.includes('/files/')
		? { headers: { 'content-type': bytes }, body: `content of ${request.split('/').at(-1)}` }
		: { body: invoice };

const download = async (parameters: object, answer = serving) =>
	await onScriptedErp(
		{ operation: 'download', parameters: { entity: 'Invoice', ...parameters } },
		answer,
	);
const ofRecord = { recordKey: 'Invoice/000042' };
const byId = (more: object = {}) => ({ downloadBy: 'fileId', fileId, ...more });

describe.each(binaryModes)('with binary data in mode %s', (mode) => {
	let end: () => Promise<void>;
	beforeAll(async () => {
		({ end } = await binaryDataIn(mode));
	});
	afterAll(async () => await end());

	test('every file of the record comes as an item', async () => {
		const { outcome, requests, arrived } = await download(ofRecord);
		expect(requests).toEqual([
			`GET ${endpoint}/Invoice/Invoice/000042?$expand=files`,
			`GET ${endpoint}/files/${fileId}`,
			`GET ${endpoint}/files/${otherId}`,
		]);
		expect(arrived[1]?.headers).toMatchObject({ accept: bytes, 'accept-encoding': 'identity' });
		const items = outcome.outputs[0] ?? [];
		expect(items.map(({ json }) => json)).toEqual([
			{
				id: fileId,
				fileName: 'Ärger #1.pdf',
				comment: 'The first',
				size: 47,
				entity: 'Invoice',
				record: 'Invoice/000042',
			},
			expect.objectContaining({ id: otherId, fileName: 'data.bin', comment: null }),
		]);
		expect(items.map(({ binary }) => binary?.data)).toMatchObject([
			{ fileName: 'Ärger #1.pdf', mimeType: 'application/pdf', fileExtension: 'pdf' },
			{ fileName: 'data.bin', mimeType: bytes },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		for (const { json, binary } of items) {
			expect(String(await contentOf(binary?.data))).toBe(`content of ${String(json.id)}`);
		}
	});

	test('a file arrives as it is, under the field that is named', async () => {
		const content = Buffer.alloc(3_000_000, 'abcdefg');
		const { outcome } = await download(byId({ binaryPropertyName: 'pdf' }), () => ({
			body: content,
		}));
		const [item] = outcome.outputs[0] ?? [];
		expect(item?.json.size).toBe(3_000_000);
		expect((await contentOf(item?.binary?.pdf)).equals(content)).toBe(true);
	});

	test('an empty file is one when it comes so twice', async () => {
		const { outcome, requests } = await download(byId(), () => ({
			headers: { 'content-type': bytes },
		}));
		expect(outcome.json).toMatchObject([{ size: 0 }]);
		expect(requests).toHaveLength(2);
	});
});

describe('which files', () => {
	test.each([
		['*.PDF', [fileId]],
		['data.*', [otherId]],
		['*.xml', []],
	])('match %s', async (fileNamePattern, ids) => {
		const { outcome, requests } = await download({ ...ofRecord, fileNamePattern });
		expect(outcome.json.map(({ id }) => id)).toEqual(ids);
		expect(requests).toHaveLength(1 + ids.length);
	});

	test('are those of the rows as well, when asked for', async () => {
		const { outcome, requests } = await download({
			...ofRecord,
			options: { detailFiles: 'Details' },
		});
		expect(requests[0]).toContain('?$expand=files%2CDetails%2CDetails%2Ffiles');
		expect(outcome.json[2]).toMatchObject({
			id: 'f3',
			fileName: 'drawing.dwg',
			detail: 'Details',
			detailId: 'row-1',
		});
	});
});

describe('by its ID, the name of a file', () => {
	const named = (headers: Record<string, string>) => () => ({ headers, body: 'x' });
	const disposition = { 'content-disposition': `attachment; filename*=UTF-8''%C3%BC.pdf` };

	test('is the one that is entered', async () => {
		const { outcome } = await download(byId({ fileName: 'mine.csv' }), named(disposition));
		expect(outcome.outputs[0]?.[0]?.binary?.data).toMatchObject({
			fileName: 'mine.csv',
			mimeType: 'text/csv',
		});
	});

	test('else the one that the ERP tells', async () => {
		const { outcome, requests } = await download(byId(), named(disposition));
		expect(requests).toEqual([`GET ${endpoint}/files/${fileId}`]);
		expect(outcome.json).toEqual([{ id: fileId, fileName: 'ü.pdf', size: 1 }]);
	});

	test('else the ID', async () => {
		const { outcome } = await download(byId(), named({}));
		expect(outcome.json).toEqual([{ id: fileId, fileName: fileId, size: 1 }]);
	});

	test.each([
		["={{ '' }}", '"File ID" is empty'],
		['invoice.pdf', '"File ID" holds "invoice.pdf", which is not the ID of a file'],
		['../../auth/logout', 'which is not the ID of a file'],
	])('needs an ID: %j', async (entered, why) => {
		const { outcome, requests } = await download(byId({ fileId: entered }));
		expect(outcome.error?.message).toContain(why);
		expect(requests).toEqual([]);
	});
});

describe('a file that does not come whole', () => {
	const content = Buffer.alloc(100_000, 'abcdefg');
	/** The first answers are bad, the others good. */
	const after = (times: number, bad: Scripted) => {
		let count = 0;
		return (): Scripted =>
			++count <= times
				? { body: content, ...bad }
				: { headers: { 'content-type': bytes }, body: content };
	};
	const broken: ReadonlyArray<readonly [string, Scripted]> = [
		['is cut', { cutAfter: 50_000 }],
		['is shorter than announced', { headers: { 'content-length': '100001' }, cutAfter: 100_000 }],
		['stalls', { stallAfter: 50_000 }],
		['comes as an empty answer', { headers: { 'content-type': bytes }, body: '' }],
		['comes with no content', { status: 204, body: '' }],
		['is claimed to be a web page', { headers: { 'content-type': 'text/html' } }],
	];

	test.each(broken)('is asked for again when it %s', async (_how, bad) => {
		const { outcome, requests } = await download(
			byId({ options: { timeout: 200 } }),
			after(1, bad),
		);
		expect(outcome.error).toBeUndefined();
		expect(requests).toHaveLength(2);
		const [item] = outcome.outputs[0] ?? [];
		expect((await contentOf(item?.binary?.data)).equals(content)).toBe(true);
	});

	const lasting = broken.filter(([how]) => how !== 'comes as an empty answer');
	test.each(lasting)('is an error in the end when it %s again and again', async (_how, bad) => {
		const run = await download(byId({ options: { timeout: 200 } }), after(99, bad));
		expect(run.outcome.error?.message).toMatch(
			new RegExp(
				`^Could not download the file ${fileId} from Acumatica: .* \\(tried \\d times\\)$`,
			),
		);
		expect(run.outcome.json).toEqual([]);
		expect(run.requests.length).toBeLessThanOrEqual(4);
	});
});

test.each(binaryModes)('a canceled execution waits for no file, in mode %s', async (mode) => {
	const { end } = await binaryDataIn(mode);
	const { outcome, requests } = await onScriptedErp(
		{ operation: 'download', parameters: byId(), cancelAfter: 300 },
		() => ({ headers: { 'content-type': bytes }, body: Buffer.alloc(1_000), stallAfter: 500 }),
	);
	await end();
	expect(outcome.status).toBe('canceled');
	expect(requests).toHaveLength(1);
});

describe('what comes in place of a file', () => {
	const page = '<!DOCTYPE html><html><title>Sign In</title></html>';
	const asPage = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
	const serverError = { message: 'An error has occurred.', exceptionMessage: 'No such file' };

	test('a web page is an error', async () => {
		const { outcome } = await download(byId({ fileName: 'a.pdf' }), () => asPage);
		expect(outcome.error?.message).toBe(
			`Could not download the file ${fileId} from Acumatica: the server answered with a web page ("Sign In") instead of data (status 200)`,
		);
	});

	test('unless it is the file', async () => {
		const { outcome } = await download(byId({ fileName: 'page.html' }), () => asPage);
		expect(outcome.json).toMatchObject([{ fileName: 'page.html', size: page.length }]);
	});

	test('an error with status 200 is one', async () => {
		const { outcome } = await download(byId(), () => ({ body: serverError }));
		expect(outcome.error?.message).toContain('No such file');
	});

	test('an error is told in the words of the ERP', async () => {
		const { outcome } = await download(byId(), () => ({ status: 500, body: serverError }));
		expect(outcome.error?.message).toBe(
			`Could not download the file ${fileId} from Acumatica: No such file`,
		);
	});

	test('a dead session is replaced', async () => {
		let asked = 0;
		const { outcome } = await download(byId(), (one) =>
			++asked === 1 ? { status: 401 } : serving(one),
		);
		expect(outcome.json).toMatchObject([{ size: 47 }]);
	});
});
