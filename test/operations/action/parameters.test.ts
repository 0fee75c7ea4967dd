import {
	actionProperty,
	parametersProperty,
} from '../../../nodes/Acumatica/operations/action/parameters';

test('an action is picked from the list of the entity, or named', () => {
	expect(actionProperty).toMatchObject({
		name: 'action',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
	});
	expect(actionProperty.modes?.map(({ name }) => name)).toEqual(['list', 'name']);
});

test('parameters are JSON, none by default', () => {
	expect(parametersProperty).toMatchObject({ name: 'parameters', type: 'json', default: '{}' });
});
