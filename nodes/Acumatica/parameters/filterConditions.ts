import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { operators, type Condition } from '../contract/condition';
import { parseConditionField } from '../contract/conditionField';
import { RecordFault } from '../contract/recordFault';
import type { FieldType } from '../contract/schema';
import { conditionRow } from './conditionRow';
import type { ParameterReader } from './parameterReader';

/** Conditions on records: parameters of the panel, and how they are read. */

export const conditionProperties: readonly INodeProperties[] = [
	{
		displayName: 'Must Match',
		name: 'matchType',
		type: 'options',
		options: [
			{ name: 'All Filters', value: 'allFilters' },
			{ name: 'Any Filter', value: 'anyFilter' },
		],
		default: 'allFilters',
		displayOptions: { show: { filterType: ['conditions'] } },
		description: 'Whether a record has to meet all conditions or any of them',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Condition' },
		default: {},
		placeholder: 'Add Condition',
		displayOptions: { show: { filterType: ['conditions'] } },
		description:
			'Conditions on the fields of the record and of its linked entities. Acumatica cannot filter by rows of details.',
		options: [{ displayName: 'Conditions', name: 'conditions', values: conditionRow }],
	},
];

const row = z
	.object({
		field: z.string().catch(''),
		operator: z.string().catch('equals'),
		value: z.unknown(),
		dateValue: z.unknown(),
		choice: z.unknown(),
	})
	.passthrough();
const rows = z
	.object({ conditions: z.array(row).nullish() })
	.passthrough()
	.nullish()
	.transform((read) => read?.conditions ?? []);

/**
 * Reads the conditions of the panel.
 *
 * @throws RecordFault when there are none, or one has no field or an operator that does not exist
 */
export function readConditions(parameters: ParameterReader): {
	readonly conditions: readonly Condition[];
	readonly match: 'all' | 'any';
} {
	const matches = z.enum(['allFilters', 'anyFilter']).nullish();
	const match = parameters.read('matchType', 'Must Match', matches) === 'anyFilter' ? 'any' : 'all';
	const read = parameters.read('filters', 'Filters', rows);
	if (read.length === 0) {
		throw new RecordFault(
			'Filters',
			'holds no condition. Add one, or set Filter to None to read everything',
		);
	}
	return { match, conditions: read.map(condition) };
}

function condition(entered: z.output<typeof row>, index: number): Condition {
	const number = `Condition ${index + 1}`;
	if (entered.field.trim() === '') throw new RecordFault(number, 'has no field. Choose one');
	const field = parseConditionField(entered.field);
	if (field === undefined) {
		throw new RecordFault(
			number,
			`names the field "${entered.field}", which is no name of a field. Choose one from the list, or enter it as Status, MainContact/Email or Document.UsrColor`,
		);
	}
	const at = `${number} (${field.name})`;
	const operator = operators.find((one) => one === entered.operator);
	if (operator === undefined) {
		throw new RecordFault(
			at,
			`has the operator "${entered.operator}", which Acumatica's filters do not have. There are ${operators.join(', ')}. For anything else read the records and filter in n8n (node Filter)`,
		);
	}
	return { field, operator, value: valueOf(entered, field.type, at), at };
}

/** Dates and switches have inputs of their own; what the others hold may be left over from another field. */
function valueOf(entered: z.output<typeof row>, type: FieldType, at: string): unknown {
	const { value, dateValue, choice } = entered;
	const isGiven = (one: unknown) => one !== undefined && one !== null && one !== '';
	// The panel shows nothing but the date: what lies below it must not count in its place.
	if (type === 'DateTime' || type === 'DateOnly') return dateValue;
	if (type === 'Unknown') return isGiven(value) ? value : dateValue;
	if (type !== 'Boolean') return value;
	if (!isGiven(choice)) return value;
	// The panel shows only the choice. Which of both is meant, nobody can tell.
	const other = /^(?:true|false)$/i.exec(String(value))?.[0].toLowerCase();
	if (other === undefined || other === String(choice).toLowerCase()) return choice;
	throw new RecordFault(
		at,
		`says both ${String(choice)} and ${other}, one of them left over from another field. Remove the condition and add it again`,
	);
}
