import * as fc from 'fast-check';
import {
	allEqual,
	fieldReference,
	literal,
	textLiteral,
	typedLiteral,
} from '../../nodes/Acumatica/contract/literal';
import type { FieldType } from '../../nodes/Acumatica/contract/schema';

describe('literals of a filter', () => {
	it.each([
		['Open', "'Open'"],
		['', "''"],
		["O'Brien", "'O''Brien'"],
		["'", "''''"],
		['12.5', "'12.5'"],
		['Größe "東京"', '\'Größe "東京"\''],
		[12.5, '12.5'],
		[0, '0'],
		[-3, '-3'],
		[true, 'true'],
		[false, 'false'],
		[null, 'null'],
	])('%p', (value, text) => {
		expect(literal(value)).toBe(text);
	});

	it('no text can end its own quotes', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("'", 'a', ' ') }), (text) => {
				const inner = textLiteral(text).slice(1, -1);
				expect(inner.replaceAll("''", '')).not.toContain("'");
				expect(inner.replaceAll("''", "'")).toBe(text);
			}),
		);
	});
});

test('several fields are compared at once', () => {
	const fields = [
		['OrderType', 'SO'],
		['Line', 1],
		['Note', null],
	] as const;
	expect(allEqual(fields)).toBe("OrderType eq 'SO' and Line eq 1 and Note eq null");
	expect(allEqual([['ExternalRef', "a'b"]])).toBe("ExternalRef eq 'a''b'");
});

describe('a value of a type', () => {
	test.each<[FieldType, string | number | boolean, string]>([
		['String', "O'Brien", "'O''Brien'"],
		['String', 42, "'42'"],
		['Decimal', 12.5, '12.5M'],
		['Decimal', '98765432109876543210.123456', '98765432109876543210.123456M'],
		['Decimal', 1e21, '1000000000000000000000M'],
		['Decimal', 1e-7, '0.0000001M'],
		['Decimal', '-1.23456789012345678e-3', '-0.00123456789012345678M'],
		['Decimal', '1234567890123456.78E2', '123456789012345678M'],
		['Decimal', '0.120e+1', '1.2M'],
		['Double', 1.5e300, `15${'0'.repeat(299)}`],
		['Double', '1e-999999999', '1e-999999999'],
		['Double', -0.5, '-0.5'],
		['Int', '+7', '7'],
		['Long', '9007199254740993', '9007199254740993'],
		['Boolean', true, 'true'],
		['DateTime', '2026-01-31', "datetimeoffset'2026-01-31'"],
		['DateOnly', '2026-01-31', "date'2026-01-31'"],
		['Guid', '1af4d140-5321-41f2-a2ec-50b67f577c6c', "guid'1af4d140-5321-41f2-a2ec-50b67f577c6c'"],
		['Unknown', 'x', "'x'"],
		['Unknown', 5, '5'],
	])('%s: %p is %s', (type, value, expected) => expect(typedLiteral(type, value)).toBe(expected));
});

test.each([
	[{ within: [], name: 'Status', type: 'String' as const }, 'Status'],
	[{ within: ['MainContact'], name: 'Email', type: 'String' as const }, 'MainContact/Email'],
	[
		{ within: [], view: 'Document', name: 'UsrFee', type: 'Decimal' as const },
		"cf.Decimal(f='Document.UsrFee')",
	],
])('%j is referred to as %s', (field, expected) => expect(fieldReference(field)).toBe(expected));
