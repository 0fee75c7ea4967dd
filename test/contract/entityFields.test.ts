import { customFieldTypes } from '../../nodes/Acumatica/contract/adHocSchema';
import { contentsOf, fieldTypeOf } from '../../nodes/Acumatica/contract/entityFields';
import type { EndpointSchema, EntityShape } from '../../nodes/Acumatica/contract/schema';

const shape = (
	fields: EntityShape['fields'],
	linked: Record<string, string> = {},
	details: Record<string, string> = {},
): EntityShape => ({
	fields,
	linked: new Map(Object.entries(linked)),
	details: new Map(Object.entries(details)),
});
const schema: EndpointSchema = {
	contractVersion: '4',
	entities: new Map([['Customer', { shape: 'Client', actions: new Map() }]]),
	shapes: new Map([
		['Client', shape(new Map([['CustomerID', 'String']]), { Main: 'Contact' }, { Notes: 'Row' })],
		['Contact', shape(new Map([['Email', 'String']]), { Address: 'Address', Owner: 'Client' })],
		['Address', shape(new Map([['City', 'String']]), { Deeper: 'Row' }, { Phones: 'Row' })],
		['Row', shape(new Map([['Text', 'String']]))],
	]),
};

describe('what an entity consists of', () => {
	const contents = contentsOf(schema, 'Customer');

	it('are its own fields and those of linked entities, two levels deep', () =>
		expect(contents?.fields.map(({ within, name }) => [...within, name].join('.'))).toEqual([
			'CustomerID',
			'Main.Email',
			'Main.Address.City',
		]));

	it('are details, its own and those of linked entities', () =>
		expect(contents?.details).toEqual([
			{ within: [], name: 'Notes' },
			{ within: ['Main', 'Address'], name: 'Phones' },
		]));

	it('are linked entities, of which one that leads back is left out', () =>
		expect(contents?.linked).toEqual([['Main'], ['Main', 'Address']]));

	it('are custom fields, wherever they stand', () => {
		const custom = customFieldTypes({
			custom: { Document: { UsrFee: { type: 'CustomDecimalField' } } },
			Main: { custom: { DefContact: { UsrNews: { type: 'CustomFutureField' } } } },
		});
		const fields = contentsOf(schema, 'Customer', custom)?.fields ?? [];
		expect(fields.filter(({ view }) => view !== undefined)).toEqual([
			{ within: [], view: 'Document', name: 'UsrFee', type: 'Decimal' },
			{ within: ['Main'], view: 'DefContact', name: 'UsrNews', type: 'Unknown' },
		]);
	});

	it('is unknown where the endpoint has no such entity', () =>
		expect(contentsOf(schema, 'customer')).toBeUndefined());
});

test.each([
	['CustomStringField', 'String'],
	['CustomDateTimeField', 'DateTime'],
	['CustomOtherField', 'Unknown'],
	['StringValue', 'Unknown'],
])('a %s is a %s', (custom, type) => expect(fieldTypeOf(custom)).toBe(type));
