import type { CustomFieldTypes } from '../../../nodes/Acumatica/contract/customFieldTypes';
import { readRecord } from '../../../nodes/Acumatica/operations/record/recordInput';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const target = targetOf('SalesOrder');

const read = async (recordJson: unknown) =>
	(await readRecord(operationCall({ recordJson }), target)).record;

test.each([
	['an object', { CustomerID: 'C1' }],
	['JSON text', '{"CustomerID":"C1"}'],
	['JSON text with white space around', ' \n{"CustomerID":"C1"} '],
])('takes %s', async (_kind, recordJson) => {
	expect(await read(recordJson)).toEqual({ CustomerID: { value: 'C1' } });
});

test('leaves the incoming item as it is', async () => {
	const item = Object.freeze({ CustomerID: 'C1', Details: Object.freeze([{ OrderQty: 1 }]) });
	const record = await read(item);
	expect(item).toEqual({ CustomerID: 'C1', Details: [{ OrderQty: 1 }] });
	expect(record).not.toBe(item);
});

test('keeps every digit of long numbers in JSON text', async () => {
	expect(await read('{"Big":12345678901234567890}')).toEqual({
		Big: { value: '12345678901234567890' },
	});
});

test.each([
	['', 'The record is empty: there is nothing to write'],
	['{}', 'The record is empty: there is nothing to write'],
	[{}, 'The record is empty: there is nothing to write'],
	[undefined, 'The record must be an object with field names'],
	['5', 'The record must be an object with field names'],
	['[{},{}]', 'The record must be one object, but is a list of 2'],
])('refuses %p', async (recordJson, message) => {
	await expect(read(recordJson)).rejects.toMatchObject({
		name: 'NodeOperationError',
		message,
		description: expect.stringMatching(/\w/),
		context: { itemIndex: 3 },
	});
});

test('says where JSON text is broken', async () => {
	await expect(read("{'CustomerID': 1}")).rejects.toMatchObject({
		message: expect.stringMatching(/^The record is not valid JSON: .*position 1/),
	});
});

describe('custom fields', () => {
	const types: CustomFieldTypes = {
		typeOf: () => 'CustomDecimalField',
		viewsOf: () => ['Document'],
		fields: [],
		within: () => undefined,
	};
	const lookedUp = (customFields: () => Promise<CustomFieldTypes | undefined>, custom: unknown) => {
		const call = operationCall({ recordJson: { custom } });
		const lookUp = jest.fn(customFields);
		const discovery = { ...call.discovery, customFields: lookUp };
		const input = readRecord({ ...call, discovery }, target);
		return { lookUp, record: input.then(({ record }) => record) };
	};

	test('are looked up where the record leaves their view or type open', async () => {
		const { record, lookUp } = lookedUp(async () => types, { UsrFee: 4 });
		expect(await record).toEqual({
			custom: { Document: { UsrFee: { type: 'CustomDecimalField', value: 4 } } },
		});
		expect(lookUp).toHaveBeenCalledWith(target.endpoint, 'SalesOrder');
	});

	test('are not looked up where the record says both', async () => {
		const custom = { Document: { UsrFee: { type: 'CustomDecimalField', value: 4 } } };
		const { record, lookUp } = lookedUp(async () => types, custom);
		expect(await record).toEqual({ custom });
		expect(lookUp).not.toHaveBeenCalled();
	});

	test('take their type from the value where the instance does not tell', async () => {
		const forbidden = async () => await Promise.reject(new Error('403'));
		const { record } = lookedUp(forbidden, { Document: { UsrFee: 4 } });
		expect(await record).toEqual({
			custom: { Document: { UsrFee: { type: 'CustomIntField', value: 4 } } },
		});
	});
});
