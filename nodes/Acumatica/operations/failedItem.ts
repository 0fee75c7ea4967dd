import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import { RecordFault } from '../contract/recordFault';

/** Whatever an operation raised, as one of n8n's own errors with the index of its item. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (error instanceof RecordFault) {
		const failure = new NodeOperationError(node, error.message, {
			itemIndex,
			description: 'Nothing was sent for this item.',
		});
		// The platform takes any text with EEXIST or EPERM in it ("PREEXISTING") for an error of the system.
		failure.message = error.message;
		return failure;
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}

/** No other keys, and no `error` on the item itself: else the platform drops them on one of its two ways. */
export function failedItem(error: NodeApiError | NodeOperationError): IDataObject {
	const { faultKind, fields, statusHandle } = error.context;
	return {
		error: error.message,
		message: error.description ?? '',
		details: {
			...(error instanceof NodeApiError && error.httpCode !== null && { httpCode: error.httpCode }),
			...(typeof faultKind === 'string' && { kind: faultKind }),
			...(typeof statusHandle === 'string' && { statusHandle }),
			...(Array.isArray(fields) && fields.length > 0 && { fields }),
		},
	};
}
