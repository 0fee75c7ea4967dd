import { upload, type Upload } from '../../../nodes/Acumatica/operations/file/upload';
import type { Answer, Exchange } from '../../../nodes/Acumatica/transport/request';
import { operationCall, targetOf } from '../../support/operationCall.ts';
import { answer } from '../../support/sessionServer.ts';
import { fileId, listed } from './fileRun.ts';

const sent: Upload = {
	target: targetOf('SalesOrder'),
	key: { keyFields: ['SO', '000001'] },
	row: undefined,
	file: { fileName: 'x', mimeType: 'text/csv', size: 3, open: async () => Buffer.from('abc') },
	fileName: 'a.csv',
	comment: 'Mine',
};

async function uploaded(record: object, more: Partial<Upload> = {}) {
	const call = operationCall({ options: { branch: 'PRODWHOLE' } }, [record]);
	await upload(call, { ...sent, ...more });
	const put = call.asked[1];
	if (put === undefined) throw new Error('Nothing was put');
	return put;
}

/** What the guard makes of the record as it is afterwards. */
async function judged(before: object, after: Exchange, more: Partial<Upload> = {}) {
	const { replay } = (await uploaded(before, more)).request;
	if (typeof replay !== 'function') return replay;
	const proof = await replay(async () => after);
	return proof?.kind === 'answer' ? proof.status : proof?.kind;
}
const read = (record: object): Answer => answer(200, { body: record });

test('is one PUT with the length, the type and the comment of the file', async () => {
	const { request, about } = await uploaded({});
	expect(request).toMatchObject({
		method: 'PUT',
		path: 'entity/Default/24.200.001/SalesOrder/SO/000001/files/a.csv',
		headers: {
			'PX-CbApiBranch': 'PRODWHOLE',
			'PX-CbFileComment': 'Mine',
			'content-type': 'text/csv',
		},
		body: sent.file,
		expect: 'nothing',
	});
	expect(about).toMatchObject({ doing: 'attach "a.csv" to', record: 'SO/000001', writes: true });
});

test.each([
	['nothing new', { files: [] }, undefined],
	['no list of files', {}, undefined],
	['a new file of the name', { files: [listed(fileId, 'Orders (SO 1)\\A.CSV')] }, 204],
	['another new file', { files: [listed(fileId, 'other.csv')] }, 409],
])('of a doubtful upload, %s tells %s', async (_found, after, status) => {
	expect(await judged({ files: [] }, read(after))).toBe(status);
});

test('a file that was there before tells nothing, new or not', async () => {
	expect(await judged({ files: [listed(fileId, 'a.csv')] }, read({}))).toBe('unsafe');
	expect(
		await judged({ files: [listed('f0', 'b.csv')] }, read({ files: [listed('f0', 'b.csv')] })),
	).toBeUndefined();
});

test('a look-up that fails proves nothing', async () => {
	expect(await judged({}, answer(500))).toBe(500);
	const cut = { kind: 'failure', reason: 'cut', message: '', phase: 'request' } as const;
	expect(await judged({}, cut)).toBe('failure');
});

test('the files of a row are those of that row', async () => {
	const row = { detail: 'Details', field: 'LineNbr', value: '1' };
	const link = '/S/entity/Default/24.200.001/files/Graph/Details/row/{filename}';
	const rowWith = (files: object[]) => ({
		files: [listed(fileId, 'a.csv')],
		Details: [{ LineNbr: { value: 1 }, _links: { 'files:put': link }, files }],
	});
	expect(await judged(rowWith([]), read(rowWith([])), { row })).toBeUndefined();
	expect(await judged(rowWith([]), read(rowWith([listed('f2', 'a.csv')])), { row })).toBe(204);
});
