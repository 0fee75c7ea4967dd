import * as fc from 'fast-check';
import {
	encodeSegment,
	isGuid,
	keyLabel,
	parseRecordKey,
	recordPath,
} from '../../nodes/Acumatica/contract/recordKey';

const id = '9e42dbe1-6b1c-ee11-8d7e-0a4bcf9c2e11';

describe('reading a record key', () => {
	it.each([
		['SO/000042', ['SO', '000042']],
		['SO|000042', ['SO', '000042']],
		[' SO / 000042 ', ['SO', '000042']],
		['C000001', ['C000001']],
		['MY ITEM #1', ['MY ITEM #1']],
		['Größe 東京', ['Größe 東京']],
		["O'BRIEN", ["O'BRIEN"]],
		['1.5', ['1.5']],
	])('%p: key fields', (text, keyFields) => {
		expect(parseRecordKey(text)).toEqual({ keyFields });
	});

	it.each([id, id.toUpperCase(), ` ${id}\n`])('%p: an ID', (text) => {
		expect(isGuid(text)).toBe(true);
		expect(parseRecordKey(text, ['OrderType', 'OrderNbr'])).toEqual({ id });
	});

	it.each(['9e42dbe16b1cee118d7e0a4bcf9c2e11', `{${id}}`, `${id}0`, ''])('%p: no ID', (text) => {
		expect(isGuid(text)).toBe(false);
	});

	it.each([
		['', [], 'is empty. Enter the key fields, for example SO/000042, or choose By ID'],
		['  ', ['OrderType', 'OrderNbr'], 'is empty. Enter the key fields (OrderType/OrderNbr)'],
		['SO/', [], '"SO/", which has an empty key field'],
		['/000042', ['OrderType', 'OrderNbr'], 'Enter every key field (OrderType/OrderNbr)'],
		['SO//000042', [], 'has an empty key field'],
		['SO/..', [], 'has a key field that no web address can carry. Use By ID'],
		['.', [], 'has a key field that no web address can carry. Use By ID'],
		[
			'000042',
			['OrderType', 'OrderNbr'],
			'"000042", which has 1 of 2 key fields. Enter OrderType/OrderNbr',
		],
		[
			'A/B',
			['InventoryID'],
			'"A/B", which has 2 parts, but the key is InventoryID. If a key itself contains "/", the ERP cannot find it by keys: choose By ID, or use Get Many with a filter on InventoryID',
		],
	])('%p with the key %p is refused with the way out', (text, expected, words) => {
		expect(() => parseRecordKey(text, expected)).toThrow(
			expect.objectContaining({ name: 'RecordFault', message: expect.stringContaining(words) }),
		);
	});
});

describe('the path of a record', () => {
	it.each([
		['SalesOrder', undefined, 'SalesOrder'],
		['SalesOrder', { keyFields: ['SO', '000042'] }, 'SalesOrder/SO/000042'],
		['Customer', { id }, `Customer/${id}`],
		['StockItem', { keyFields: ['MY ITEM/1'] }, 'StockItem/MY%20ITEM%2F1'],
		['StockItem', { keyFields: ["#?%+&='(x)*!"] }, 'StockItem/%23%3F%25%2B%26%3D%27%28x%29%2A%21'],
		['StockItem', { keyFields: ['東'] }, 'StockItem/%E6%9D%B1'],
	])('%s %p', (entity, key, path) => {
		expect(recordPath(entity, key)).toBe(path);
	});

	it('carries any key, and nothing of it is read as something else', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const segment = encodeSegment(text);
				expect(decodeURIComponent(segment)).toBe(text);
				expect(segment).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
			}),
		);
	});

	it('is refused by nothing that a text can hold', () => {
		expect(encodeSegment('broken \ud83d emoji')).toBe('broken%20%EF%BF%BD%20emoji');
	});
});

test('a key in messages reads as it is typed', () => {
	expect(keyLabel({ keyFields: ['SO', '000042'] })).toBe('SO/000042');
	expect(keyLabel({ id })).toBe(id);
});
