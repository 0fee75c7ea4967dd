import type { FieldType as MapperType, ResourceMapperField } from 'n8n-workflow';

import type { Column } from '../contract/columns';

const types: Readonly<Record<Column['type'], MapperType>> = {
	String: 'string',
	Decimal: 'number',
	Double: 'number',
	Int: 'number',
	Short: 'number',
	Byte: 'number',
	// Beyond 2^53 a number input would change it.
	Long: 'string',
	// As a switch it would be false as soon as it is shown, and be sent.
	Boolean: 'options',
	DateTime: 'dateTime',
	DateOnly: 'dateTime',
	Guid: 'string',
	Unknown: 'string',
	Detail: 'array',
};

const choices = [
	{ name: 'Yes', value: true },
	{ name: 'No', value: false },
];

/**
 * A column as the resource mapper shows it.
 *
 * @param isShown false for one that has to be added first
 */
export function mapperField(
	{ id, type }: Column,
	more: Partial<ResourceMapperField>,
	isShown: boolean,
): ResourceMapperField {
	return {
		id,
		displayName: id,
		type: types[type],
		required: false,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		...(type === 'Boolean' && { options: choices }),
		...more,
		removed: !isShown,
	};
}
