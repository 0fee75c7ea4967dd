import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operator } from '../contract/condition';

/** One condition as a row of the panel: field, operator, value. */

const operatorOptions: Readonly<Record<Operator, string>> = {
	equals: 'Equals',
	notEquals: 'Not Equals',
	greaterThan: 'Greater Than',
	greaterThanOrEqual: 'Greater Than or Equal',
	lessThan: 'Less Than',
	lessThanOrEqual: 'Less Than or Equal',
	contains: 'Contains',
	startsWith: 'Starts With',
	endsWith: 'Ends With',
	isOneOf: 'Is One Of',
	isEmpty: 'Is Empty',
	isNotEmpty: 'Is Not Empty',
};

const texts = ['contains', 'endsWith', 'startsWith'] as const;
const orders = ['greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual'] as const;
const always = ['equals', 'isEmpty', 'isNotEmpty', 'notEquals'] as const;

/** What the part of the stored field behind `|` may be, own or custom. */
const typed = (...types: readonly string[]) => types.flatMap((type) => [type, `custom.${type}`]);
const numbers = typed('Decimal', 'Double', 'Int', 'Short', 'Long', 'Byte');
const dates = typed('DateTime', 'DateOnly');
const switches = typed('Boolean');
const ids = typed('Guid');

function operatorProperty(
	offered: ReadonlyArray<Operator>,
	displayOptions: INodeProperties['displayOptions'],
	names: Partial<Record<Operator, string>> = {},
): INodeProperties {
	const options = offered
		.map((value): INodePropertyOptions => ({ name: names[value] ?? operatorOptions[value], value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return {
		displayName: 'Operator',
		name: 'operator',
		type: 'options',
		options,
		default: 'equals',
		displayOptions,
	};
}

const dateWords = {
	equals: 'Is',
	notEquals: 'Is Not',
	greaterThan: 'Is After',
	greaterThanOrEqual: 'Is After or Equal To',
	lessThan: 'Is Before',
	lessThanOrEqual: 'Is Before or Equal To',
};
const valueless = ['isEmpty', 'isNotEmpty'];

export const conditionRow: INodeProperties[] = [
	{
		displayName: 'Field Name or ID',
		name: 'field',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'loadFilterFields',
			loadOptionsDependsOn: ['entity.value', 'endpoint.value'],
		},
		default: '',
		description:
			'The field to look at. By an expression, use its name: Status, MainContact/Email, Document.UsrColor. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'hidden',
		default: '={{ String($parameter["&field"] ?? "").split("|")[1] ?? "" }}',
	},
	operatorProperty([...always, ...texts, ...orders, 'isOneOf'], {
		hide: { type: [...numbers, ...dates, ...switches, ...ids] },
	}),
	operatorProperty([...always, ...orders, 'isOneOf'], { show: { type: numbers } }),
	operatorProperty([...always, ...orders], { show: { type: dates } }, dateWords),
	operatorProperty(['equals', 'notEquals'], { show: { type: switches } }),
	operatorProperty([...always, 'isOneOf'], { show: { type: ids } }),
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		displayOptions: { hide: { type: [...dates, ...switches], operator: valueless } },
		description:
			'Value to compare with. Drop-downs by the text that the form shows, such as On Hold; several values for Is One Of separated by commas.',
	},
	{
		displayName: 'Date',
		name: 'dateValue',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { type: dates }, hide: { operator: valueless } },
		description:
			'Date to compare with; without a time, the beginning of that day. For times of change and the like the time zone of the workflow counts.',
	},
	{
		displayName: 'Value',
		name: 'choice',
		type: 'options',
		options: [
			{ name: 'No', value: 'false' },
			{ name: 'Yes', value: 'true' },
		],
		default: 'true',
		displayOptions: { show: { type: switches } },
		description: 'Whether the field is to be on or off',
	},
];
