import type { INodeProperties } from 'n8n-workflow';

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

export const parametersProperty: INodeProperties = {
	displayName: 'Parameters (JSON)',
	name: 'parameters',
	type: 'json',
	default: '{}',
	description:
		'Parameters of the action with plain values: { "ShipmentDate": "2026-01-31", "WarehouseID": "WHOLESALE" }. Values of a dialog go below custom, by view and field: { "custom": { "FilterPreview": { "Reason": "Abandoned" } } }.',
};
