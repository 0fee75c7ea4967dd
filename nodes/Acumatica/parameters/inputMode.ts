import type { INode, INodeProperties, ResourceMapperTypeOptions } from 'n8n-workflow';
import { z } from 'zod';

import { isRecord, type PlainRecord } from '../contract/scalar';
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

/** What the resource mapper stores; an agent or an expression may give just the values. */
const mapping = z
	.object({
		mappingMode: z.enum(['defineBelow', 'autoMapInputData']).catch('defineBelow'),
		value: z.custom<PlainRecord>(isRecord).nullish(),
		matchingColumns: z.array(z.string()).nullish(),
	})
	.passthrough();

/** Who maps: a running operation, on one item. */
export interface MappingCaller {
	readonly parameters: ParameterReader;
	readonly node: Pick<INode, 'parameters'>;
	/** The incoming item, for the automatic mapping. */
	readonly input: PlainRecord;
}

/** Values by field name, as they were mapped. */
export interface MappedValues {
	/** True where the incoming item itself is mapped, by the names of its fields. */
	readonly automatic: boolean;
	readonly values: PlainRecord;
	/** Fields that tell which record is meant; empty where nothing is chosen. */
	readonly matchBy: readonly string[];
}

export function readInputMode(parameters: ParameterReader): 'fields' | 'json' {
	const modes = z.enum(['fields', 'json']).nullish();
	return parameters.read('inputMode', 'Input Mode', modes) ?? 'json';
}

/**
 * Reads a resource mapper as a whole: reading its `value` alone would have the platform convert it, which
 * turns `''` into 0 and moves calendar dates.
 *
 * @param caller whose parameters are read; its node holds them as they are stored
 * @throws NodeOperationError when the parameter holds no mapping
 */
export function readMappedValues(
	{ parameters, node, input }: MappingCaller,
	name: string,
	label: string,
): MappedValues {
	const read = parameters.read(name, label, mapping.nullish());
	const { mappingMode = 'defineBelow', value, matchingColumns, ...rest } = read ?? {};
	const automatic = mappingMode === 'autoMapInputData';
	const isBare = read !== null && read !== undefined && value === undefined && !('schema' in rest);
	const given = touched(value ?? (isBare ? rest : {}), node.parameters[name]);
	return {
		automatic,
		values: automatic ? input : given,
		matchBy: matchingColumns ?? [],
	};
}

/** Null as it is stored is a field that nobody has touched; null by an expression is meant. */
function touched(values: PlainRecord, stored: unknown): PlainRecord {
	const raw = isRecord(stored) && isRecord(stored.value) ? stored.value : {};
	const isUntouched = (name: string) => Object.hasOwn(raw, name) && raw[name] === null;
	return Object.fromEntries(Object.entries(values).filter(([name]) => !isUntouched(name)));
}
