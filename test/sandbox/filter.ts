import { conditionOf, type Condition, type FilterContext } from './filter/condition.ts';
import type { Expression } from './filter/expression.ts';
import { parseExpression } from './filter/parse.ts';
import type { SandboxRecord } from './record.ts';

export { FilterError } from './filter/filterError.ts';
export type { FilterContext } from './filter/condition.ts';

/** A filter that has been read, not yet tied to an entity. */
export interface Filter {
	readonly expression: Expression;
}

/**
 * Reads the text of `$filter` as contract version 4 understands it (OData 3 style).
 *
 * @throws FilterError with the status of the answer, for bad syntax and functions of other dialects
 */
export function parseFilter(text: string): Filter {
	return { expression: parseExpression(text) };
}

/**
 * Ties a filter to the entity whose records it is to choose from. Use this for lists: names and types are
 * checked once, and also where there is no record.
 *
 * @throws FilterError for a field that the entity does not have and for types that do not fit
 */
export function filterFor(
	filter: Filter,
	context: FilterContext,
): (record: SandboxRecord) => boolean {
	const condition: Condition = conditionOf(filter.expression, context);
	return (record) => condition(record) === true;
}

/**
 * Whether one record satisfies a filter.
 *
 * @throws FilterError as {@link filterFor}
 */
export function matches(filter: Filter, record: SandboxRecord, context: FilterContext): boolean {
	return filterFor(filter, context)(record);
}
