import {
	certainKeyFields,
	readEntity,
	readRecordKey,
	requireRecordKey,
} from '../../nodes/Acumatica/operations/recordTarget';
import { operationCall, targetOf } from '../support/operationCall.ts';

describe('the entity', () => {
	test('stands in the endpoint of the credential', async () => {
		const target = await readEntity(
			operationCall({ entity: { mode: 'list', value: 'SalesOrder' } }),
		);
		expect(target).toMatchObject({
			entity: 'SalesOrder',
			endpoint: { name: 'Default', version: '24.200.001' },
			path: 'entity/Default/24.200.001',
		});
		expect(target.about('read', { record: 'SO/1' })).toEqual({
			doing: 'read',
			entity: 'SalesOrder',
			endpoint: { name: 'Default', version: '24.200.001' },
			record: 'SO/1',
		});
	});

	test('or in the one that the node names', async () => {
		const call = operationCall({
			entity: 'WebOrder',
			endpoint: { mode: 'name', value: ' Shop.Sync/6 ' },
		});
		expect(await readEntity(call)).toMatchObject({ path: 'entity/Shop.Sync/6' });
	});

	test.each([
		['', 'No entity is chosen'],
		['Sales Order', '"Sales Order" is not the name of an entity'],
		['SalesOrder/SO', '"SalesOrder/SO" is not the name of an entity'],
		['../auth', '"../auth" is not the name of an entity'],
	])('%p is none', async (entity, message) => {
		await expect(readEntity(operationCall({ entity }))).rejects.toMatchObject({
			message,
			description:
				'Pick an entity from the list, or type its name as in the endpoint, for example SalesOrder.',
			context: { itemIndex: 3 },
		});
	});

	test('an endpoint has a name and a version', async () => {
		const call = operationCall({
			entity: 'Customer',
			endpoint: { mode: 'name', value: 'Default' },
		});
		await expect(readEntity(call)).rejects.toMatchObject({
			message: '"Default" is not an endpoint',
			description:
				'Enter name and version, for example Default/24.200.001, or leave it empty to use the endpoint of the credential.',
		});
	});
});

describe('key fields', () => {
	test.each([
		[targetOf('SalesOrder'), ['OrderType', 'OrderNbr']],
		[targetOf('SalesOrder', 'Shop.Sync'), []],
		[targetOf('TimeEntry'), []],
		[targetOf('Whatever'), []],
	])('are certain for known entities of Default only', (target, names) => {
		expect(certainKeyFields(target)).toEqual(names);
	});
});

describe('the record', () => {
	const key = (mode: string, value: unknown, target = targetOf('SalesOrder')) =>
		readRecordKey(operationCall({ recordKey: { mode, value } }), target);
	const id = '1af4d140-5321-41f2-a2ec-50b67f577c6c';

	test.each([
		['keys', 'SO/000001', { keyFields: ['SO', '000001'] }],
		['list', 'SO/000001', { keyFields: ['SO', '000001'] }],
		['id', id, { id }],
		['keys', id, { id }],
		['keys', '', undefined],
		['keys', null, undefined],
	])('by %s %p', (mode, value, expected) => {
		expect(key(mode, value)).toEqual(expected);
	});

	test('needs every key field where they are certain', () => {
		expect(() => key('keys', '000001')).toThrow('Enter OrderType/OrderNbr');
		expect(key('keys', '000001', targetOf('SalesOrder', 'Shop.Sync'))).toEqual({
			keyFields: ['000001'],
		});
	});

	test('is required by some operations', () => {
		const call = operationCall({ recordKey: { mode: 'keys', value: ' ' } });
		expect(() => requireRecordKey(call, targetOf('SalesOrder'))).toThrow(
			'"Record" is empty. Enter the key fields (OrderType/OrderNbr), for example SO/000042, or choose By ID',
		);
	});
});
