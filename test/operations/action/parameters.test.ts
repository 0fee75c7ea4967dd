import {
	actionProperty,
	parametersProperties,
} from '../../../nodes/Acumatica/operations/action/parameters';

test('an action is picked from the list of the entity, or named', () => {
	expect(actionProperty).toMatchObject({
		name: 'action',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
	});
	expect(actionProperty.modes?.map(({ name }) => name)).toEqual(['list', 'name']);
});

test('parameters are mapped field by field, or JSON, none by default', () => {
	const byName = (name: string) => parametersProperties.find((property) => property.name === name);
	expect(byName('parameters')).toMatchObject({
		type: 'json',
		default: '{}',
		displayOptions: { show: { inputMode: ['json'] } },
	});
	expect(byName('parameterFields')).toMatchObject({
		type: 'resourceMapper',
		displayOptions: { show: { inputMode: ['fields'] } },
		typeOptions: { loadOptionsDependsOn: ['entity.value', 'action.value'] },
	});
});
