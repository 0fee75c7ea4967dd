import type { RecordQuery } from '../contract/query';

const labels = {
	select: 'Select',
	expand: 'Expand',
	custom: 'Custom Fields',
} as const satisfies Record<Exclude<keyof RecordQuery, 'filter'>, string>;

/**
 * Labels of the parameters behind a query in which something is entered; for messages.
 *
 * @param filterLabel the parameter that the filter comes from
 */
export function readByTheErp(query: RecordQuery, filterLabel = 'Filter String'): string[] {
	const filled = (entered: string | readonly string[] = '') => entered.length > 0;
	return [
		...(filled(query.filter) ? [filterLabel] : []),
		...(filled(query.select) ? [labels.select] : []),
		...(filled(query.expand) ? [labels.expand] : []),
		...(filled(query.custom) ? [labels.custom] : []),
	];
}
