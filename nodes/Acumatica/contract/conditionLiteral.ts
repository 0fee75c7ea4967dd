import type { EntityField } from './entityFields';
import { fieldValue } from './fieldValue';
import { typedLiteral } from './literal';
import { RecordFault } from './recordFault';
import { isDate } from './scalar';
import type { FieldType } from './schema';

/** The value of a condition, as it stands in the filter. */
export interface ConditionLiteral {
	/** The field's own type, or what its value tells of it. */
	readonly type: FieldType;
	readonly text: string;
}

/**
 * The value that a condition compares with, in the type of its field. An empty one is refused: a
 * condition with nothing in it would find everything or nothing, and nobody would notice.
 *
 * @param at the condition, for messages
 * @param zone the workflow's time zone, for times without an offset
 * @throws RecordFault when there is no value, or it is not one of the field's type
 */
export function conditionLiteral(
	field: EntityField,
	value: unknown,
	at: string,
	zone: string,
): ConditionLiteral {
	const type = field.type === 'Unknown' ? typeByValue(value, field) : field.type;
	const converted = fieldValue(value, { name: field.name, type, at }, zone);
	if (converted !== undefined && converted !== null)
		return { type, text: typedLiteral(type, converted) };
	throw new RecordFault(
		at,
		'has no value to compare with. To look for empty fields, choose Is Empty; else check the expression',
	);
}

/** A full date and time; a date alone may as well be a text. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** For a field by an expression or an agent, of which only the name is known. */
function typeByValue(value: unknown, { view }: EntityField): FieldType {
	if (isDate(value)) return 'DateTime';
	switch (typeof value) {
		case 'boolean':
			return 'Boolean';
		case 'number':
		case 'bigint':
			if (view !== undefined) return 'Decimal';
			return Number.isInteger(Number(value)) ? 'Long' : 'Double';
		default:
			return dateTime.test(String(value)) ? 'DateTime' : 'String';
	}
}
