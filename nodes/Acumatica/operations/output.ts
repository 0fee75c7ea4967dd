import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import type { WireRecord } from '../contract/scalar';
import { unwrapRecord } from '../contract/value';
import type { OperationCall } from './operation';

const yesOrNo = z.boolean().optional().default(true);

/** A function that makes an output item of a record: plain values, or as it came with Simplify off. */
export function recordOutput(call: OperationCall): (record: WireRecord) => INodeExecutionData {
	const simplify = call.parameters.read('simplify', 'Simplify', yesOrNo);
	return (record) => ({
		// Parsed JSON either way, which is what an item holds; the platform's type only says it differently.
		json: (simplify ? unwrapRecord(record) : record) as IDataObject,
		pairedItem: { item: call.itemIndex },
	});
}
