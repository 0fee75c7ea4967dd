import { readMappedValues } from '../../nodes/Acumatica/parameters/mappedValues';
import { readerOf } from '../support/operationCall.ts';

describe('mapped values', () => {
	const read = (recordFields: unknown, stored: object = {}) =>
		readMappedValues(
			{
				parameters: readerOf({ recordFields }),
				node: { parameters: { recordFields: { ...stored } } },
				input: { A: 'of the item' },
			},
			'recordFields',
			'Fields',
		);

	it('are those of the panel', () =>
		expect(
			read({
				mappingMode: 'defineBelow',
				value: { A: 1 },
				matchingColumns: ['A'],
				schema: [],
			}),
		).toEqual({ automatic: false, values: { A: 1 }, matchBy: ['A'] }));

	it('are those of the incoming item, where it is mapped automatically', () =>
		expect(read({ mappingMode: 'autoMapInputData', value: { A: 1 }, schema: [] })).toEqual({
			automatic: true,
			values: { A: 'of the item' },
			matchBy: [],
		}));

	it('leave out what nobody has touched, and keep what an expression clears', () => {
		const value = { Untouched: null, Cleared: null };
		const stored = { value: { Untouched: null, Cleared: '={{ null }}' } };
		expect(read({ value, schema: [] }, stored).values).toEqual({ Cleared: null });
	});

	it('may be given bare, as an agent does', () =>
		expect(read({ A: 1, B: 'x' })).toMatchObject({ values: { A: 1, B: 'x' } }));

	it.each([[undefined], [null], [{ mappingMode: 'defineBelow', value: null, schema: [] }]])(
		'%j has none',
		(recordFields) => expect(read(recordFields)).toMatchObject({ values: {}, matchBy: [] }),
	);

	it('are no text', () => expect(() => read('x')).toThrow('The parameter "Fields" cannot be used'));

	it('may be JSON text, as agents give it, as a whole or in part', () => {
		const values = { A: 1 };
		expect(read(JSON.stringify(values)).values).toEqual(values);
		expect(read({ value: JSON.stringify(values) }).values).toEqual(values);
		expect(read(JSON.stringify({ value: values, matchingColumns: ['A'] }))).toEqual({
			automatic: false,
			values,
			matchBy: ['A'],
		});
		expect(() => read('A is 1')).toThrow('"Fields"');
		expect(() => read({ value: '{A' })).toThrow('"Fields"');
	});

	it('are no settings of the mapper', () =>
		expect(read({ mappingMode: 'defineBelow', attemptToConvertTypes: false, A: 1 }).values).toEqual(
			{ A: 1 },
		));
});
