import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WireRecord } from '../contract/scalar';
import { unwrapRecord } from '../contract/value';
import type { OperationCall } from './operation';
import { yesOrNo } from '../parameters/parameterReader';

/** A function that makes an output item of a record: plain values, or as it came with Simplify off. */
export function recordOutput(call: OperationCall): (record: WireRecord) => INodeExecutionData {
	const simplify = call.parameters.read('simplify', 'Simplify', yesOrNo(true));
	return (record) => ({
		// Parsed JSON either way, which is what an item holds; the platform's type only says it differently.
		json: (simplify ? unwrapRecord(record) : record) as IDataObject,
		pairedItem: { item: call.itemIndex },
	});
}
