import { customFieldTypesOf } from '../../nodes/Acumatica/contract/customFieldTypes';

const fields = [
	{ view: 'A', name: 'UsrOne', type: 'CustomStringField' },
	{ view: 'B', name: 'UsrOne', type: 'CustomIntField' },
];

test('custom fields are found by view and name, and those of nested places by theirs', () => {
	const inner = customFieldTypesOf([]);
	const types = customFieldTypesOf(fields, new Map([['Details', inner]]));
	expect(types.typeOf('B', 'UsrOne')).toBe('CustomIntField');
	expect(types.typeOf('C', 'UsrOne')).toBeUndefined();
	expect(types.viewsOf('UsrOne')).toEqual(['A', 'B']);
	expect(types.within('Details')).toBe(inner);
	expect(types.within('Other')).toBeUndefined();
	expect(types.fields).toBe(fields);
});
