import { conditionLiteral, type ConditionLiteral } from './conditionLiteral';
import type { EntityField } from './entityFields';
import { jsonList } from './json';
import { fieldReference } from './literal';
import { RecordFault } from './recordFault';
import type { FieldType } from './schema';

/** What a condition compares a field by. */
export const operators = [
	'equals',
	'notEquals',
	'greaterThan',
	'greaterThanOrEqual',
	'lessThan',
	'lessThanOrEqual',
	'contains',
	'startsWith',
	'endsWith',
	'isOneOf',
	'isEmpty',
	'isNotEmpty',
] as const;

export type Operator = (typeof operators)[number];

/** One condition on records. */
export interface Condition {
	readonly field: EntityField;
	readonly operator: Operator;
	/** As the panel, an expression or an agent gives it; not looked at by `isEmpty` and `isNotEmpty`. */
	readonly value: unknown;
	/** The condition in messages: `Condition 2 (OrderTotal)`. */
	readonly at: string;
}

/**
 * Compiles conditions to the filter language of contract version 4. An empty field is not equal to any
 * value: SQL and OData differ there, and a filter must not lose records silently. The language of this
 * version has `substringof` where others have `contains`, and no `not` in front of a function.
 *
 * @param match whether a record has to meet all conditions, or any of them
 * @param zone the workflow's time zone, for times without an offset
 * @throws RecordFault when a condition cannot be put into the language, or has no value to compare with
 */
export function compileConditions(
	conditions: readonly Condition[],
	match: 'all' | 'any',
	zone: string,
): string {
	const terms = conditions.map((condition) => termsOf(condition, zone));
	const [first] = terms;
	if (first !== undefined && terms.length === 1) return first.join(' or ');
	// Alternatives are closed in themselves, so that they do not reach out to the next condition.
	return terms
		.map((alternatives) =>
			alternatives.length > 1 ? `(${alternatives.join(' or ')})` : alternatives.join(''),
		)
		.join(match === 'all' ? ' and ' : ' or ');
}

/** A condition as alternatives, one of which has to hold. */
function termsOf(condition: Condition, zone: string): string[] {
	const { field, operator, at } = condition;
	if (operator === 'isEmpty') return emptyTerms(field).map(({ eq }) => eq);
	// Closed in itself: where any condition may hold, both of these have to.
	if (operator === 'isNotEmpty') {
		const terms = emptyTerms(field).map(({ ne }) => ne);
		return [terms.length > 1 ? `(${terms.join(' and ')})` : terms.join('')];
	}
	if (operator === 'isOneOf') {
		const [first, ...others] = listed(condition.value, field.type);
		return [first, ...others].map((value) =>
			compared(field, 'eq', conditionLiteral(field, value, at, zone)),
		);
	}
	// Parts are looked for in texts only, so a number is one there.
	const isText = field.type === 'Unknown' && operator in textFunctions;
	const typed: EntityField = isText ? { ...field, type: 'String' } : field;
	const one = conditionLiteral(typed, condition.value, at, zone);
	switch (operator) {
		case 'equals':
			return [compared(field, 'eq', one)];
		case 'notEquals':
			return [
				compared(field, 'ne', one),
				`${fieldReference({ ...field, type: one.type })} eq null`,
			];
		case 'contains':
		case 'startsWith':
		case 'endsWith':
			return [textFunction(condition, operator, one)];
		default:
			return [compared(field, ordering(condition, operator, one.type), one)];
	}
}

function compared(field: EntityField, operator: string, { type, text }: ConditionLiteral): string {
	return `${fieldReference({ ...field, type })} ${operator} ${text}`;
}

const textFunctions = {
	contains: (field: string, text: string) => `substringof(${text},${field})`,
	startsWith: (field: string, text: string) => `startswith(${field},${text})`,
	endsWith: (field: string, text: string) => `endswith(${field},${text})`,
};

function textFunction(
	{ field, at }: Condition,
	operator: keyof typeof textFunctions,
	{ type, text }: ConditionLiteral,
): string {
	if (type === 'String') return textFunctions[operator](fieldReference({ ...field, type }), text);
	throw new RecordFault(
		at,
		`looks for a part of a text, but the field is a ${type}. Compare it as a whole`,
	);
}

const orderings = {
	greaterThan: 'gt',
	greaterThanOrEqual: 'ge',
	lessThan: 'lt',
	lessThanOrEqual: 'le',
};

function ordering({ at }: Condition, operator: keyof typeof orderings, type: FieldType): string {
	if (type !== 'Boolean' && type !== 'Guid') return orderings[operator];
	throw new RecordFault(at, `asks for an order, but a ${type} has none. Use Equals or Not Equals`);
}

/** Acumatica keeps empty texts as null or as nothing between quotes. */
function emptyTerms(field: EntityField): Array<{ readonly eq: string; readonly ne: string }> {
	const reference = fieldReference(field);
	const empty = field.type === 'String' ? ['null', "''"] : ['null'];
	return empty.map((nothing) => ({
		eq: `${reference} eq ${nothing}`,
		ne: `${reference} ne ${nothing}`,
	}));
}

/** A list, or text with commas. */
function listed(value: unknown, type: FieldType): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	const texts = value.split(',').map((one) => one.trim());
	// Agents give lists as JSON; `[1]` may be a text.
	const isJson = type !== 'String' || /^\s*\[\s*"/.test(value);
	return (isJson ? jsonList(value) : undefined) ?? texts.filter((one) => one !== '');
}
