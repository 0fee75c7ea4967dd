import {
	duplicateLookUps,
	findDuplicate,
	requireDuplicateCheckValue,
} from '../../../nodes/Acumatica/operations/record/duplicateCheck';
import { readRecordOptions } from '../../../nodes/Acumatica/operations/recordOptions';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const write = (CustomerOrder: unknown) => ({
	target: targetOf('SalesOrder'),
	record: { CustomerOrder: { value: CustomerOrder } },
	creates: true,
	headers: { 'PX-CbApiBranch': 'MAIN' },
	query: {},
	duplicateCheckField: 'CustomerOrder',
});

describe('the look-up of a record by its own reference', () => {
	test('asks for one record, from the same branch', () => {
		expect(duplicateLookUps(write("O'1"))).toEqual([
			expect.objectContaining({
				path: 'entity/Default/24.200.001/SalesOrder',
				query: { $filter: "CustomerOrder eq 'O''1'", $top: '1' },
				headers: { 'PX-CbApiBranch': 'MAIN' },
			}),
		]);
	});

	test('looks for a number as text first', () => {
		expect(duplicateLookUps(write(1001)).map(({ query }) => query?.$filter)).toEqual([
			"CustomerOrder eq '1001'",
			'CustomerOrder eq 1001',
		]);
	});

	test.each([null, ''])('has nothing to ask for %p', async (value) => {
		expect(duplicateLookUps(write(value))).toEqual([]);
		expect(await findDuplicate(operationCall({}), write(value))).toBeUndefined();
	});

	test('returns what it finds', async () => {
		const call = operationCall({}, [[{ id: 'a' }]]);
		expect(await findDuplicate(call, write('X'))).toEqual({ id: 'a' });
	});
});

describe('the value to check by', () => {
	const require = (record: object, options: object) => {
		const call = operationCall({ options });
		requireDuplicateCheckValue(call, { ...record }, readRecordOptions(call));
	};

	test('has to be in the record', () => {
		expect(() => require({}, { duplicateCheckField: 'CustomerOrder' })).toThrow(
			'The record has no "CustomerOrder"',
		);
		expect(() =>
			require({ CustomerOrder: { value: 'X' } }, { duplicateCheckField: 'CustomerOrder' }),
		).not.toThrow();
	});

	test('has to be named when the check comes first', () => {
		expect(() => require({}, { checkBeforeFirstAttempt: true })).toThrow(
			'no Duplicate Check Field',
		);
		expect(() => require({}, {})).not.toThrow();
	});
});
