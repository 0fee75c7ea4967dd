import { customFieldTypes } from '../../nodes/Acumatica/contract/adHocSchema';
import { findMember, memberNames, placeOf } from '../../nodes/Acumatica/contract/member';
import type { EndpointSchema, EntityShape } from '../../nodes/Acumatica/contract/schema';

const shape = (
	fields: readonly string[],
	linked: Record<string, string> = {},
	details: Record<string, string> = {},
): EntityShape => ({
	fields: new Map(fields.map((field) => [field, 'String'])),
	linked: new Map(Object.entries(linked)),
	details: new Map(Object.entries(details)),
});
const schema: EndpointSchema = {
	contractVersion: '4',
	entities: new Map([['Order', { shape: 'Order', actions: new Map() }]]),
	shapes: new Map([
		['Order', shape(['OrderNbr', 'UsrSame'], { Contact: 'Contact' }, { Details: 'Line' })],
		['Contact', shape(['Email'], { Address: 'Address' })],
		['Address', shape(['City'])],
		['Line', shape(['Item'])],
	]),
};
const field = { type: 'CustomStringField', value: null };
const custom = customFieldTypes({
	custom: {
		Document: { UsrColor: field, UsrSame: field, UsrTwice: field },
		Other: { UsrTwice: field },
		Contact: { Email: field, UsrOwn: field },
	},
	Contact: { custom: { DefContact: { UsrNews: field } } },
	Details: [{ custom: { Lines: { UsrText: field } } }],
});
const place = placeOf(schema, 'Order', custom);
const find = (name: string) => (place === undefined ? undefined : findMember(place, name));

describe('what a name stands for', () => {
	test.each([
		['OrderNbr', [], { kind: 'field', name: 'OrderNbr', type: 'String' }],
		['Contact.Email', ['Contact'], { kind: 'field', name: 'Email', type: 'String' }],
		['Contact.Address.City', ['Contact', 'Address'], { kind: 'field', name: 'City' }],
		['Contact.Address', ['Contact'], { kind: 'linked', name: 'Address' }],
		['Details', [], { kind: 'detail', name: 'Details' }],
		['note', [], { kind: 'system', name: 'note' }],
		['Contact.note', ['Contact'], { kind: 'system', name: 'note' }],
		['custom', [], { kind: 'views' }],
		['Document.UsrColor', [], { kind: 'custom', view: 'Document', name: 'UsrColor' }],
		['custom.Document.UsrColor', [], { kind: 'custom', view: 'Document', name: 'UsrColor' }],
		['UsrColor', [], { kind: 'custom', view: 'Document', name: 'UsrColor' }],
		['Contact.UsrOwn', [], { kind: 'custom', view: 'Contact', name: 'UsrOwn' }],
		['Contact.DefContact.UsrNews', ['Contact'], { kind: 'custom', view: 'DefContact' }],
		['Contact.UsrNews', ['Contact'], { kind: 'custom', view: 'DefContact' }],
		['custom.Contact.Email', [], { kind: 'custom', view: 'Contact', name: 'Email' }],
		['UsrSame', [], { kind: 'field', name: 'UsrSame', type: 'String' }],
	])('%s', (name, within, member) => expect(find(name)).toMatchObject({ within, member }));

	test.each([
		'ordernbr',
		'UsrTwice',
		'Details.Item',
		'Contact.Nothing',
		'Nothing.Email',
		'custom.UsrColor',
		'constructor',
		'__proto__',
		'',
		'.',
	])('%p means nothing', (name) => expect(find(name)).toBeUndefined());

	test('rows of a detail have names of their own', () => {
		const found = find('Details')?.member;
		const rows = found?.kind === 'detail' ? found.place : undefined;
		expect(rows === undefined ? [] : memberNames(rows)).toEqual(['Item', 'Lines.UsrText']);
	});
});

test('an entity that is not there has no place', () =>
	expect(placeOf(schema, 'order')).toBeUndefined());
