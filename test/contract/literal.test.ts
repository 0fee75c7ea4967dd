import * as fc from 'fast-check';
import { allEqual, literal, textLiteral } from '../../nodes/Acumatica/contract/literal';

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
