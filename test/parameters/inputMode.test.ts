import { NodeHelpers } from 'n8n-workflow';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { readInputMode, readMappedValues } from '../../nodes/Acumatica/parameters/inputMode';
import { node, readerOf } from '../support/operationCall.ts';

describe('the input mode', () => {
	const { description } = new Acumatica();
	const defaultOf = (typeVersion: number) => {
		const parameters = { resource: 'record', operation: 'create' };
		const { properties } = description;
		const filled = NodeHelpers.getNodeParameters(
			properties,
			parameters,
			true,
			false,
			{ ...node, typeVersion },
			description,
		);
		return filled?.inputMode;
	};

	it('is JSON in workflows of version 1, which did not store it', () =>
		expect(defaultOf(1)).toBe('json'));

	it('is Fields in a new node', () => {
		expect(description.defaultVersion).toBe(1.1);
		expect(defaultOf(1.1)).toBe('fields');
	});

	it('is read as JSON where nothing is stored', () => {
		expect(readInputMode(readerOf({}))).toBe('json');
		expect(readInputMode(readerOf({ inputMode: 'fields' }))).toBe('fields');
		expect(() => readInputMode(readerOf({ inputMode: 'xml' }))).toThrow('"Input Mode"');
	});
});

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
});
