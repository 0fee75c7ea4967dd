import type { IExecuteFunctions } from 'n8n-workflow';

import { binaryAccess } from '../../nodes/Acumatica/operations/binary';
import type { FileStream } from '../../nodes/Acumatica/transport/request';

type Helpers = IExecuteFunctions['helpers'];

const unused = Object.create(null) as FileStream;
const access = (helpers: Partial<Helpers>) => binaryAccess({ helpers: helpers as Helpers }, 2);

test('a file outside of memory is opened anew each time', async () => {
	const opened: unknown[] = [];
	const file = await access({
		assertBinaryData: (item, property) => ({
			data: 'filesystem-v2',
			mimeType: 'text/csv',
			fileName: `${String(property)}${item}`,
			id: 'filesystem-v2:a',
		}),
		getBinaryMetadata: async () => ({ fileSize: 5 }),
		getBinaryStream: async (id, chunkSize) => {
			opened.push([id, chunkSize]);
			return unused;
		},
	}).readBinary('pdf');
	expect(file).toMatchObject({ fileName: 'pdf2', mimeType: 'text/csv', size: 5 });
	await file.open();
	await file.open();
	expect(opened).toEqual(Array(2).fill(['filesystem-v2:a', 65_536]));
});

test('a file in memory is taken as it is', async () => {
	const file = await access({
		assertBinaryData: () => ({ data: 'YWJj', mimeType: 'text/csv' }),
		getBinaryDataBuffer: async () => Buffer.from('abc'),
	}).readBinary('pdf');
	expect(file).toMatchObject({ fileName: '', size: 3 });
	expect(String(await file.open())).toBe('abc');
});

test.each([
	[{ data: 'filesystem-v2', mimeType: 'text/csv', bytes: 7 }, 7],
	[{ data: 'YWJj', mimeType: 'text/csv' }, 3],
])('of a file that was stored, %j, the size is %d', async (data, size) => {
	const written: unknown[] = [];
	const stored = await access({
		prepareBinaryData: async (...given) => {
			written.push(given);
			return data;
		},
	}).writeBinary(unused, 'a.csv', 'text/csv');
	expect(stored).toEqual({ data, size });
	expect(written).toEqual([[unused, 'a.csv', 'text/csv']]);
});
