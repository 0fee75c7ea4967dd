import type { ApiRequest } from '../../nodes/Acumatica/transport/request';
import { anyRecord, changeReader, type Watched } from '../../nodes/Acumatica/polling/reader';
import { node } from '../support/operationCall.ts';

const asked: ApiRequest[] = [];
let body: unknown = [];
const watched = (query: Watched['query']): Watched => ({
	async api(request) {
		asked.push(request);
		return { status: 200, headers: { date: 'Sun, 25 Oct 2026 00:30:00 GMT' }, body };
	},
	node,
	path: 'entity/Default/24.200.001',
	entity: 'SalesOrder',
	query,
	about: { doing: 'read changes of', entity: 'SalesOrder' },
});
const stretch = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 2) };
beforeEach(() => {
	asked.length = 0;
	body = [];
});

test('a stretch of time is one GET, together with what the user wants', async () => {
	const reader = changeReader(
		watched({ filter: "Status eq 'Open'", select: ['OrderNbr'], expand: ['Details'] }),
		'LastModified',
		['CreatedDate'],
	);
	expect(await reader.read(stretch, 11, 10)).toEqual({
		records: [],
		date: Date.UTC(2026, 9, 25, 0, 30),
	});
	expect(asked).toEqual([
		{
			method: 'GET',
			path: 'entity/Default/24.200.001/SalesOrder',
			query: {
				$filter:
					"LastModified ge datetimeoffset'2026-01-01T00:00:00.000+00:00' and LastModified lt datetimeoffset'2026-01-02T00:00:00.000+00:00' and (Status eq 'Open')",
				$select: 'OrderNbr,LastModified,CreatedDate',
				$expand: 'Details',
				$top: '11',
				$skip: '10',
			},
			expect: 'json',
			replay: 'safe',
		},
	]);
});

test('a glimpse asks for the time alone, and an endless stretch has no end', async () => {
	const reader = changeReader(watched({ expand: ['Details'], custom: ['A.B'] }), 'LastModified');
	await reader.glimpse({ from: stretch.from, to: undefined }, 5);
	expect(asked[0]?.query).toEqual({
		$filter: "LastModified ge datetimeoffset'2026-01-01T00:00:00.000+00:00'",
		$select: 'LastModified',
		$top: '5',
	});
});

test('any record will do to see its fields', async () => {
	await anyRecord(watched({ filter: "Status eq 'Open'" }));
	expect(asked[0]?.query).toEqual({ $top: '1' });
});

test('an answer that is no list is an error', async () => {
	body = { message: 'hello' };
	await expect(anyRecord(watched({}))).rejects.toThrow(
		'Could not read changes of SalesOrder: the answer holds no list of records',
	);
});
