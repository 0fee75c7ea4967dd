import { fetchFile } from '../../../nodes/Acumatica/operations/file/fetchFile';
import type { ApiRequest } from '../../../nodes/Acumatica/transport/request';
import { answer } from '../../support/sessionServer.ts';
import { operationCall } from '../../support/operationCall.ts';
import { fileId } from './fileRun.ts';

/** Fetches a file whose answer has these headers, as often as it is sent. */
async function fetched(fileName: string, headers: Record<string, string>, times = 1) {
	const written: string[] = [];
	const seen: Array<number | undefined> = [];
	const scripted = operationCall({});
	const file: Parameters<NonNullable<ApiRequest['receive']>>[0] = Object.create(null);
	const result = await fetchFile(
		{
			...scripted,
			api: async (request, about) => {
				for (let time = 0; time < times; time++) {
					seen.push(await request.receive?.(file, answer(200, { headers })));
				}
				return await scripted.api(request, about);
			},
			writeBinary: async (_file, name, mimeType) => {
				written.push(`${name} ${mimeType}`);
				return { data: { data: 'filesystem-v2', fileName: name, mimeType }, size: written.length };
			},
		},
		{ id: fileId, fileName, endpointPath: 'entity/Default/24.200.001', about: { doing: 'get' } },
	).catch((error: Error) => error.message);
	return { result, written, seen, request: scripted.asked[0]?.request };
}

test('asks for the file by its ID', async () => {
	const { request } = await fetched('a.pdf', {});
	expect(request).toMatchObject({
		method: 'GET',
		path: `entity/Default/24.200.001/files/${fileId}`,
		expect: 'file',
		replay: 'safe',
	});
});

test.each([
	['a.pdf', { 'content-type': 'application/octet-stream' }, 'a.pdf application/pdf'],
	['a.pdf', { 'content-disposition': 'attachment; filename=b.txt' }, 'a.pdf application/pdf'],
	['', { 'content-disposition': 'attachment; filename=b.txt' }, 'b.txt text/plain'],
	['', {}, `${fileId} application/octet-stream`],
	['a.html', { 'content-type': 'text/html' }, 'a.html text/html'],
	['a.json', { 'content-type': 'application/json' }, 'a.json application/json'],
])('%j with %j is stored as %s', async (name, headers, stored) => {
	expect((await fetched(name, headers)).written).toEqual([stored]);
});

test.each([
	['a.pdf', { 'content-type': 'text/html; charset=utf-8' }],
	['a.pdf', { 'content-type': 'application/xhtml; html' }],
	['a.pdf', { 'content-type': 'application/json' }],
	['', { 'content-type': 'application/json' }],
])('%j with %j is not stored', async (name, headers) => {
	expect(await fetched(name, headers)).toMatchObject({
		written: [],
		seen: [undefined],
		result: 'Could not get Acumatica: no file came',
	});
});

test('of several attempts, the last is the file', async () => {
	expect((await fetched('a.pdf', {}, 3)).result).toMatchObject({ size: 3 });
});
