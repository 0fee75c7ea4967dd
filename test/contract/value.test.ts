import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { parseJson } from '../../nodes/Acumatica/contract/json';
import { unwrapRecord, wrapRecord } from '../../nodes/Acumatica/contract/value';
import { anyRecord, entityNames, recordsOf } from './contractRecords.ts';
import { frozen } from './frozen.ts';

describe('the law of wrapping', () => {
	it('is proved on all 119 entities of Default/24.200.001', () => {
		expect(entityNames).toHaveLength(119);
	});

	it.each(entityNames)('%s: unwrapped after wrapping is what it was', (entity) => {
		fc.assert(
			fc.property(recordsOf(entity), (record) => {
				expect(unwrapRecord(wrapRecord(record))).toEqual(record);
			}),
			{ numRuns: 20 },
		);
	});

	it('holds over the wire, as JSON', () => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const sent = JSON.stringify(wrapRecord(record));
				expect(unwrapRecord(Object(parseJson(sent)))).toEqual(record);
			}),
			{ numRuns: 300 },
		);
	});

	it('lets records pass that are wrapped already', () => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const wrapped = wrapRecord(record);
				expect(wrapRecord(wrapped)).toEqual(wrapped);
			}),
			{ numRuns: 300 },
		);
	});

	it('changes nothing in its input, in neither direction', () => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const wrapped = wrapRecord(frozen(record));
				unwrapRecord(frozen(wrapped));
			}),
			{ numRuns: 300 },
		);
	});
});

describe('wrapRecord', () => {
	it.each([
		['text', 'C000001', { value: 'C000001' }],
		['an empty text', '', { value: '' }],
		['zero', 0, { value: 0 }],
		['false', false, { value: false }],
		['null, which clears the field', null, { value: null }],
		['a text that looks like a number', '00042', { value: '00042' }],
		['an integer beyond 2^53', 9_007_199_254_740_993n, { value: '9007199254740993' }],
		['a date', new Date('2024-11-01T10:00:00Z'), { value: '2024-11-01T10:00:00.000Z' }],
		[
			"n8n's own date, with its offset",
			DateTime.fromISO('2024-11-01T10:00:00+02:00', { setZone: true }),
			{ value: '2024-11-01T10:00:00.000+02:00' },
		],
		['a wrapped value', { value: 'x' }, { value: 'x' }],
		[
			'a wrapped value with the error of the last attempt',
			{ value: 'x', error: 'No' },
			{ value: 'x' },
		],
		['an empty field as the ERP answers it', {}, {}],
		['a linked entity', { Email: 'a@b.example' }, { Email: { value: 'a@b.example' } }],
		['detail rows', [{ Qty: 1 }, {}], [{ Qty: { value: 1 } }, {}]],
		['no rows', [], []],
	])('sends %s', (_what, given, sent) => {
		expect(wrapRecord({ Field: given })).toEqual({ Field: sent });
	});

	it('leaves system fields bare, on every level', () => {
		const row = { id: 'b', rowNumber: 2, delete: true };
		expect(wrapRecord({ id: 'a', rowNumber: 1, Details: [row] })).toEqual({
			id: 'a',
			rowNumber: 1,
			Details: [row],
		});
		expect(wrapRecord({ id: { value: 'a' } })).toEqual({ id: 'a' });
	});

	it('wraps the note like a field', () => {
		expect(wrapRecord({ note: 'Call first' })).toEqual({ note: { value: 'Call first' } });
	});

	it('leaves out what only the ERP writes, and what is undefined', () => {
		const read = { _links: { self: '/x' }, files: [{ id: 'f' }], error: 'No', Status: undefined };
		expect(wrapRecord({ ...read, Details: [read] })).toEqual({ Details: [{}] });
	});

	it.each([
		['a key', '{"__proto__":{"admin":true}}', '__proto__'],
		['a nested key', '{"MainContact":{"constructor":"x"}}', 'MainContact.constructor'],
		['a key of a row', '{"Details":[{},{"prototype":1}]}', 'Details[1].prototype'],
		['a view', '{"custom":{"__proto__":{"UsrX":1}}}', 'custom.__proto__'],
		['a custom field', '{"custom":{"Document":{"__proto__":1}}}', 'custom.Document.__proto__'],
	])('refuses %s that reaches for the prototype', (_what, json, path) => {
		expect(() => wrapRecord(Object(parseJson(json)))).toThrow(
			expect.objectContaining({ name: 'RecordFault', path }),
		);
		expect(Reflect.get({}, 'admin')).toBeUndefined();
	});

	it.each([
		['a function', { A: { B: () => 1 } }, 'A.B', 'a function'],
		['a number that is none', { Qty: Number.NaN }, 'Qty', 'the number NaN'],
		[
			'a date that does not exist',
			{ Date: new Date('soon') },
			'Date',
			'a date that does not exist',
		],
		[
			"n8n's own date that does not exist",
			{ Date: DateTime.fromISO('soon') },
			'Date',
			'a date that does not exist',
		],
		['text as a row', { Details: [{}, 'AALEGO500'] }, 'Details[1]', 'the text "AALEGO500"'],
		[
			'a date as a row',
			{ Details: [new Date('soon')] },
			'Details[0]',
			'a date that does not exist',
		],
		['a list as a row', { Details: [[]] }, 'Details[0]', 'a list'],
		['a wrapped object', { A: { value: { b: 1 } } }, 'A.value', 'an object'],
		['an object as an ID', { id: { a: 1 } }, 'id', 'an object'],
	])('names the path of %s, and what it holds', (_what, record, path, holds) => {
		expect(() => wrapRecord(record)).toThrow(expect.objectContaining({ path }));
		expect(() => wrapRecord(record)).toThrow(`"${path}" holds ${holds}`);
	});
});

