import type { INodeProperties } from 'n8n-workflow';

import { inputModeProperties, mapperProperty, whereJson } from './inputMode';

/** Parameters with the values of a record to write. */

const recordJsonProperty: INodeProperties = {
	displayName: 'Record (JSON)',
	name: 'recordJson',
	type: 'json',
	default: '={{ $json }}',
	required: true,
	displayOptions: whereJson,
	description:
		'The fields to write, with plain values: { "CustomerID": "C000001", "MainContact": { "Email": "a@b.example" }, "Details": [{ "InventoryID": "AACOMPUT01", "OrderQty": 2 }] }. Null clears a field. By default the incoming item.',
	hint: 'Field names as in the endpoint. Drop-downs take the text that the form shows.',
};

const fieldsHint: INodeProperties = {
	displayName:
		'Drop-down fields take the text that the form shows, such as On Hold. Details take a list of rows with field names. An empty text is not sent; the expression {{ null }} clears a field. New documents may start on hold: set Hold to No where they are to be processed.',
	name: 'fieldsNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { inputMode: ['fields'] } },
};

/**
 * @param mode `add` for a new record; else the mapper asks by which fields the record is found
 * @param keyProperty parameter with the key of the record, where the input mode is JSON
 */
export function recordProperties(
	mode: 'add' | 'update' | 'upsert',
	...keyProperty: readonly INodeProperties[]
): INodeProperties[] {
	return [
		...inputModeProperties,
		...keyProperty.map((property) => ({ ...property, displayOptions: whereJson })),
		recordJsonProperty,
		fieldsHint,
		mapperProperty(
			{
				displayName: 'Fields',
				name: 'recordFields',
				description: 'The values to write, field by field, or the incoming item by field names',
			},
			['entity.value'],
			{
				mode,
				resourceMapperMethod: 'mapRecordFields',
				...(mode !== 'add' && {
					matchingFieldsLabels: {
						title: 'Fields to Match On',
						description:
							'Fields that tell which record is meant: its key fields, its ID, or any other. By other fields than these the record is looked up first, which takes a request more.',
						hint: 'Their values must belong to one record only',
					},
				}),
			},
		),
	];
}
