import { action } from '../../../nodes/Acumatica/operations/action';

test('an action can be run, and asked for its end', () => {
	expect(action.option.value).toBe('action');
	expect(Object.keys(action.operations)).toEqual(['invoke', 'getStatus']);
});

test.each(Object.entries(action.operations))('%s is found under its value', (name, { option }) => {
	expect(option.value).toBe(name);
	expect(option.action).toMatch(/^[A-Z]/);
	expect(option.description).toMatch(/^[A-Z].*[^.]$/);
});
