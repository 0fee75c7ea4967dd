import { DateTime } from 'luxon';
import { fieldValue } from '../../nodes/Acumatica/contract/fieldValue';
import type { FieldType } from '../../nodes/Acumatica/contract/schema';

const value = (type: FieldType, given: unknown, name = 'Field') =>
	fieldValue(given, { name, type, at: name }, 'Europe/Berlin');

describe('what a field takes of a value', () => {
	test.each<[FieldType, unknown, unknown]>([
		['String', '00042', '00042'],
		['String', 42, '42'],
		['String', true, 'true'],
		['String', ' a ', ' a '],
		['String', DateTime.fromISO('2026-01-31', { zone: 'utc' }), '2026-01-31T00:00:00.000Z'],
		['Decimal', 12.5, 12.5],
		['Decimal', '12.50', 12.5],
		['Decimal', ' -0.5 ', -0.5],
		['Decimal', '1e3', 1000],
		['Decimal', '98765432109876543210.123456', '98765432109876543210.123456'],
		['Double', '0', 0],
		['Int', '7', 7],
		['Int', 7.0, 7],
		['Int', '7.00', 7],
		['Short', -32768, -32768],
		['Byte', '255', 255],
		['Long', '9007199254740993', '9007199254740993'],
		['Long', 12n, 12],
		['Boolean', true, true],
		['Boolean', 'false', false],
		['Boolean', 'Yes', true],
		['Boolean', 0, false],
		['DateOnly', '2026-01-31T10:00:00', '2026-01-31'],
		['Guid', '1AF4D140-5321-41f2-a2ec-50b67f577c6c', '1AF4D140-5321-41f2-a2ec-50b67f577c6c'],
		['Unknown', 'as it is', 'as it is'],
		['Unknown', 5, 5],
	])('%s of %p is %p', (type, given, expected) => expect(value(type, given)).toBe(expected));

	test('a calendar date is the one that is shown, wherever it comes from', () => {
		for (const given of ['2026-01-31T00:00:00', '2026-01-31T00:00:00.000+13:00', '2026/01/31'])
			expect(value('DateTime', given, 'RequestedOn')).toBe('2026-01-31');
	});

	test('an instant keeps its offset, or gets that of the workflow', () => {
		const instant = (given: string) => value('DateTime', given, 'StartTime');
		expect(instant('2026-01-31T14:30:00-05:00')).toBe('2026-01-31T14:30:00.000-05:00');
		expect(instant('2026-01-31T14:30:00')).toBe('2026-01-31T14:30:00.000+01:00');
	});
});

test.each<FieldType>(['String', 'Decimal', 'Int', 'Boolean', 'DateTime', 'DateOnly', 'Guid'])(
	'%s: an empty text, and what is not there, are not sent; null clears',
	(type) => {
		for (const nothing of ['', undefined, {}, { value: '' }])
			expect(value(type, nothing)).toBeUndefined();
		expect(value(type, null)).toBeNull();
		expect(value(type, { value: null })).toBeNull();
	},
);

test('a value that is wrapped already counts as what it holds', () => {
	expect(value('Decimal', { value: '1.5', error: 'x' })).toBe(1.5);
	expect(value('String', { type: 'CustomStringField', value: 'a' })).toBe('a');
});

describe('what a field cannot take', () => {
	test.each<[FieldType, unknown, RegExp]>([
		['Decimal', '1,5', /^"Field" holds the text "1,5", but takes a number with a point/],
		['Decimal', Number.NaN, /but takes a number/],
		['Decimal', '1e400', /holds the text "1e400", but takes a number/],
		['Decimal', true, /holds the value true, but takes a number/],
		['Int', 1.5, /holds the number 1.5, but takes a whole number from -2147483648 to 2147483647/],
		['Short', 32768, /takes a whole number from -32768 to 32767/],
		['Byte', -1, /takes a whole number from 0 to 255/],
		['Boolean', 'maybe', /takes true or false/],
		['DateTime', 'soon', /takes a date, for example 2026-01-31/],
		['DateOnly', 7, /takes a date/],
		['Guid', '42', /takes an ID/],
		['String', ['a'], /holds a list, but takes a text/],
		['String', { a: 1 }, /holds an object, but takes a text/],
	])('%s: %p', (type, given, message) => expect(() => value(type, given)).toThrow(message));

	test('a time says what a time looks like', () =>
		expect(() => value('DateTime', 'soon', 'StartTime')).toThrow(/2026-01-31T14:30:00Z/));
});
