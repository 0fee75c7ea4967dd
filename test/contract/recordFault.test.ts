import {
	describeValue,
	RecordFault,
	requireFieldName,
} from '../../nodes/Acumatica/contract/recordFault';

describe('a record that cannot be written', () => {
	it('says where, then what', () => {
		const fault = new RecordFault('Details[2].Qty', 'holds a list, which cannot be sent');
		expect(fault).toBeInstanceOf(Error);
		expect(fault.name).toBe('RecordFault');
		expect(fault.path).toBe('Details[2].Qty');
		expect(fault.message).toBe('"Details[2].Qty" holds a list, which cannot be sent');
	});

	it.each(['__proto__', 'constructor', 'prototype'])('%s is no name of a field', (name) => {
		expect(() => requireFieldName(name, `custom.${name}`)).toThrow(
			`"custom.${name}" is not the name of a field. Remove it from the record`,
		);
	});

	it.each(['OrderNbr', 'Constructor', 'toString', 'hasOwnProperty'])('%s may be one', (name) => {
		expect(() => requireFieldName(name, name)).not.toThrow();
	});
});

describe('a value in words', () => {
	it.each([
		[undefined, 'nothing'],
		[null, 'nothing'],
		['', 'the text ""'],
		['abc', 'the text "abc"'],
		[1.5, 'the number 1.5'],
		[Number.NaN, 'the number NaN'],
		[10n ** 20n, 'the number 100000000000000000000'],
		[false, 'the value false'],
		[[1], 'a list'],
		[{ a: 1 }, 'an object'],
		[new Date('soon'), 'a date that does not exist'],
		[() => 1, 'a function'],
		[Symbol('x'), 'a symbol'],
	])('%p', (value, words) => {
		expect(describeValue(value)).toBe(words);
	});

	it('long texts are cut', () => {
		expect(describeValue('x'.repeat(61))).toBe(`the text "${'x'.repeat(60)}…"`);
		expect(describeValue('x'.repeat(60))).toBe(`the text "${'x'.repeat(60)}"`);
	});
});
