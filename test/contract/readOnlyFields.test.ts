import { isReadOnlyField } from '../../nodes/Acumatica/contract/readOnlyFields';
import { loadContract } from '../sandbox/contract/load.ts';

test.each([
	['SalesOrder', 'LastModified', true],
	['Anything', 'LastModifiedDateTime', true],
	['', 'NoteID', true],
	['SalesOrder', 'OrderTotal', true],
	['SalesOrder', 'ControlTotal', false],
	['SalesOrder', 'Status', false],
	['WebOrder', 'OrderTotal', false],
	['constructor', 'name', false],
])('%s.%s is read-only: %s', (entity, field, expected) =>
	expect(isReadOnlyField(entity, field)).toBe(expected),
);

test('every sum that is said to be computed is a field of its entity', () => {
	const contract = loadContract('Default', '25.200.001');
	const known = Object.entries(contract?.entities ?? {}).flatMap(([entity, { schema }]) =>
		Object.keys(contract?.schemas[schema]?.fields ?? {}).filter((field) =>
			isReadOnlyField(entity, field),
		),
	);
	for (const field of ['OrderTotal', 'OrderedQty', 'Balance', 'ShippedQty', 'AvailableBalance'])
		expect(known).toContain(field);
});
