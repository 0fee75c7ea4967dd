import type { RecordQuery } from '../contract/query';

const labels = {
	filter: 'Filter String',
	select: 'Select',
	expand: 'Expand',
	custom: 'Custom Fields',
} as const satisfies Record<keyof RecordQuery, string>;

/** Labels of the parameters behind a query in which something is entered; for messages. */
export function readByTheErp(query: RecordQuery): string[] {
	const filled = (entered: string | readonly string[] = '') => entered.length > 0;
	return [
		...(filled(query.filter) ? [labels.filter] : []),
		...(filled(query.select) ? [labels.select] : []),
		...(filled(query.expand) ? [labels.expand] : []),
		...(filled(query.custom) ? [labels.custom] : []),
	];
}
