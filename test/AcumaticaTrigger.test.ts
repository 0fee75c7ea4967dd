import { AcumaticaTrigger } from '../nodes/Acumatica/AcumaticaTrigger.node';
import { Acumatica } from '../nodes/Acumatica/Acumatica.node';
import { projectFile } from './support/projectFiles.ts';

const { description, methods } = new AcumaticaTrigger();

test('keeps the names that workflows are saved with', () => {
	expect(description).toMatchObject({
		name: 'acumaticaTrigger',
		displayName: 'Acumatica Trigger',
		version: [1, 1.1],
		defaultVersion: 1.1,
		polling: true,
		group: ['trigger'],
	});
	expect(description.properties.map(({ name }) => name)).toEqual([
		'authentication',
		'triggerNotice',
		'event',
		'endpoint',
		'entity',
		'filterType',
		'matchType',
		'filters',
		'filterString',
		'simplify',
		'options',
	]);
});

test('takes the credentials of the node', () =>
	expect(description.credentials).toEqual(new Acumatica().description.credentials));

test('a trigger is no tool for agents', () => expect(description.usableAsTool).toBeUndefined());

test('every list that a parameter searches exists', () => {
	const searched = description.properties
		.flatMap(({ modes = [] }) => modes)
		.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []);
	for (const name of searched) expect(Object.keys(methods.listSearch)).toContain(name);
	expect(searched).toHaveLength(2);
});

test('docs/trigger.md tells of every parameter, option and event by label and name', () => {
	const options = description.properties.flatMap(({ name, options: inner = [] }) =>
		name === 'options' || name === 'event' ? inner : [],
	);
	const all = [...description.properties, ...options].filter(
		({ name }) => !['authentication', 'triggerNotice', 'options'].includes(name),
	);
	const guide = projectFile('docs/trigger.md');
	const missing = all.filter((one) => {
		const label = 'displayName' in one ? one.displayName : one.name;
		const name = 'displayName' in one ? one.name : 'value' in one ? String(one.value) : '';
		return !new RegExp(`\\| ${label.replace(/[()]/g, '\\$&')} +\\| \`${name}\``).test(guide);
	});
	expect(missing).toEqual([]);
});
