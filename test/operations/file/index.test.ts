import { file } from '../../../nodes/Acumatica/operations/file';

test('files are attached, downloaded and listed', () => {
	expect(Object.keys(file.operations)).toEqual(['attach', 'download', 'getAll']);
	for (const [name, { option }] of Object.entries(file.operations)) expect(option.value).toBe(name);
	expect(file.option).toMatchObject({ name: 'File', value: 'file' });
});
