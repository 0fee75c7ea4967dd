import * as fc from 'fast-check';
import { jsonList, jsonOf, parseJson } from '../../nodes/Acumatica/contract/json';

/** A number without its sign of zero, leading zeros and trailing zeros of the fraction. */
function normalized(token: string): string {
	const [whole = '', fraction = ''] = token.replace('-', '').split('.');
	const decimals = fraction.replace(/0+$/, '');
	return `${token.startsWith('-') ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A double as plain digits; the numbers here are long enough never to come out with an exponent. */
function digitsOf(parsed: unknown): string {
	return typeof parsed === 'number' ? parsed.toLocaleString('en', plainDigits) : String(parsed);
}

const plainDigits = { useGrouping: false, maximumFractionDigits: 20 } as const;

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const decimalToken = fc
	.tuple(
		fc.constantFrom('', '-'),
		fc.integer({ min: 1, max: 9 }),
		digits(20),
		fc.option(digits(20)),
	)
	.map(
		([sign, first, rest, fraction]) =>
			`${sign}${first}${rest}${fraction === null ? '' : `.${fraction}`}`,
	);

describe('parseJson', () => {
	it('loses no digit of a number', () => {
		fc.assert(
			fc.property(decimalToken, (token) => {
				const parsed = parseJson(`{"value":${token}}`);
				expect(normalized(digitsOf(Reflect.get(Object(parsed), 'value')))).toBe(normalized(token));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('reads everything else as JSON.parse does', () => {
		fc.assert(
			fc.property(fc.json({ noUnicodeString: false }), (text) => {
				// Doubles with more than 15 digits are the one difference, and have a property of their own.
				fc.pre(!/\d[\d.]{15,}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '')));
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('leaves texts alone, whatever stands in them', () => {
		const signs = ['"', ':', ',', '[', '12345678901234567890', 'é', '\n'];
		// Node 24.21 itself takes the name `x"` for `x\` when it has parsed an object with that one before.
		const anyName = fc.string({ unit: fc.constantFrom(...signs) });
		const anyText = fc.string({ unit: fc.constantFrom('\\', ...signs) });
		fc.assert(
			fc.property(anyName, anyText, (name, text) => {
				const texts = JSON.stringify({ [`x${name}`]: text }).slice(1, -1);
				expect(parseJson(`{"n":9007199254740993,${texts},"m":[9007199254740993]}`)).toEqual({
					n: '9007199254740993',
					[`x${name}`]: text,
					m: ['9007199254740993'],
				});
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([
		['9007199254740991', 9_007_199_254_740_991],
		['9007199254740993', '9007199254740993'],
		['-636295833829493672', '-636295833829493672'],
		['100.000000', 100],
		['1000000.0000000000', 1_000_000],
		['0.000000000000000001', 1e-18],
		['0.1234567890123456', '0.1234567890123456'],
		['1.00000000000000001', '1.00000000000000001'],
		['4503599627370497.5', '4503599627370497.5'],
		['1234567890123456.1', '1234567890123456.1'],
		['12345678901234.50', 12_345_678_901_234.5],
		['1.234567890123456789e5', '1.234567890123456789e5'],
	])('%s', (token, value) => {
		expect(parseJson(token)).toBe(value);
		expect(parseJson(`[${token},{"a":${token}}]`)).toEqual([value, { a: value }]);
	});

	it('reads a file of many megabytes in one text', () => {
		const long = 'AB\\/'.repeat(5_000_000);
		const parsed = parseJson(`{"id":9007199254740993,"data":"${long}"}`);
		expect(Reflect.get(Object(parsed), 'id')).toBe('9007199254740993');
		expect(Reflect.get(Object(parsed), 'data')).toHaveLength(15_000_000);
	});

	it.each(['', '{', '{"a":12345678901234567', '[1,]', '12345678901234567x', '01234567890123456'])(
		'refuses %p, as JSON.parse does',
		(text) => {
			expect(() => JSON.parse(text)).toThrow(SyntaxError);
			expect(() => parseJson(text)).toThrow(SyntaxError);
		},
	);
});

test('what a text holds, if anything', () => {
	expect(['{"a":1}', 'null', '{"a":', ''].map(jsonOf)).toEqual([
		{ a: 1 },
		null,
		undefined,
		undefined,
	]);
});

test('the list that a text holds, if it is one', () => {
	expect([' ["a", 1] ', '[]'].map(jsonList)).toEqual([['a', 1], []]);
	expect(['[a]', '{"a":[]}', '["a"] b', 'a'].map(jsonList)).toEqual(Array(4).fill(undefined));
});
