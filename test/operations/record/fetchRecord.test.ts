import { fetchRecord } from '../../../nodes/Acumatica/operations/record/fetchRecord';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const key = { keyFields: ['SO', '000 1'] };
const target = targetOf('SalesOrder');

test('is one read of the record, from the branch of the options', async () => {
	const call = operationCall({ options: { branch: 'MAIN' } }, [{ id: 'a' }]);
	expect(await fetchRecord(call, target, key, { expand: ['Details'] })).toEqual({ id: 'a' });
	expect(call.asked).toEqual([
		{
			request: {
				method: 'GET',
				path: 'entity/Default/24.200.001/SalesOrder/SO/000%201',
				query: { $expand: 'Details' },
				headers: { 'PX-CbApiBranch': 'MAIN' },
				expect: 'json',
				replay: 'safe',
			},
			about: expect.objectContaining({ doing: 'read', record: 'SO/000 1', reads: ['Expand'] }),
		},
	]);
});

test('can be answered from memory', async () => {
	const call = operationCall({});
	const memory = async () => ({ status: 200, headers: {}, body: { id: 'remembered' } });
	expect(await fetchRecord(call, target, key, {}, memory)).toEqual({ id: 'remembered' });
	expect(call.asked).toEqual([]);
});

test('an answer that is no record is an error', async () => {
	await expect(fetchRecord(operationCall({}, ['text']), target, key)).rejects.toThrow(
		'the answer holds no data where a record was due',
	);
});
