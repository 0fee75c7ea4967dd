import type { INodeProperties, ResourceMapperTypeOptions } from 'n8n-workflow';
import { z } from 'zod';

import type { ParameterReader } from './parameterReader';

/** How values are entered: field by field, or as JSON. Parameters of records and of actions alike. */

const inputMode: INodeProperties = {
	displayName: 'Input Mode',
	name: 'inputMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Fields',
			value: 'fields',
			description: 'Map values to the fields that Acumatica lists, or incoming items by name',
		},
		{
			name: 'JSON',
			value: 'json',
			description: 'Enter one object, or use the incoming item as it is',
		},
	],
	default: 'json',
	description: 'How to enter the values to send',
};

/** Nodes of version 1 were saved when there was JSON only; n8n does not store what is the default. */
export const inputModeProperties: readonly INodeProperties[] = [
	{ ...inputMode, displayOptions: { show: { '@version': [1] } } },
	{ ...inputMode, default: 'fields', displayOptions: { hide: { '@version': [1] } } },
];

export const whereJson = { show: { inputMode: ['json'] } };
export const whereFields = { show: { inputMode: ['fields'] } };

/**
 * A resource mapper, shown with the input mode Fields. It begins anew when the entity changes, not when the
 * endpoint does: most fields are the same in another version.
 */
export function mapperProperty(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	dependsOn: string[],
	mapper: {
		readonly mode: ResourceMapperTypeOptions['mode'];
		readonly resourceMapperMethod: string;
		readonly matchingFieldsLabels?: ResourceMapperTypeOptions['matchingFieldsLabels'];
	},
): INodeProperties {
	return {
		...property,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: whereFields,
		typeOptions: {
			loadOptionsDependsOn: dependsOn,
			resourceMapper: {
				...mapper,
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				supportAutoMap: true,
				multiKeyMatch: true,
				refreshStaleSchemaOnOpen: true,
				// The notice in their place says why there are none.
				hideNoDataError: true,
			},
		},
	};
}

export function readInputMode(parameters: ParameterReader): 'fields' | 'json' {
	const modes = z.enum(['fields', 'json']).nullish();
	return parameters.read('inputMode', 'Input Mode', modes) ?? 'json';
}
