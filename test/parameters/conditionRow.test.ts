import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { compileConditions, operators } from '../../nodes/Acumatica/contract/condition';
import { fieldTypes, type FieldType } from '../../nodes/Acumatica/contract/schema';
import { conditionRow } from '../../nodes/Acumatica/parameters/conditionRow';
import { node } from '../support/operationCall.ts';

const shown = (type: string, operator = 'equals') =>
	conditionRow
		.filter((property) =>
			NodeHelpers.displayParameter({ type, operator }, property, { ...node }, null),
		)
		.map(({ name, options }) => [name, (options ?? []).map((option) => Object(option).value)]);

test.each([
	['', 'value'],
	['String', 'value'],
	['custom.Decimal', 'value'],
	['DateTime', 'dateValue'],
	['Boolean', 'choice'],
	['Guid', 'value'],
	['custom.Guid', 'value'],
])('a field of type "%s" has one list of operators and the input %s', (type, input) => {
	expect(shown(type).map(([name]) => name)).toEqual(['field', 'type', 'operator', input]);
});

test('a field without a value asks for none', () =>
	expect(shown('Decimal', 'isEmpty').map(([name]) => name)).toEqual(['field', 'type', 'operator']));

test('every operator is offered for texts, and none that does not exist', () => {
	const [, offered] = shown('String').find(([name]) => name === 'operator') ?? [];
	expect([...(offered as string[])].sort()).toEqual([...operators].sort());
	const [, ofSwitches] = shown('Boolean').find(([name]) => name === 'operator') ?? [];
	expect(ofSwitches).toEqual(['equals', 'notEquals']);
	const [, ofIds] = shown('Guid').find(([name]) => name === 'operator') ?? [];
	expect(ofIds).toEqual(['equals', 'isEmpty', 'isNotEmpty', 'isOneOf', 'notEquals']);
});

test('every operator that is offered for a type can be compiled for it', () => {
	const values: Partial<Record<FieldType, string>> = {
		Boolean: 'true',
		DateTime: '2026-01-31',
		DateOnly: '2026-01-31',
		Guid: '1af4d140-5321-41f2-a2ec-50b67f577c6c',
	};
	for (const type of fieldTypes) {
		const [, offered] = shown(type).find(([name]) => name === 'operator') ?? [];
		for (const operator of operators.filter((one) => (offered as string[]).includes(one))) {
			const field = { within: [], name: 'Field', type };
			const value = values[type] ?? '5';
			expect(compileConditions([{ field, operator, value, at: '' }], 'all', 'utc')).toMatch(
				/Field/,
			);
		}
	}
});

test('what is stored reaches the run, whichever inputs are shown', () => {
	const { description } = new Acumatica();
	const conditions = [
		{ field: 'Status|String', operator: 'contains', value: 'Op' },
		{ field: 'Hold|Boolean', choice: 'false' },
		{ field: 'Date|DateTime', operator: 'lessThan', dateValue: '2026-01-31T00:00:00' },
		{ field: '={{ "Status" }}', value: 'x' },
		{},
	];
	const parameters = {
		resource: 'record',
		operation: 'getAll',
		filterType: 'conditions',
		filters: { conditions },
	};
	// The editor leaves out what is hidden or untouched when it saves; a run fills in defaults.
	const pass = (given: INodeParameters, withDefaults: boolean) =>
		NodeHelpers.getNodeParameters(
			description.properties,
			given,
			withDefaults,
			false,
			{ ...node },
			description,
		) ?? {};
	const filled = pass(pass(parameters, false), true);
	expect(Object(filled.filters).conditions).toMatchObject([
		{ field: 'Status|String', operator: 'contains', value: 'Op' },
		{ field: 'Hold|Boolean', operator: 'equals', choice: 'false' },
		{ field: 'Date|DateTime', operator: 'lessThan', dateValue: '2026-01-31T00:00:00' },
		{ field: '={{ "Status" }}', operator: 'equals', value: 'x' },
		{ field: '', operator: 'equals', value: '', dateValue: '', choice: 'true' },
	]);
});
