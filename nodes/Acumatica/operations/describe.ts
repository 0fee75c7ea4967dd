import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import type { Operation, Resource, Resources } from './operation';

/**
 * The node's parameters out of the table of resources: pickers first, then each operation's own.
 *
 * @param shared parameters of all operations; they stand between the two
 */
export function describe(
	resources: Resources,
	shared: readonly INodeProperties[] = [],
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: Object.values(resources).map((resource) => resource.option),
			default: 'record',
		},
		...Object.entries(resources).map(([name, resource]) => operationPicker(name, resource)),
		...shared,
		...Object.entries(resources).flatMap(([name, resource]) =>
			Object.entries(resource.operations).flatMap(([operation, { properties }]) =>
				updateDisplayOptions({ show: { resource: [name], operation: [operation] } }, [
					...properties,
				]),
			),
		),
	];
}

function operationPicker(name: string, { operations }: Resource): INodeProperties {
	const first = Object.keys(operations)[0] ?? '';
	const picker: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [name] } },
		options: Object.values(operations)
			.map((operation: Operation) => operation.option)
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		default: 'getAll',
	};
	return { ...picker, default: 'getAll' in operations ? 'getAll' : first };
}
