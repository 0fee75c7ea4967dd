import {
	filesRequest,
	readWantedFiles,
	readWithFiles,
} from '../../../nodes/Acumatica/operations/file/recordFiles';
import { operationCall, targetOf } from '../../support/operationCall.ts';
import { fileId, listed } from './fileRun.ts';

const target = targetOf('SalesOrder');
const key = { keyFields: ['SO', '000001'] };
const order = {
	files: [listed(fileId, 'a.pdf')],
	Details: [{ id: 'row', files: [listed('f2', 'b.pdf'), listed('f3', 'c.txt')] }],
};

test('files are read with their record, and no field of it is left out', () => {
	const call = operationCall({ options: { branch: 'PRODWHOLE' } });
	expect(filesRequest(call, target, key, ['Details'])).toEqual({
		method: 'GET',
		path: 'entity/Default/24.200.001/SalesOrder/SO/000001',
		query: { $expand: 'files,Details,Details/files' },
		headers: { 'PX-CbApiBranch': 'PRODWHOLE' },
		expect: 'json',
		replay: 'safe',
	});
});

test('a record has to come', async () => {
	await expect(readWithFiles(operationCall({}, [order]), target, key)).resolves.toBe(order);
	await expect(readWithFiles(operationCall({}, ['x']), target, key)).rejects.toThrow(
		'Could not read the files of SalesOrder "SO/000001"',
	);
});

test('a wrong name among the details is looked for where it was entered', async () => {
	const call = operationCall({}, [order, order]);
	await readWithFiles(call, target, key, ['Detials']);
	await readWithFiles(call, target, key);
	expect(call.asked.map(({ about }) => about.reads)).toEqual([['Files of Details'], []]);
});

test('only what is asked for is wanted', async () => {
	const read = async (parameters: object) =>
		(await readWantedFiles(operationCall({ ...parameters }, [order]), target, key)).map(
			({ fileName }) => fileName,
		);
	expect(await read({})).toEqual(['a.pdf']);
	expect(await read({ options: { detailFiles: 'Details' } })).toEqual(['a.pdf', 'b.pdf', 'c.txt']);
	const pdf = { fileNamePattern: '*.pdf', options: { detailFiles: 'Details' } };
	expect(await read(pdf)).toEqual(['a.pdf', 'b.pdf']);
});
