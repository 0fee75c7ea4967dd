import { z } from 'zod';

import { locator, names, yesOrNo } from '../../nodes/Acumatica/parameters/parameterReader';
import { readerOf } from '../support/operationCall.ts';

const read = <Shape extends z.ZodTypeAny>(value: unknown, shape: Shape): z.output<Shape> =>
	readerOf({ limit: value }).read('limit', 'Limit', shape);

test('returns what the shape makes of the value', () => {
	expect(read('5', z.coerce.number())).toBe(5);
});

test('null and a parameter that is not there are the same as none', () => {
	expect(read(null, z.string().optional())).toBeUndefined();
	expect(readerOf({}).read('limit', 'Limit', z.string().default('50'))).toBe('50');
});

test('names the parameter as the editor labels it, and the item', () => {
	expect(() => read('x', z.coerce.number({ message: 'enter a number' }))).toThrow(
		expect.objectContaining({
			name: 'NodeOperationError',
			message: 'The parameter "Limit" cannot be used: enter a number',
			description: 'Correct the parameter. Nothing was sent for this item.',
			context: expect.objectContaining({ itemIndex: 3 }),
		}),
	);
});

test('names the entry of a collection', () => {
	expect(() =>
		read({ pageSize: 0 }, z.object({ pageSize: z.number().min(1, 'enter more') })),
	).toThrow('The parameter "Limit" (pageSize) cannot be used: enter more');
});

describe('a resource locator', () => {
	test.each([
		[
			{ __rl: true, mode: 'id', value: ' x ' },
			{ mode: 'id', value: 'x' },
		],
		[
			{ mode: 'list', value: null },
			{ mode: 'list', value: '' },
		],
		[
			{ mode: 'keys', value: 17 },
			{ mode: 'keys', value: '17' },
		],
		[{ value: 'x' }, { mode: '', value: 'x' }],
		['SO/1', { mode: '', value: 'SO/1' }],
		[17, { mode: '', value: '17' }],
		[undefined, { mode: '', value: '' }],
		[{}, { mode: '', value: '' }],
	])('%p is read as %p', (value, expected) => {
		expect(read(value, locator)).toEqual(expected);
	});

	test.each([[['SO/1']], [{ mode: 'id', value: {} }], [true]])('%p is refused', (value) => {
		expect(() => read(value, locator)).toThrow('The parameter "Limit"');
	});
});

describe('a switch', () => {
	test.each([
		[true, true],
		[false, false],
		['true', true],
		['FALSE ', false],
		['', true],
		[null, true],
		[undefined, true],
	])('%p is read as %p', (value, expected) => {
		expect(read(value, yesOrNo(true))).toBe(expected);
	});

	test.each(['yes', 1, {}])('%p is refused', (value) => {
		expect(() => read(value, yesOrNo(true))).toThrow('enter true or false');
	});
});

describe('a list of names', () => {
	test.each([
		['A, B ,C', ['A', 'B', 'C']],
		['A\nB\r\n C', ['A', 'B', 'C']],
		[' ,, ', []],
		['', []],
		[
			['A ', '', 'B'],
			['A', 'B'],
		],
	])('%p is read as %p', (value, expected) => {
		expect(read(value, names)).toEqual(expected);
	});

	test('of other things is refused', () => {
		expect(() => read([1], names)).toThrow('The parameter "Limit"');
	});
});
