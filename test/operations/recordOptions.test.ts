import { DateTime } from 'luxon';

import { readRecordOptions } from '../../nodes/Acumatica/operations/recordOptions';
import { operationCall } from '../support/operationCall.ts';

const read = (options?: unknown) => readRecordOptions(operationCall({ options }));
const nothing = {
	query: { select: [], expand: [], custom: [] },
	headers: {},
	pageSize: 1000,
	duplicateCheckField: '',
	checkBeforeFirstAttempt: false,
	checkFieldLengths: false,
	onlyIfUnchangedSince: undefined,
	cacheSeconds: 0,
};

test.each([
	{},
	{ select: '', expand: null, businessDate: '', branch: '', duplicateCheckField: ' ' },
	{ businessDate: null, branch: undefined, timeout: 5 },
])('%p asks for nothing in particular', (options) => {
	expect(read(options)).toEqual(nothing);
});

test('what to return may be text or a list', () => {
	expect(read({ select: 'A, B', expand: ['C'], custom: 'V.F\nW.G' }).query).toEqual({
		select: ['A', 'B'],
		expand: ['C'],
		custom: ['V.F', 'W.G'],
	});
});

describe('the business date', () => {
	const lateInNewYork = '2026-01-31T23:30:00.000-05:00';
	test.each([
		['2026-01-31', '2026/01/31'],
		['2026/01/31', '2026/01/31'],
		[' 2026-01-31 ', '2026/01/31'],
		['2026-01-31T08:00:00', '2026/01/31'],
		[lateInNewYork, '2026/01/31'],
		[DateTime.fromISO(lateInNewYork, { setZone: true }), '2026/01/31'],
		[DateTime.fromISO('2026-01-31').toJSDate(), '2026/01/31'],
	])('%p is the day that it shows', (businessDate, header) => {
		expect(read({ businessDate }).headers).toEqual({ 'PX-CbApiBusinessDate': header });
	});

	test.each(['31.01.2026', 'tomorrow', '2026-02-30', {}, DateTime.invalid('none')])(
		'%p is none',
		(businessDate) => {
			expect(() => read({ businessDate })).toThrow(
				`"Business Date" holds "${String(businessDate)}", which is not a date. Enter it as 2026-01-31`,
			);
		},
	);
});

describe('the branch', () => {
	test.each(['PRODWHOLE', 'Café West', 7])('%p goes into a header', (branch) => {
		expect(read({ branch }).headers).toEqual({ 'PX-CbApiBranch': String(branch) });
	});

	test.each(['渋谷', 'A\r\nX-Injected: 1'])('%p cannot', (branch) => {
		expect(() => read({ branch })).toThrow(
			`"Branch" "${branch}" has characters that cannot be sent. Use the branch ID instead`,
		);
	});
});

test('the page size is a whole number from 1 on', () => {
	expect(read({ pageSize: '20' }).pageSize).toBe(20);
	for (const pageSize of [0, -1, 1.5, 'many'])
		expect(() => read({ pageSize })).toThrow('(pageSize)');
});

test('what is no number of seconds remembers nothing', () => {
	expect(read({ cacheSeconds: '30' }).cacheSeconds).toBe(30);
	for (const cacheSeconds of [-1, 'long']) expect(read({ cacheSeconds }).cacheSeconds).toBe(0);
});
