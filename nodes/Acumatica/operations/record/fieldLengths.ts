import { NodeOperationError } from 'n8n-workflow';

import { endpointLabel } from '../../contract/endpoint';
import {
	entitiesWithKnownLengths,
	hasKnownLengths,
	textsTooLong,
} from '../../contract/fieldLengths';
import type { WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';

const wayOut =
	'Remove the option; Acumatica itself refuses texts that are too long. Nothing was sent for this item.';

/**
 * Makes sure that no text is longer than its field, as far as the instance tells lengths.
 *
 * @throws NodeOperationError that names the fields which are too long, or says that nothing can be checked
 */
export async function requireFittingTexts(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
): Promise<void> {
	const { itemIndex } = call;
	requireKnownEntity(call, target);
	const lengths = await call.discovery.textLengths();
	if (lengths === undefined || lengths.size === 0) {
		throw new NodeOperationError(
			call.node,
			'The lengths of fields cannot be checked: this Acumatica does not publish them',
			{
				itemIndex,
				description: `The option Check Field Lengths needs DAC-based OData (2024 R2 and later) with lengths in its metadata, and the rights to read it. ${wayOut}`,
			},
		);
	}
	const tooLong = textsTooLong(record, target.entity, lengths);
	if (tooLong.length === 0) return;
	const list = tooLong
		.map(({ path, length, most }) => `"${path}" has ${length} characters, but holds ${most}`)
		.join('; ');
	throw new NodeOperationError(call.node, `${target.entity}: ${list}`, {
		itemIndex,
		description: 'Shorten the texts. Nothing was sent for this item.',
	});
}

/** An entity of another endpoint may share its name with one of Default and stand for another class. */
function requireKnownEntity(call: OperationCall, { entity, endpoint }: EntityTarget): void {
	if (endpoint.name === 'Default' && hasKnownLengths(entity)) return;
	const known = [...entitiesWithKnownLengths].sort();
	throw new NodeOperationError(
		call.node,
		`The lengths of fields cannot be checked for ${entity} in ${endpointLabel(endpoint)}`,
		{
			itemIndex: call.itemIndex,
			description: `The option Check Field Lengths knows ${known.slice(0, -1).join(', ')} and ${known.at(-1)} of the endpoint Default. ${wayOut}`,
		},
	);
}
