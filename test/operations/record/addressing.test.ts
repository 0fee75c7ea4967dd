import {
	addressed,
	fieldValue,
	keyWithin,
	labelOf,
} from '../../../nodes/Acumatica/operations/record/addressing';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const id = '1af4d140-5321-41f2-a2ec-50b67f577c6c';

describe('the value of a field', () => {
	const record = {
		OrderQty: { value: 0 },
		Empty: {},
		Cleared: { value: null },
		MainContact: { Address: { City: { value: 'Bern' } } },
		Details: [{ City: { value: 'no' } }],
	};

	test.each([
		['OrderQty', 0],
		['Empty', undefined],
		['Cleared', null],
		['MainContact/Address/City', 'Bern'],
		['MainContact', undefined],
		['Details/City', undefined],
		['Nothing', undefined],
		['toString', undefined],
	])('%s is %p', (path, value) => {
		expect(fieldValue(record, path)).toBe(value);
	});
});

describe('the key within a record', () => {
	const names = ['OrderType', 'OrderNbr'];
	const order = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };

	test('is its ID before anything else', () => {
		expect(keyWithin({ ...order, id }, names)).toEqual({ id });
		expect(keyWithin({ id }, [])).toEqual({ id });
	});

	test('is all of its key fields', () => {
		expect(keyWithin(order, names)).toEqual({ keyFields: ['SO', '000001'] });
		expect(keyWithin({ ...order, OrderNbr: { value: 17 } }, names)).toEqual({
			keyFields: ['SO', '17'],
		});
	});

	test.each([
		['missing', {}],
		['empty', { OrderNbr: { value: ' ' } }],
		['null', { OrderNbr: { value: null } }],
		['left to the ERP', { OrderNbr: { value: '<NEW>' } }],
	])('is none where a key field is %s', (_how, number) => {
		expect(keyWithin({ OrderType: order.OrderType, ...number }, names)).toBeUndefined();
	});

	test('is none where nobody knows the key fields', () => {
		expect(keyWithin(order, [])).toBeUndefined();
	});
});

test('messages name a record by the key it carries', () => {
	expect(labelOf({ CustomerID: { value: 'C1' } }, 'Customer')).toBe('C1');
	expect(labelOf({ CustomerName: { value: 'x' } }, 'Customer')).toBe('');
});

describe('addressing a record', () => {
	const by = async (recordKey: string, target = targetOf('SalesOrder'), bodies: unknown[] = []) => {
		const call = operationCall({ recordKey: { mode: 'keys', value: recordKey } }, bodies);
		const record = { id: 'other', OrderNbr: { value: 'other' }, Hold: { value: true } };
		return { written: await addressed(call, target, record), asked: call.asked };
	};

	test('leaves it as it is without a key', async () => {
		const { written, asked } = await by('');
		expect(written).toEqual({ id: 'other', OrderNbr: { value: 'other' }, Hold: { value: true } });
		expect(asked).toEqual([]);
	});

	test('puts the ID in', async () => {
		const { written, asked } = await by(id);
		expect(written).toMatchObject({ id, Hold: { value: true } });
		expect(asked).toEqual([]);
	});

	test('puts key fields in where their names are certain, and takes another ID out', async () => {
		const { written, asked } = await by('SO/000001');
		expect(written).toEqual({
			OrderType: { value: 'SO' },
			OrderNbr: { value: '000001' },
			Hold: { value: true },
		});
		expect(asked).toEqual([]);
	});

	test.each([
		['only guessed', targetOf('TimeEntry'), '17'],
		['unknown', targetOf('WorkClassCompensationCode'), 'A/B'],
		['those of another endpoint', targetOf('SalesOrder', 'Shop.Sync'), 'SO/000001'],
	])('asks for the ID where they are %s', async (_why, target, key) => {
		const { written, asked } = await by(key, target, [{ id }]);
		expect(written).toEqual({ id, OrderNbr: { value: 'other' }, Hold: { value: true } });
		expect(asked).toMatchObject([
			{
				request: { method: 'GET', path: `${target.path}/${target.entity}/${key}`, replay: 'safe' },
				about: { doing: 'read', record: key },
			},
		]);
	});
});
