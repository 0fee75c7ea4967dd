import type { ContractFacts } from '../contract/contract.ts';
import { loadContract } from '../contract/load.ts';
import { Refusal } from '../reply.ts';
import { parseBody } from './body.ts';
import { readRecord, type RecordInput } from './read.ts';

function salesOrders(): ContractFacts {
	const contract = loadContract('Default', '25.200.001');
	if (contract === undefined) throw new Error('Default/25.200.001 is missing.');
	return contract;
}
const contract = salesOrders();

function read(text: string, unknownFields: 'refuse' | 'ignore' = 'refuse'): RecordInput {
	const schema = contract.schemas.SalesOrder;
	if (schema === undefined) throw new Error('There is no SalesOrder.');
	return readRecord(parseBody(Buffer.from(text)), schema, {
		contract,
		settings: { unknownFields, serverOffsetMinutes: 0 },
	});
}

function complaints(text: string): Record<string, readonly string[]> {
	try {
		read(text);
	} catch (error) {
		if (error instanceof Refusal) return JSON.parse(String(error.reply.body)).modelState;
		throw error;
	}
	throw new Error('The body was accepted.');
}

describe('reading a record', () => {
	it('takes the wrapping off', () => {
		const input = read(`{
			"id": "0E94C7D2-6B3A-4F58-8D21-7A5C1F9E3B60",
			"note": {"value": "Call first"},
			"OrderType": {"value": "SO"},
			"Hold": {"value": false},
			"Description": {"value": null},
			"ShipToAddress": {"City": {"value": "Bonn"}},
			"Details": [{"InventoryID": {"value": "A"}}, {"id": "x", "delete": true}],
			"custom": {"Document": {"UsrA": {"type": "CustomStringField", "value": "1"}}}
		}`);
		expect(input.id).toBe('0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60');
		expect(input.note).toBe('Call first');
		expect([...input.fields]).toEqual([
			['OrderType', 'SO'],
			['Hold', false],
			['Description', null],
		]);
		expect(input.linked.get('ShipToAddress')?.fields.get('City')).toBe('Bonn');
		expect(input.details.get('Details')).toMatchObject([
			{ isDeleted: false },
			{ id: 'x', isDeleted: true },
		]);
		expect(input.custom).toEqual([
			{ view: 'Document', field: 'UsrA', type: 'CustomStringField', value: '1' },
		]);
	});

	it('takes no notice of what only answers have, and of empty fields', () => {
		const input = read(
			'{"rowNumber":1,"_links":{},"error":"x","files":[],"OrderNbr":{},"note":{}}',
		);
		expect(input.fields.size).toBe(0);
		expect(input.note).toBeUndefined();
	});

	it.each([
		['a flat value', '{"CustomerID":"X"}', 'entity.CustomerID'],
		['text in a decimal', '{"CurrencyRate":{"value":"two"}}', 'entity.CurrencyRate'],
		['a misspelled field', '{"CustomerId":{"value":"X"}}', 'entity.CustomerId'],
		['a field of the prototype', '{"__proto__":{"value":1}}', 'entity.__proto__'],
		['another one', '{"constructor":{"value":1}}', 'entity.constructor'],
		[
			'a wrong value in a line',
			'{"Details":[{},{"OrderQty":{"value":"two"}}]}',
			'entity.Details[1].OrderQty',
		],
		['details that are no list', '{"Details":{"InventoryID":{"value":"A"}}}', 'entity.Details'],
		['a linked entity that is a list', '{"ShipToAddress":[]}', 'entity.ShipToAddress'],
		['a note that is a number', '{"note":5}', 'entity.note'],
		['an ID that is a number', '{"id":5}', 'entity.id'],
		['custom fields without a view', '{"custom":{"UsrA":"1"}}', 'entity.custom.UsrA'],
		['a flat custom field', '{"custom":{"Document":{"UsrA":"1"}}}', 'entity.custom.Document.UsrA'],
		['custom fields in a list', '{"custom":[]}', 'entity.custom'],
	])('refuses %s', (_, text, place) => {
		expect(complaints(text)).toEqual({ [place]: [expect.any(String)] });
	});

	it('names every place that does not fit', () => {
		expect(Object.keys(complaints('{"A":{"value":1},"B":{"value":1}}'))).toEqual([
			'entity.A',
			'entity.B',
		]);
	});

	it('ignores unknown fields where that is switched on', () => {
		expect(read('{"Nope":{"value":1},"OrderNbr":{"value":"1"}}', 'ignore').fields.size).toBe(1);
	});
});
