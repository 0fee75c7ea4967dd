import { recordProperties } from '../../nodes/Acumatica/parameters/record';
import { recordKeyProperty } from '../../nodes/Acumatica/parameters/properties';

const property = (mode: 'add' | 'update' | 'upsert', name: string) =>
	recordProperties(mode).find((one) => one.name === name);

test('the record to write is the incoming item by default, as JSON', () =>
	expect(property('add', 'recordJson')).toMatchObject({
		default: '={{ $json }}',
		displayOptions: { show: { inputMode: ['json'] } },
	}));

test('the mapper begins anew with another entity, and keeps its values with another endpoint', () =>
	expect(property('add', 'recordFields')?.typeOptions?.loadOptionsDependsOn).toEqual([
		'entity.value',
	]));

test('what exists already is found by fields to match on', () => {
	for (const mode of ['update', 'upsert'] as const)
		expect(property(mode, 'recordFields')?.typeOptions?.resourceMapper).toMatchObject({
			mode,
			multiKeyMatch: true,
			matchingFieldsLabels: { title: 'Fields to Match On' },
		});
	expect(
		property('add', 'recordFields')?.typeOptions?.resourceMapper?.matchingFieldsLabels,
	).toBeUndefined();
});

test('the key is asked for once: with the mapper the fields to match on tell it', () => {
	const key = recordProperties('update', recordKeyProperty).find(
		({ name }) => name === 'recordKey',
	);
	expect(key?.displayOptions).toEqual({ show: { inputMode: ['json'] } });
});