describe('unwrapRecord', () => {
	it.each([
		['a value', { value: 'x' }, 'x'],
		['a value with an error beside it', { value: 'x', error: 'No' }, 'x'],
		['an empty field', {}, null],
		['a null', { value: null }, null],
		['what was refused without a value', { error: 'No' }, null],
		['a linked entity', { Email: { value: 'a' }, Phone: {} }, { Email: 'a', Phone: null }],
		['detail rows', [{ Qty: { value: 0 } }, {}], [{ Qty: 0 }, {}]],
		['a bare value', 'x', 'x'],
		['a list of bare values', ['x', 1], ['x', 1]],
		['a value that is an object', { value: { a: 1 } }, { a: 1 }],
	])('reads %s', (_what, answered, read) => {
		expect(unwrapRecord({ Field: answered })).toEqual({ Field: read });
	});

	it('leaves out the bookkeeping of the ERP, on every level', () => {
		const bookkeeping = { rowNumber: 1, _links: { self: '/x' }, custom: {} };
		const answered = { ...bookkeeping, id: 'a', Details: [{ ...bookkeeping, id: 'b' }] };
		expect(unwrapRecord(answered)).toEqual({ id: 'a', Details: [{ id: 'b' }] });
	});

	it('keeps files as they are', () => {
		const files = [{ id: 'f', filename: 'a.pdf', href: '/x/files/f', comment: null }];
		expect(unwrapRecord({ files })).toEqual({ files });
	});

	it('lets what it does not know pass untouched', () => {
		const answered = { isNew: true, tags: ['a'], nested: { deep: [{ odd: 1.5 }] }, note: null };
		expect(unwrapRecord(answered)).toEqual(answered);
	});

	it('hands out objects of its own', () => {
		const answered = { Details: [{ Qty: { value: 1 } }], MainContact: { Email: { value: 'a' } } };
		const before = structuredClone(answered);
		const read = unwrapRecord(answered);
		Object.assign(Object(read.MainContact), { Email: 'changed' });
		Object(read.Details).push({});
		expect(answered).toEqual(before);
	});

	it('gives back what can be written again', () => {
		const answered = {
			id: 'a',
			rowNumber: 1,
			note: null,
			custom: {},
			_links: {},
			files: [],
			OrderNbr: { value: '000001' },
			ContactID: {},
		};
		expect(wrapRecord(unwrapRecord(answered))).toEqual({
			id: 'a',
			note: { value: null },
			OrderNbr: { value: '000001' },
			ContactID: { value: null },
		});
	});
});

test('custom: null means no custom fields', () => {
	expect(wrapRecord({ CustomerID: 'C1', custom: null })).toEqual({ CustomerID: { value: 'C1' } });
});
