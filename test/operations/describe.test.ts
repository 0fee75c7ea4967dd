import type { INodeProperties } from 'n8n-workflow';

import { resources } from '../../nodes/Acumatica/operations';
import { describe as describeResources } from '../../nodes/Acumatica/operations/describe';

const properties = describeResources(resources);
const named = (name: string) => properties.filter((property) => property.name === name);
const options = (property?: INodeProperties) =>
	property?.options?.map((option) => ('value' in option ? option.value : undefined));

test('the pickers come first and offer what the table has', () => {
	expect(properties.slice(0, 2).map(({ name }) => name)).toEqual(['resource', 'operation']);
	expect(options(properties[0])).toEqual(Object.keys(resources));
	expect(options(properties[1])).toEqual(['create', 'upsert', 'delete', 'get', 'getAll', 'update']);
});

test('operations stand in the order of their labels, with the most common one as default', () => {
	const labels = properties[1]?.options?.map((option) => option.name) ?? [];
	expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
	expect(properties[1]?.default).toBe('getAll');
});

test('a resource without the most common operation begins with its own first', () => {
	const picker = named('operation').find(
		({ displayOptions }) => displayOptions?.show?.resource?.[0] === 'action',
	);
	expect(picker?.default).toBe('invoke');
});

test('a parameter is shown for its own operation, besides its own conditions', () => {
	const [limit] = named('limit');
	expect(limit?.displayOptions).toEqual({
		show: { resource: ['record'], operation: ['getAll'], returnAll: [false] },
	});
	const ofRecords = named('entity').filter(
		({ displayOptions }) => displayOptions?.show?.resource?.[0] === 'record',
	);
	expect(ofRecords.map(({ displayOptions }) => displayOptions?.show?.operation)).toEqual([
		['create'],
		['get'],
		['getAll'],
		['update'],
		['upsert'],
		['delete'],
	]);
});

test('each operation is found under the value that its option has', () => {
	for (const [resource, { option, operations }] of Object.entries(resources)) {
		expect(option.value).toBe(resource);
		for (const [name, operation] of Object.entries(operations)) {
			expect(operation.option.value).toBe(name);
			expect(operation.option.action).toMatch(/^[A-Z]/);
		}
	}
});

test('describing changes nothing in the table', () => {
	const [entity] = resources.record?.operations.get?.properties ?? [];
	expect(entity).not.toHaveProperty('displayOptions');
});
