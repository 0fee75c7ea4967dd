import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { compileConditions, type Condition } from '../contract/condition';
import { mayBeCustom, typedField } from '../contract/conditionField';
import type { Endpoint } from '../contract/endpoint';
import { placeOf } from '../contract/member';
import type { Discovery } from '../transport/discovery';
import { conditionProperties, readConditions } from './filterConditions';
import type { ParameterReader } from './parameterReader';

/** Which records: parameters of the node's lists and of the trigger. */
export const filterProperties: readonly INodeProperties[] = [
	{
		displayName: 'Filter',
		name: 'filterType',
		type: 'options',
		options: [
			{ name: 'None', value: 'none' },
			{
				name: 'Conditions',
				value: 'conditions',
				description: 'Build the filter from the fields of the entity',
			},
			{
				name: 'String',
				value: 'string',
				description: "Write the filter in the ERP's own language",
			},
		],
		default: 'none',
		description: 'Which records to return',
	},
	...conditionProperties,
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

/** Where the records are that a filter is for. */
export interface FilteredPlace {
	readonly discovery: Pick<Discovery, 'lastingSchema' | 'customFields'>;
	readonly endpoint: Endpoint;
	readonly entity: string;
	/** The workflow's time zone, for times without an offset. */
	readonly zone: string;
}

/** A filter, and the parameter that it comes from. */
export interface ReadFilter {
	/** In the ERP's language; empty where there is none. */
	readonly text: string;
	readonly label: 'Filter String' | 'Filters';
}

/**
 * Reads the filter, in the ERP's language. Conditions of the panel know the types of their fields; for one
 * by an expression or an agent the endpoint's description is asked.
 *
 * @throws NodeOperationError when the parameters hold no filter
 * @throws RecordFault when a condition cannot be put into the ERP's language
 */
export async function readFilter(
	parameters: ParameterReader,
	place: FilteredPlace,
): Promise<ReadFilter> {
	const types = z.enum(['none', 'conditions', 'string']);
	const type = parameters.read('filterType', 'Filter', types);
	if (type === 'conditions') {
		const { conditions, match } = readConditions(parameters);
		const typed = await withTypes(conditions, place);
		return { text: compileConditions(typed, match, place.zone), label: 'Filters' };
	}
	const text =
		type === 'none' ? '' : parameters.read('filterString', 'Filter String', z.string().trim());
	return { text, label: 'Filter String' };
}

async function withTypes(
	conditions: readonly Condition[],
	{ discovery, endpoint, entity }: FilteredPlace,
): Promise<readonly Condition[]> {
	const isOpen = ({ field }: Condition) => field.type === 'Unknown';
	if (!conditions.some(isOpen)) return conditions;
	const schema = await discovery.lastingSchema(endpoint);
	if (schema === undefined) return conditions;
	const own = placeOf(schema, entity);
	if (own === undefined) return conditions;
	const asks = conditions.some((one) => isOpen(one) && mayBeCustom(one.field, own));
	// Not every user may read them; the ERP itself says what is wrong with a name.
	const custom = asks
		? await discovery.customFields(endpoint, entity).catch(() => undefined)
		: undefined;
	const place = { ...own, custom };
	return conditions.map((condition) =>
		isOpen(condition)
			? { ...condition, field: typedField(condition.field, place, condition.at) }
			: condition,
	);
}
