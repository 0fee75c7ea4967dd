import { binaryData, binaryDataIn, binaryModes } from '../../support/binaryFiles.ts';
import type { Arrived, Scripted } from '../../support/scriptedErp.ts';
import { endpoint, fileId, listed, onScriptedErp } from './fileRun.ts';

jest.mock('../../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../../support/virtualTime.ts'),
);

const id = '1af4d140-5321-41f2-a2ec-50b67f577c6c';
const link = (of = id) =>
	`${endpoint}/files/PX.Objects.AR.ARInvoiceEntry/Document/${of}/{filename}`;
const invoice = { id, _links: { 'files:put': link() }, files: [] as object[] };

const attach = async (
	parameters: object = {},
	answer: (arrived: Arrived) => Scripted = taking,
	file = binaryData('content', 'invoice.pdf'),
) =>
	await onScriptedErp(
		{
			operation: 'attach',
			parameters: { entity: 'Invoice', recordKey: 'Invoice/000042', ...parameters },
			binaries: [{ data: await file }],
		},
		answer,
	);

const taking = ({ request }: Arrived): Scripted =>
	request.startsWith('PUT') ? { status: 204 } : { body: invoice };

test('reads the record, then puts the file where the record says', async () => {
	const { outcome, arrived, requests } = await attach({ comment: 'First\n one' });
	expect(requests).toEqual([
		`GET ${endpoint}/Invoice/Invoice/000042?$expand=files`,
		`PUT ${link().replace('{filename}', 'invoice.pdf')}`,
	]);
	expect(arrived[1]?.headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-length': '7',
		'px-cbfilecomment': 'First one',
		cookie: 'ASP.NET_SessionId=session-1',
	});
	expect(arrived[1]?.body.toString()).toBe('content');
	expect(outcome.outputs[0]).toEqual([
		{
			json: {
				attached: true,
				entity: 'Invoice',
				record: 'Invoice/000042',
				fileName: 'invoice.pdf',
				size: 7,
				comment: 'First one',
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('puts it below the record where that does not say', async () => {
	const { outcome, requests } = await attach({ fileName: 'a #1.pdf' }, ({ request }) =>
		request.startsWith('PUT') ? { status: 204 } : { body: { id } },
	);
	expect(outcome.error).toBeUndefined();
	expect(requests[1]).toBe(`PUT ${endpoint}/Invoice/Invoice/000042/files/a%20%231.pdf`);
});

describe('the name', () => {
	test.each([
		['Ärger #1 100% (a).pdf', '%C3%84rger%20%231%20100%25%20%28a%29.pdf'],
		['C:\\temp\\請求書.pdf', '%E8%AB%8B%E6%B1%82%E6%9B%B8.pdf'],
		['../../web.config', 'web.config'],
	])('%s goes as %s', async (fileName, sent) => {
		const { outcome, requests } = await attach({ fileName });
		expect(requests[1]).toBe(`PUT ${link().replace('{filename}', sent)}`);
		expect(decodeURIComponent(sent)).toBe(outcome.json[0]?.fileName);
	});

	test('has to be one, and be there', async () => {
		const none = await attach({ fileName: '..' });
		expect(none.outcome.error?.message).toBe(
			'"File Name" holds "..", which is not the name of a file',
		);
		const nameless = await attach({}, taking, binaryData('x', ''));
		expect(nameless.outcome.error?.message).toBe(
			'"File Name" is empty, and the file of the item has no name of its own',
		);
		expect([...none.requests, ...nameless.requests]).toEqual([]);
	});
});

test('a comment that is too long is refused before anything is sent', async () => {
	const { outcome, requests } = await attach({ comment: 'x'.repeat(501) });
	expect(outcome.error?.message).toContain('"Comment" has 501 characters');
	expect(requests).toEqual([]);
});

test('the item has to have the file', async () => {
	const { outcome } = await attach({ binaryPropertyName: 'other' });
	expect(outcome.error?.message).toContain("The item has no binary field 'other'");
});

describe.each(binaryModes)('with binary data in mode %s', (mode) => {
	let end: () => Promise<void>;
	beforeAll(async () => {
		({ end } = await binaryDataIn(mode));
	});
	afterAll(async () => await end());

	test.each([0, 1, 3_000_000])('a file of %d bytes arrives as it is', async (size) => {
		const content = Buffer.alloc(size, 'abcdefg');
		const { outcome, arrived } = await attach({}, taking, binaryData(content, 'a.pdf'));
		expect(outcome.json).toMatchObject([{ size }]);
		expect(arrived[1]?.headers['content-length']).toBe(String(size));
		expect(arrived[1]?.body.equals(content)).toBe(true);
	});

	test('a file is sent from the start again after a session that has died', async () => {
		const content = Buffer.alloc(200_000, 'abcdefg');
		let puts = 0;
		const { outcome, arrived } = await attach(
			{},
			(one) => (one.request.startsWith('PUT') && ++puts === 1 ? { status: 401 } : taking(one)),
			binaryData(content, 'a.pdf'),
		);
		expect(outcome.error).toBeUndefined();
		expect(arrived.at(-1)?.body.equals(content)).toBe(true);
		expect(puts).toBe(2);
	});
});

describe('a detail row', () => {
	const row = '4f6a8f0e-3d4f-4d0e-9d6f-2f4b8f5c1a11';
	const rows = [
		{ id: row, LineNbr: { value: 1 }, _links: { 'files:put': link(row) } },
		{ id: 'other', LineNbr: { value: 2 }, _links: { 'files:put': link('other') } },
	];
	const withRows = ({ request }: Arrived): Scripted =>
		request.startsWith('PUT') ? { status: 204 } : { body: { ...invoice, Details: rows } };

	test.each([
		[row, row],
		['Details/LineNbr=2', 'other'],
	])('%s gets the file', async (detailId, holder) => {
		const { outcome, requests } = await attach({ detailId }, withRows);
		expect(requests).toEqual([
			`GET ${endpoint}/Invoice/Invoice/000042?$expand=files%2CDetails%2CDetails%2Ffiles`,
			`PUT ${link(holder).replace('{filename}', 'invoice.pdf')}`,
		]);
		expect(outcome.json).toMatchObject([{ attached: true, detailId }]);
	});

	test.each([
		['Details/LineNbr=3', 'Invoice "Invoice/000042" has no row in Details with LineNbr "3"'],
		['Details/LineNbr=', '"Detail Row ID" holds "Details/LineNbr="'],
	])('%s is not there', async (detailId, why) => {
		const { outcome, requests } = await attach({ detailId }, withRows);
		expect(outcome.error?.message).toContain(why);
		expect(requests.filter((request) => request.startsWith('PUT'))).toEqual([]);
	});

	test('must be the only one that is meant, and take files', async () => {
		const answer = ({ request }: Arrived): Scripted =>
			request.startsWith('PUT')
				? { status: 204 }
				: { body: { Details: [{ Qty: { value: 1 }, id: row }, { Qty: { value: 1 } }] } };
		const several = await attach({ detailId: 'Details/Qty=1' }, answer);
		expect(several.outcome.error?.message).toContain('has 2 rows in Details with Qty "1"');
		const none = await attach({ detailId: row }, answer);
		expect(none.outcome.error?.message).toBe(
			'Invoice does not say where files of its Details are put',
		);
	});
});

test('is sent as bytes where the ERP refuses the type', async () => {
	const { outcome, arrived } = await attach({}, ({ request, headers }) =>
		request.startsWith('PUT')
			? { status: headers['content-type'] === 'application/octet-stream' ? 204 : 415 }
			: { body: invoice },
	);
	expect(outcome.error).toBeUndefined();
	expect(arrived.slice(1).map(({ headers }) => headers['content-type'])).toEqual([
		'application/pdf',
		'application/octet-stream',
	]);
});

describe('when the answer gets lost', () => {
	/** The list of files at the first reading, and at all later ones; the first PUT is cut. */
	const losing =
		(before: object[], after: object[]) =>
		({ request }: Arrived): Scripted => {
			const isPut = request.startsWith('PUT');
			counts[isPut ? 'puts' : 'gets']++;
			if (isPut) return counts.puts === 1 ? { status: 504 } : { status: 204 };
			return { body: { ...invoice, files: counts.gets === 1 ? before : after } };
		};
	const counts = { puts: 0, gets: 0 };
	beforeEach(() => {
		counts.puts = 0;
		counts.gets = 0;
	});
	const another = listed('f0', 'another.pdf');
	const sent = listed(fileId, 'Invoices (INV 000042)\\Invoice.pdf');

	test('a new file of that name is the one that was sent', async () => {
		const { outcome } = await attach({}, losing([another], [another, sent]));
		expect(outcome.json).toMatchObject([{ attached: true }]);
		expect(counts.puts).toBe(1);
	});

	test('with nothing new it is sent again', async () => {
		const { outcome } = await attach({}, losing([another], [another]));
		expect(outcome.json).toMatchObject([{ attached: true }]);
		expect(counts.puts).toBe(2);
	});

	test.each([
		['that was there before', [sent], [sent]],
		['whose name may have been changed', [], [listed('f9', 'invoice_1.pdf')]],
	])('nobody can tell of a file %s', async (_which, before, after) => {
		const { outcome } = await attach({}, losing(before, after));
		expect(outcome.error?.message).toContain('Could not attach "invoice.pdf" to Invoice');
		expect(outcome.error?.description).toContain('may or may not have been written');
		expect(counts.puts).toBe(1);
	});
});
