import type { INodeProperties } from 'n8n-workflow';

/** Properties that several operations use. */

export const endpointProperty: INodeProperties = {
	displayName: 'Endpoint',
	name: 'endpoint',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The endpoint to use instead of the one in the credential',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'As in the credential',
			typeOptions: { searchListMethod: 'searchEndpoints', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Default/24.200.001',
		},
	],
};

export const entityProperty: INodeProperties = {
	displayName: 'Entity',
	name: 'entity',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The kind of record to work with. Documents of customers: SalesOrder, Shipment, SalesInvoice (from orders), Invoice (others, and memos), Payment. Of vendors: PurchaseOrder, PurchaseReceipt, Bill, Check (payments to vendors). Master data: Customer, Vendor, Contact, StockItem, NonStockItem.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an entity…',
			typeOptions: { searchListMethod: 'searchEntities', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. SalesOrder',
			hint: 'Exactly as in the endpoint: names are case-sensitive',
		},
	],
};

export const recordKeyProperty: INodeProperties = {
	displayName: 'Record',
	name: 'recordKey',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The record to work on, by its key fields in the order of the form (SO/000042, C000001) or by its ID',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a record…',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{
			displayName: 'By Keys',
			name: 'keys',
			type: 'string',
			placeholder: 'e.g. SO/000042',
			hint: 'Every key field in the order of the form, separated by "/"',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1af4d140-5321-41f2-a2ec-50b67f577c6c',
			hint: 'The "id" that Acumatica returns with each record',
		},
	],
};

export const simplifyProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
