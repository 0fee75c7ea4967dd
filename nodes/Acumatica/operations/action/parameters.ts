import type { INodeProperties } from 'n8n-workflow';

import { inputModeProperties, mapperProperty, whereJson } from '../../parameters/inputMode';

export const actionProperty: INodeProperties = {
	displayName: 'Action',
	name: 'action',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The action to run, such as ConfirmShipment, ReleaseInvoice or SalesOrderCreateShipment',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an action…',
			typeOptions: { searchListMethod: 'searchActions', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. ConfirmShipment',
			hint: 'Exactly as in the endpoint. Actions of customizations and workflows go by their names too.',
		},
	],
};

const parametersJsonProperty: INodeProperties = {
	displayName: 'Parameters (JSON)',
	name: 'parameters',
	type: 'json',
	default: '{}',
	displayOptions: whereJson,
	description:
		'Parameters of the action with plain values: { "ShipmentDate": "2026-01-31", "WarehouseID": "WHOLESALE" }. Values of a dialog go below custom, by view and field: { "custom": { "FilterPreview": { "Reason": "Abandoned" } } }.',
};

export const parametersProperties: readonly INodeProperties[] = [
	...inputModeProperties,
	parametersJsonProperty,
	mapperProperty(
		{
			displayName: 'Parameters',
			name: 'parameterFields',
			description: 'Parameters of the action, as far as it has any',
		},
		['entity.value', 'action.value'],
		{ mode: 'add', resourceMapperMethod: 'mapActionParameters' },
	),
];
