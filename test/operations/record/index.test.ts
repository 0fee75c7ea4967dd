import { record } from '../../../nodes/Acumatica/operations/record';

test('a record can be created, read, listed, changed and deleted', () => {
	const { option, operations } = record;
	expect(option.value).toBe('record');
	expect(Object.keys(operations)).toEqual([
		'create',
		'get',
		'getAll',
		'update',
		'upsert',
		'delete',
	]);
});

test.each(Object.entries(record.operations))('%s is found under its value', (name, { option }) => {
	expect(option.value).toBe(name);
	expect(option.action).toMatch(/^[A-Z]/);
	expect(option.description).toMatch(/^[A-Z].*[^.]$/);
});
