import {
	entitiesWithKnownLengths,
	hasKnownLengths,
	readDacLengths,
	textsTooLong,
} from '../../nodes/Acumatica/contract/fieldLengths';
import { dacMetadata } from '../sandbox/odata/dacMetadata.ts';

const lengths = readDacLengths(dacMetadata({ hasLengths: true }));
const text = (length: number) => ({ value: 'x'.repeat(length) });

test('lengths are read of the classes behind known entities, with those of their bases', () => {
	expect(lengths.get('SOOrder.OrderDesc')).toBe(256);
	expect(lengths.get('Customer.AcctName')).toBe(255);
	expect(lengths.get('Vendor.AcctCD')).toBe(30);
	expect(lengths.has('SOOrder.OrderDate')).toBe(false);
});

test.each(['', '<html>', 'not XML', dacMetadata({ hasLengths: false })])(
	'a description without lengths has none',
	(metadata) => expect(readDacLengths(metadata).size).toBe(0),
);

describe('classes in a description', () => {
	const property = (name: string, length: number) =>
		`<Property Name="${name}" Type="Edm.String" MaxLength="${length}"/>`;
	const read = (...types: readonly string[]) => [...readDacLengths(types.join('\n'))];

	test('may be closed at once, and have nothing of the one that follows', () => {
		expect(
			read(
				'<EntityType Name="Customer" BaseType="PX.BAccount" />',
				`<EntityType Name="Other">${property('OrderDesc', 1)}</EntityType>`,
				'<EntityType Name="Country"/>',
				`<EntityType Name="SOOrder">${property('OrderDesc', 256)}</EntityType>`,
				`<EntityType Name="BAccount">${property('AcctName', 255)}</EntityType>`,
			),
		).toEqual([
			['Customer.AcctName', 255],
			['SOOrder.OrderDesc', 256],
		]);
	});

	test('have what any of their bases has, and what they say themselves counts', () => {
		expect(
			read(
				`<EntityType Name="Vendor" BaseType="PX.AP.Payee">${property('AcctCD', 10)}</EntityType>`,
				`<EntityType Name="Payee" BaseType="PX.CR.BAccount">${property('Terms', 5)}</EntityType>`,
				`<EntityType Name="BAccount" BaseType="PX.Base">${property('AcctCD', 30)}</EntityType>`,
				`<EntityType Name="Base">${property('Note', 8)}</EntityType>`,
			),
		).toEqual([
			['Vendor.Note', 8],
			['Vendor.AcctCD', 10],
			['Vendor.Terms', 5],
		]);
	});

	test('may go round in a circle, or have a base that is not there', () => {
		expect(
			read(
				`<EntityType Name="Contact" BaseType="PX.Person">${property('EMail', 255)}</EntityType>`,
				`<EntityType Name="Person" BaseType="PX.Contact">${property('Title', 50)}</EntityType>`,
				`<EntityType Name="Address" BaseType="PX.Address">${property('City', 50)}</EntityType>`,
				`<EntityType Name="SOLine" BaseType="PX.Gone">${property('TranDesc', 256)}</EntityType>`,
			).sort(),
		).toEqual([
			['Address.City', 50],
			['Contact.EMail', 255],
			['Contact.Title', 50],
			['SOLine.TranDesc', 256],
		]);
	});

	test('have no fields of other elements, and labels may hold any character', () => {
		expect(
			read(
				'<EntityType Name="SOOrder" Label="a > b /">',
				'<Property Name="OrderDesc" MaxLength="256" Label="1 > 0"><Annotation String="x"/></Property>',
				'<PropertyRef Name="RefNbr" MaxLength="1"/><Property Name="Note" MaxLength="max"/>',
				'</EntityType>',
				`<ComplexType Name="Other">${property('OrderNbr', 1)}</ComplexType>`,
			),
		).toEqual([['SOOrder.OrderDesc', 256]]);
	});
});

test('texts are measured wherever they stand, by the names of the contract', () => {
	const order = {
		CustomerOrder: text(41),
		Description: text(256),
		ExternalRef: { value: null },
		Hold: { value: true },
		Details: [{ LineDescription: text(257) }, { LineDescription: text(1) }],
		custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', ...text(31) } } },
		ShipToAddress: { City: text(999) },
	};
	expect(textsTooLong(order, 'SalesOrder', lengths)).toEqual([
		{ path: 'CustomerOrder', length: 41, most: 40 },
		{ path: 'Details[0].LineDescription', length: 257, most: 256 },
		{ path: 'custom.Document.UsrWebOrderNbr', length: 31, most: 30 },
	]);
	const customer = {
		CustomerName: text(256),
		MainContact: { Email: text(256), Address: { City: text(51), Country: text(3) } },
	};
	expect(textsTooLong(customer, 'Customer', lengths).map(({ path }) => path)).toEqual([
		'CustomerName',
		'MainContact.Email',
		'MainContact.Address.City',
		'MainContact.Address.Country',
	]);
});

test('of other entities nothing is said', () => {
	expect(hasKnownLengths('WebOrder')).toBe(false);
	expect(hasKnownLengths('constructor')).toBe(false);
	expect(hasKnownLengths('SOOrder.Details')).toBe(false);
	expect(entitiesWithKnownLengths).toContain('SalesOrder');
	expect(textsTooLong({ Description: text(9_999) }, 'WebOrder', lengths)).toEqual([]);
});

test.each(['<Property Name="a', `<Property Name='a' `, '<EntityType Name="Customer" '])(
	'a document that was cut off again and again is read in no time: %s',
	(cut) => expect(readDacLengths(cut.repeat(100_000)).size).toBe(0),
);
