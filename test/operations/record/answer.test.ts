import { requireRecord, requireRecords } from '../../../nodes/Acumatica/operations/record/answer';
import { operationCall } from '../../support/operationCall.ts';

const call = operationCall({});
const about = { doing: 'read', entity: 'SalesOrder', record: 'SO/1' };

test('a record is an object, records are a list of them', () => {
	const record = { id: '1' };
	expect(requireRecord(call, record, about)).toBe(record);
	expect(requireRecords(call, [record], about)).toEqual([record]);
	expect(requireRecords(call, [], about)).toEqual([]);
});

test.each([[[]], ['text'], [null], [undefined], [5]])('%p is no record', (body) => {
	expect(() => requireRecord(call, body, about)).toThrow(
		expect.objectContaining({
			name: 'NodeApiError',
			message: 'Could not read SalesOrder "SO/1": the answer holds no data where a record was due',
			description:
				'Check that the Instance URL of the credential leads to an Acumatica and not to another service.',
			context: expect.objectContaining({ itemIndex: 3 }),
		}),
	);
});

test.each([[{}], [{ value: [] }], [['x']], [[[]]], [null]])('%p is no list of records', (body) => {
	expect(() => requireRecords(call, body, about)).toThrow(
		'Could not read SalesOrder "SO/1": the answer holds no data where a list of records was due',
	);
});
