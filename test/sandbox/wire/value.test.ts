import type { FieldType } from '../contract/contract.ts';
import { isGuid, readScalar, scalarText } from './value.ts';

const read = (type: FieldType, value: unknown) => readScalar({ field: 'F', type }, value, 0);
const write = (type: FieldType, value: string | number | boolean | null) =>
	scalarText({ field: 'F', type }, value, 0);

describe('a value from a body', () => {
	it.each<[FieldType, unknown, unknown]>([
		['String', 'a', 'a'],
		['String', 5, '5'],
		['String', '', ''],
		['Boolean', true, true],
		['Boolean', 'False', false],
		['Decimal', 1.5, 1.5],
		['Decimal', '1.50', 1.5],
		['Decimal', '12345678901234567890.12', '12345678901234567890.12'],
		['Double', '2', 2],
		['Int', 3, 3],
		['Int', '3', 3],
		['Short', 32_767, 32_767],
		['DateTime', '2024-11-01', '2024-11-01T00:00:00.000Z'],
		['DateOnly', '2024-11-01', '2024-11-01T00:00:00.000Z'],
		['Guid', '0E94C7D2-6B3A-4F58-8D21-7A5C1F9E3B60', '0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60'],
		['Decimal', null, null],
	])('%s takes %p as %p', (type, value, stored) => {
		expect(read(type, value)).toEqual(stored);
	});

	it.each<[FieldType, unknown]>([
		['Decimal', 'two'],
		['Decimal', true],
		['Decimal', ''],
		['Int', 1.5],
		['Int', 3_000_000_000],
		['Short', 40_000],
		['Byte', 256],
		['Boolean', 'yes'],
		['Boolean', 1],
		['DateTime', 'soon'],
		['DateTime', 20241101],
		['Guid', 'x'],
		['String', { value: 'a' }],
		['String', ['a']],
	])('%s refuses %p', (type, value) => {
		expect(read(type, value)).toBeUndefined();
	});
});

describe('a value on the wire', () => {
	it.each<[FieldType, string | number | boolean | null, string]>([
		['Decimal', 0, '0.0000'],
		['Decimal', 34.99, '34.9900'],
		['Decimal', -0.123456, '-0.123456'],
		['Decimal', '12345678901234567890.12', '12345678901234567890.1200'],
		['Decimal', 1e-7, '1e-7'],
		['Int', 7, '7'],
		['Boolean', false, 'false'],
		['String', 'say "hi"', '"say \\"hi\\""'],
		['DateTime', '2024-11-01T00:00:00.000Z', '"2024-11-01T00:00:00+00:00"'],
		['String', null, 'null'],
	])('%s %p is %s', (type, value, text) => {
		expect(write(type, value)).toBe(text);
	});

	it('is a GUID or is not', () => {
		expect(isGuid('0E94C7D2-6B3A-4F58-8D21-7A5C1F9E3B60')).toBe(true);
		expect(isGuid('000001')).toBe(false);
	});
});
