import type { INodeProperties } from 'n8n-workflow';

/** Options that take names of what the entity has: from a list, and in nodes of version 1 as text. */

interface NameOption extends Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'> {
	readonly description: string;
	readonly loadOptionsMethod: string;
}

/** A list would show nothing of a text that an older workflow holds, and would not let anybody choose. */
function byVersion({
	loadOptionsMethod,
	placeholder,
	description,
	...option
}: NameOption): readonly INodeProperties[] {
	return [
		{
			...option,
			type: 'multiOptions',
			default: [],
			displayOptions: { hide: { '@version': [1] } },
			typeOptions: {
				loadOptionsMethod,
				loadOptionsDependsOn: ['entity.value', 'endpoint.value'],
			},
			description: `${description} Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		{
			...option,
			type: 'string',
			default: '',
			displayOptions: { show: { '@version': [1] } },
			placeholder,
			description: `${description} Separate names by commas.`,
		},
	];
}

/** By the name of the option. */
export const nameOptions: Readonly<Record<string, readonly INodeProperties[]>> = {
	custom: byVersion({
		displayName: 'Custom Field Names or IDs',
		name: 'custom',
		placeholder: 'e.g. Document.UsrWebOrderNbr, Details/Transactions.UsrColor',
		loadOptionsMethod: 'loadCustomFields',
		description: 'Custom fields to return, as View.Field.',
	}),
	expand: byVersion({
		displayName: 'Expand Names or IDs',
		name: 'expand',
		placeholder: 'e.g. Details, MainContact/Address',
		loadOptionsMethod: 'loadExpandable',
		description:
			'Details, linked entities and files to return as well. They are left out otherwise, and make lists slower.',
	}),
	select: byVersion({
		displayName: 'Select Names or IDs',
		name: 'select',
		placeholder: 'e.g. OrderNbr, Status, Details/InventoryID',
		loadOptionsMethod: 'loadSelectable',
		description:
			'Fields to return. By default all of the record itself; of details and linked entities, those that are selected here.',
	}),
};
