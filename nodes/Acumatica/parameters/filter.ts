import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { ParameterReader } from './parameterReader';

/** Which records: parameters of the node's lists and of the trigger. */
export const filterProperties: readonly INodeProperties[] = [
	{
		displayName: 'Filter',
		name: 'filterType',
		type: 'options',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'String', value: 'string' },
		],
		default: 'none',
		description: 'Which records to return',
	},
	{
		displayName: 'Filter String',
		name: 'filterString',
		type: 'string',
		default: '',
		required: true,
		placeholder: "e.g. Status eq 'Open' and Date ge datetimeoffset'2026-01-31'",
		displayOptions: { show: { filterType: ['string'] } },
		description:
			"Condition in the ERP's filter language: eq, ne, gt, ge, lt, le, and, or, substringof('text', Field), startswith(Field, 'text'). Texts in single quotes, a quote inside doubled; drop-downs by the text that the form shows.",
	},
];

/**
 * The filter in the ERP's language; empty where there is none.
 *
 * @throws NodeOperationError when the parameters hold no filter
 */
export function readFilter(parameters: ParameterReader): string {
	const type = parameters.read('filterType', 'Filter', z.enum(['none', 'string']));
	if (type === 'none') return '';
	return parameters.read('filterString', 'Filter String', z.string().trim());
}
