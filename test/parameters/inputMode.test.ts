import { NodeHelpers } from 'n8n-workflow';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { readInputMode } from '../../nodes/Acumatica/parameters/inputMode';
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
