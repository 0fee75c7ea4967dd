import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { RecordFault } from '../../nodes/Acumatica/contract/recordFault';
import { failedItem, toNodeError } from '../../nodes/Acumatica/operations/failedItem';
import { node } from '../support/operationCall.ts';

describe('an error of an operation', () => {
	test.each([new NodeApiError(node, {}, { message: 'a' }), new NodeOperationError(node, 'a')])(
		'stays itself if it is one of n8n, and gets the index',
		(error) => {
			expect(toNodeError(node, error, 2)).toBe(error);
			expect(error.context.itemIndex).toBe(2);
		},
	);

	test('keeps the index that it has', () => {
		const error = new NodeOperationError(node, 'a', { itemIndex: 0 });
		expect(toNodeError(node, error, 2).context.itemIndex).toBe(0);
	});

	test('of a record says that nothing was sent', () => {
		const error = toNodeError(node, new RecordFault('Details[0]', 'holds nothing'), 2);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: '"Details[0]" holds nothing',
			description: 'Nothing was sent for this item.',
			context: { itemIndex: 2 },
		});
	});

	test('of a record keeps its words, in which the platform would see an error of the system', () => {
		const error = toNodeError(node, new RecordFault('PREEXISTING', 'holds nothing'), 2);
		expect(error.message).toBe('"PREEXISTING" holds nothing');
	});

	test.each([new Error('odd'), 'odd'])('of another kind keeps its words', (thrown) => {
		expect(toNodeError(node, thrown, 2)).toMatchObject({
			name: 'NodeOperationError',
			message: 'odd',
			context: { itemIndex: 2 },
		});
	});
});

describe('a failed item', () => {
	test('tells what happened, why, and of which field', () => {
		const error = new NodeApiError(
			node,
			{},
			{ message: 'Could not', description: 'Because', httpCode: '422' },
		);
		error.context.faultKind = 'validation';
		error.context.fields = [{ path: 'Details[0].InventoryID', message: 'unknown' }];
		expect(failedItem(error)).toEqual({
			error: 'Could not',
			message: 'Because',
			details: {
				httpCode: '422',
				kind: 'validation',
				fields: [{ path: 'Details[0].InventoryID', message: 'unknown' }],
			},
		});
	});

	test('leaves out what is not there', () => {
		expect(failedItem(new NodeOperationError(node, 'Could not'))).toEqual({
			error: 'Could not',
			message: '',
			details: {},
		});
	});
});
