import { NodeOperationError } from 'n8n-workflow';

import { textsTooLong } from '../../contract/fieldLengths';
import type { WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';

/**
 * Makes sure that no text is longer than its field, as far as the instance tells lengths.
 *
 * @throws NodeOperationError that names the fields which are too long, or says that nothing can be checked
 */
export async function requireFittingTexts(
	call: OperationCall,
	{ entity }: EntityTarget,
	record: WireRecord,
): Promise<void> {
	const { itemIndex } = call;
	const lengths = await call.discovery.textLengths();
	if (lengths === undefined || lengths.size === 0) {
		throw new NodeOperationError(
			call.node,
			'The lengths of fields cannot be checked: this Acumatica does not publish them',
			{
				itemIndex,
				description:
					'The option Check Field Lengths needs DAC-based OData (2024 R2 and later) with lengths in its metadata, and the rights to read it. Remove the option; Acumatica itself refuses texts that are too long. Nothing was sent for this item.',
			},
		);
	}
	const tooLong = textsTooLong(record, entity, lengths);
	if (tooLong.length === 0) return;
	const list = tooLong
		.map(({ path, length, most }) => `"${path}" has ${length} characters, but holds ${most}`)
		.join('; ');
	throw new NodeOperationError(call.node, `${entity}: ${list}`, {
		itemIndex,
		description: 'Shorten the texts. Nothing was sent for this item.',
	});
}
