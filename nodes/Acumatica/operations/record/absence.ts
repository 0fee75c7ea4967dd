import { NodeOperationError } from 'n8n-workflow';

import { allFilled, ownerOf, type FieldMatch } from '../../contract/matchFilter';
import { queryParameters } from '../../contract/query';
import type { OperationCall } from '../operation';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { inWords } from './matchFields';
import { lookUp } from './matching';

/** Lists of these answer filters by other fields than the key with nothing, as integrators report. */
const unreliable: ReadonlySet<string> = new Set([
	'PhysicalInventoryCount',
	'PurchaseOrder',
	'Shipment',
]);

/**
 * Makes sure that a look-up which found nothing means that there is no such record, before one is created.
 * Filters on fields of two views of a form may find nothing although each of them would, and those on some
 * entities do. There, the ERP has to find some record by the same fields first.
 *
 * @throws NodeOperationError when it does not, so that nobody can tell
 */
export async function requireAbsence(
	call: OperationCall,
	target: EntityTarget,
	fields: readonly FieldMatch[],
): Promise<void> {
	if (!isDoubtful(target, fields)) return;
	const select = certainKeyFields(target);
	const first = async (filter: string) =>
		await lookUp(call, target, { ...queryParameters({ filter, select }), $top: '1' });
	if ((await first(allFilled(fields))).length > 0) return;
	if ((await first('')).length === 0) return;
	const { entity } = target;
	throw new NodeOperationError(
		call.node,
		`Acumatica finds no ${entity} with ${inWords(fields)}, but nobody can tell whether there is none`,
		{
			itemIndex: call.itemIndex,
			description: `It answers filters by such fields with nothing in some cases, and finds no record with values in them at all. Match on the key fields or the ID${fields.length > 1 ? ', or on one field only' : ''}, or use the operation Create if there is none for sure. Nothing was written.`,
		},
	);
}

function isDoubtful(target: EntityTarget, fields: readonly FieldMatch[]): boolean {
	const keys = certainKeyFields(target);
	const isByKeys = fields.every(({ name }) => keys.includes(name));
	return new Set(fields.map(ownerOf)).size > 1 || (unreliable.has(target.entity) && !isByKeys);
}
