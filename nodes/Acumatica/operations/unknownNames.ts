import { NodeOperationError } from 'n8n-workflow';

import type { UnknownName } from '../contract/mappedRecord';
import type { OperationCall } from './operation';

const most = 10;

/**
 * The error for names that were mapped but do not exist.
 *
 * @param owner what has no such names: an entity or an action
 * @param automatic true where the incoming item was mapped by the names of its fields
 */
export function unknownNames(
	call: OperationCall,
	owner: string,
	unknown: readonly UnknownName[],
	automatic: boolean,
): NodeOperationError {
	const shown = unknown.slice(0, most);
	const others = unknown.length - shown.length;
	const paths = shown.map(({ path }) => `"${path}"`).join(', ');
	const more = others > 0 ? ` and ${others} more` : '';
	const meant = shown
		.filter(({ nearest }) => nearest.length > 0)
		.map(({ path, nearest }) => `"${path}": did you mean ${nearest.join(' or ')}?`);
	const wayOut = automatic
		? 'Rename the fields of the incoming item, leave out those that are not for Acumatica (node Edit Fields), or set Mapping Column Mode to Map Each Column Manually.'
		: 'Correct or remove them in the node; Refresh Field List shows what there is.';
	return new NodeOperationError(call.node, `${owner} has no ${paths}${more}`, {
		itemIndex: call.itemIndex,
		description: [
			...meant,
			'Names are case-sensitive.',
			wayOut,
			'Nothing was sent for this item.',
		].join(' '),
	});
}
