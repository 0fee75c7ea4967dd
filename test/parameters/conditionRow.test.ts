import { NodeHelpers } from 'n8n-workflow';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { operators } from '../../nodes/Acumatica/contract/condition';
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
});

test('what is stored reaches the run, whichever inputs are shown', () => {
	const { description } = new Acumatica();
	const conditions = [
		{ field: 'Status|String', operator: 'contains', value: 'Op' },
		{ field: 'Hold|Boolean', choice: 'false' },
		{ field: 'Date|DateTime', operator: 'lessThan', dateValue: '2026-01-31T00:00:00' },
		{ field: '={{ "Status" }}', value: 'x' },
	];
	const parameters = {
		resource: 'record',
		operation: 'getAll',
		filterType: 'conditions',
		filters: { conditions },
	};
	const filled = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ ...node },
		description,
	);
	expect(Object(filled?.filters).conditions).toMatchObject([
		{ field: 'Status|String', operator: 'contains', value: 'Op' },
		{ field: 'Hold|Boolean', operator: 'equals', choice: 'false' },
		{ field: 'Date|DateTime', operator: 'lessThan', dateValue: '2026-01-31T00:00:00' },
		{ field: '={{ "Status" }}', operator: 'equals', value: 'x' },
	]);
});
