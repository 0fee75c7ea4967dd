import { mappedRecord } from '../../nodes/Acumatica/contract/mappedRecord';
import { placeOf } from '../../nodes/Acumatica/contract/member';
import { wrapRecord } from '../../nodes/Acumatica/contract/value';
import { endpointModel, placeIn } from './endpointModel.ts';

const model = endpointModel();
const order = placeIn(model, 'SalesOrder');
const customer = placeIn(model, 'Customer');
const map = (values: Record<string, unknown>, place = order, leftOut?: (name: string) => boolean) =>
	mappedRecord(values, place, 'Europe/Berlin', leftOut);

describe('a record made of mapped values', () => {
	it('has values of the types of its fields', () => {
		const { record, unknown } = map({
			OrderNbr: 42,
			Hold: 'false',
			ControlTotal: '12.50',
			Date: '2026-01-31T00:00:00',
			Description: '',
			CustomerOrder: null,
		});
		expect(record).toEqual({
			OrderNbr: '42',
			Hold: false,
			ControlTotal: 12.5,
			Date: '2026-01-31',
			CustomerOrder: null,
		});
		expect(unknown).toEqual([]);
	});

	it('nests fields of linked entities, dotted or nested already', () => {
		const { record } = map(
			{
				'MainContact.Email': 'a@b.example',
				'MainContact.Address.City': 'Graz',
				MainContact: { Phone1: 123, Address: { Country: 'AT' } },
			},
			customer,
		);
		expect(record).toEqual({
			MainContact: {
				Email: 'a@b.example',
				Address: { City: 'Graz', Country: 'AT' },
				Phone1: '123',
			},
		});
	});

	it('has rows, of a list, of JSON, or of one row alone', () => {
		const row = { InventoryID: 'A', OrderQty: '2', UnitPrice: '', delete: 'true', rowNumber: 1 };
		const expected = [{ InventoryID: 'A', OrderQty: 2, delete: true }];
		for (const Details of [[row], JSON.stringify([row]), row])
			expect(map({ Details }).record).toEqual({ Details: expected });
	});

	it('places custom fields in their views, with their types', () => {
		const expected = {
			custom: { Document: { UsrShippingFee: { type: 'CustomDecimalField', value: 5 } } },
		};
		for (const values of [
			{ 'Document.UsrShippingFee': '5' },
			{ UsrShippingFee: 5 },
			{ custom: { Document: { UsrShippingFee: '5.0' } } },
			{ custom: { UsrShippingFee: { value: 5 } } },
		])
			expect(map(values)).toEqual({ record: expected, unknown: [] });
		const rows = map({ Details: [{ UsrEngraving: 'x' }] }).record;
		expect(rows).toEqual({
			Details: [
				{ custom: { Transactions: { UsrEngraving: { type: 'CustomStringField', value: 'x' } } } },
			],
		});
		expect(wrapRecord(rows)).toEqual(rows);
	});

	it('leaves out what the ERP and the trigger add', () => {
		const read = { _links: {}, files: [], rowNumber: 1, error: 'x', _event: { type: 'created' } };
		expect(map({ ...read, id: null, note: 'n' })).toEqual({ record: { note: 'n' }, unknown: [] });
	});

	it('leaves out what it is told to, of the entity itself only', () => {
		const { record } = map({ Date: '2026-01-31', Details: [{ Date: 1 }] }, order, (name) =>
			['Date'].includes(name),
		);
		expect(record).toEqual({ Details: [{}] });
	});

	it('has nothing of a linked entity in which nothing is left', () =>
		expect(map({ 'ShipToAddress.City': '', Details: '' }).record).toEqual({}));
});

describe('names that mean nothing', () => {
	it('are all told, with those that may have been meant', () => {
		const { unknown } = map({
			CustomerId: 'C1',
			Details: [{ InventoryID: 'A', Qty: 1 }],
			custom: { Document: { UsrShipingFee: 1 } },
			Nonsense: 1,
		});
		expect(unknown).toEqual([
			{ path: 'CustomerId', nearest: ['CustomerID'] },
			{ path: 'Details[0].Qty', nearest: expect.arrayContaining(['OrderQty']) },
			{ path: 'custom.Document.UsrShipingFee', nearest: ['Document.UsrShippingFee'] },
			{ path: 'Nonsense', nearest: [] },
		]);
	});

	it('are never those of the prototype', () =>
		expect(() => map(JSON.parse('{"__proto__": {"a": 1}}'))).toThrow('is not the name of a field'));
});

test('custom fields that nobody could look up are passed on as they are', () => {
	const place = placeOf(model.schema, 'SalesOrder');
	const custom = { Document: { UsrShippingFee: '5' } };
	expect(place && map({ custom }, place).record).toEqual({ custom });
});

describe('values that do not fit', () => {
	test.each([
		[{ Details: [5] }, '"Details[0]" holds the number 5. Each row of a detail must be an object'],
		[{ Details: '{oops' }, '"Details" holds the text "{oops", which is no list'],
		[{ ShipToAddress: 'Graz' }, '"ShipToAddress" holds the text "Graz", but has fields'],
		[{ Details: [{ OrderQty: 'two' }] }, '"Details[0].OrderQty" holds the text "two", but takes'],
		[{ custom: 7 }, '"custom" holds the number 7, but has fields'],
	])('%j', (values, message) => expect(() => map(values)).toThrow(message));
});
