import {
	attachedFiles,
	rowFiles,
	rowsOf,
	uploadPath,
} from '../../nodes/Acumatica/contract/attachedFile';

const file = (id: string, filename: unknown, comment: unknown = null) => ({
	id,
	filename,
	href: `/Site/entity/Default/24.200.001/files/${id}`,
	comment,
});

describe('files of a record', () => {
	test('are listed without the form and the key in their names', () => {
		const files = [file('f1', 'Invoices (INV 000042)\\invoice.pdf'), file('f2', 'b.txt', 'Second')];
		expect(attachedFiles({ id: 'r', files })).toEqual([
			{ id: 'f1', fileName: 'invoice.pdf', comment: null },
			{ id: 'f2', fileName: 'b.txt', comment: 'Second' },
		]);
	});

	test('may be wrapped, and one without a usable name goes by its ID', () => {
		expect(attachedFiles({ files: [file('f1', { value: 'a.pdf' }), file('f2', '..')] })).toEqual([
			{ id: 'f1', fileName: 'a.pdf', comment: null },
			{ id: 'f2', fileName: 'f2', comment: null },
		]);
	});

	test.each([
		{},
		{ files: null },
		{ files: {} },
		{ files: [null, 'x', { filename: 'a' }, { id: '' }] },
	])('are none in %j', (record) => expect(attachedFiles(record)).toEqual([]));

	test('of its rows tell which row they are of', () => {
		const Details = [{ id: 'row1', files: [file('f1', 'a.pdf')] }, { id: 'row2', files: [] }, {}];
		expect(rowFiles({ Details }, 'Details')).toEqual([
			{ id: 'f1', fileName: 'a.pdf', comment: null, detail: 'Details', detailId: 'row1' },
		]);
	});

	test('a detail that was not read has no rows', () => {
		expect(rowsOf({}, 'Details')).toEqual([]);
		expect(rowsOf({ Details: { value: 1 } }, 'Details')).toEqual([]);
		expect(rowsOf({}, 'constructor')).toEqual([]);
	});
});

describe('where files are put', () => {
	const endpoint = 'entity/Default/24.200.001';
	const put = (link: unknown, fileName = 'a.pdf') =>
		uploadPath({ _links: { 'files:put': link } }, endpoint, fileName);
	const below = 'files/PX.Objects.SO.SOOrderEntry/Document/5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a11';

	test.each([
		`/AcumaticaERP/${endpoint}/${below}/{filename}`,
		`/${endpoint}/${below}/{filename}`,
		`/AcumaticaERP/(W(2))/${endpoint}/${below}/{filename}`,
		`/AcumaticaERP/Entity/default/24.200.001/${below}/{filename}`,
		`https://erp.example.com/AcumaticaERP/${endpoint}/${below}/{filename}`,
		`https://evil.example.com/${endpoint}/${below}/{filename}`,
	])('is below the endpoint, whatever is in front: %s', (link) => {
		expect(put(link)).toBe(`${endpoint}/${below}/a.pdf`);
	});

	test('the name is encoded, all of it', () => {
		expect(put(`/S/${endpoint}/${below}/{filename}`, "ü #1 100% (a)+b'?&.pdf")).toBe(
			`${endpoint}/${below}/%C3%BC%20%231%20100%25%20%28a%29%2Bb%27%3F%26.pdf`,
		);
	});

	test.each([
		undefined,
		null,
		5,
		'',
		`/S/entity/Default/23.200.001/${below}/{filename}`,
		`/S/${endpoint}/${below}`,
		`/S/${endpoint}/${below}/{filename}?x=1`,
		`/S/${endpoint}/files/../../../auth/logout/{filename}`,
		`/S/${endpoint}/files//x/{filename}`,
		`/S/${endpoint}/files/{filename}`,
		`/S/${endpoint}/Customer/{filename}`,
	])('is unknown from the link %j', (link) => expect(put(link)).toBeUndefined());

	test('is unknown without links', () => {
		expect(uploadPath({}, endpoint, 'a.pdf')).toBeUndefined();
		expect(uploadPath({ _links: null }, endpoint, 'a.pdf')).toBeUndefined();
	});
});
