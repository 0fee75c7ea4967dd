import { customFields } from '../seed.ts';
import { dacMetadata } from './dacMetadata.ts';
import { dacTypes } from './dacTypes.ts';

const document = dacMetadata({ hasLengths: true });

/** The text of one type, with its tag. */
const typeOf = (name: string, xml = document): string =>
	new RegExp(`<EntityType Name="${name}"[^>]*>[^]*?</EntityType>`).exec(xml)?.[0] ?? '';
const lengthOf = (type: string, field: string): string | undefined =>
	new RegExp(`<Property Name="${field}" Type="Edm.String" MaxLength="(\\d+)"`).exec(
		typeOf(type),
	)?.[1];

/** Tags that are opened and not closed in their order. */
function unbalanced(xml: string): string[] {
	const open: string[] = [];
	for (const [, slash, name = '', rest] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
		if (slash === '/') {
			if (open.pop() !== name) return [name];
		} else if (rest?.endsWith('/') !== true) open.push(name);
	}
	return open;
}

test('is a balanced document of OData 4.0', () => {
	expect(document).toMatch(
		/^<\?xml version="1.0" encoding="utf-8"\?>\n<edmx:Edmx Version="4.0" xmlns:edmx="[^"]+">/,
	);
	expect(unbalanced(document)).toEqual([]);
});

test('has a schema for each namespace, with the classes under their short names', () => {
	const schemas = [...document.matchAll(/<Schema Namespace="([^"]+)"/g)].map(([, name]) => name);
	expect(schemas).toEqual([
		'PX.Objects.AP',
		'PX.Objects.AR',
		'PX.Objects.CR',
		'PX.Objects.IN',
		'PX.Objects.SO',
		'Default',
	]);
	for (const name of ['SOOrder', 'Customer', 'Contact', 'InventoryItem', 'ARInvoice', 'Vendor']) {
		expect(typeOf(name)).not.toBe('');
	}
});

test.each([
	['SOOrder', { OrderType: 2, OrderNbr: 15, CustomerOrderNbr: 40, CustomerRefNbr: 40 }],
	['SOOrder', { OrderDesc: 256 }],
	['BAccount', { AcctCD: 30, AcctName: 255 }],
	['Contact', { EMail: 255, Phone1: 50, FirstName: 50, LastName: 100, DisplayName: 255 }],
	['Address', { AddressLine1: 50, City: 50, PostalCode: 20, State: 50, CountryID: 2 }],
	['InventoryItem', { InventoryCD: 30, Descr: 256 }],
])('says how long the texts of %s may be: %j', (type, lengths) => {
	for (const [field, length] of Object.entries(lengths)) {
		expect(lengthOf(type, field)).toBe(String(length));
	}
});

test('customers and vendors have the fields and the key of business accounts as well', () => {
	expect(typeOf('Customer')).toContain('BaseType="PX.Objects.CR.BAccount"');
	expect(typeOf('Vendor')).toContain('BaseType="PX.Objects.CR.BAccount"');
	expect(typeOf('Customer')).not.toContain('AcctCD');
	expect(typeOf('Customer')).not.toContain('<Key>');
	expect(typeOf('BAccount')).toContain('<Key><PropertyRef Name="AcctCD"/></Key>');
});

test('every key and every base is there', () => {
	for (const [name, { keys, fields, base }] of Object.entries(dacTypes)) {
		expect(Object.keys(fields)).toEqual(expect.arrayContaining([...keys]));
		expect(keys.length === 0).toBe(base !== undefined);
		if (base !== undefined) {
			expect(Object.entries(dacTypes).map(([own, dac]) => `${dac.namespace}.${own}`)).toContain(
				base,
			);
		}
		expect(document).toContain(`<EntitySet Name="${name}" `);
	}
	expect(document).toContain(
		'<EntitySet Name="PX_Objects_SO_SOOrder" EntityType="PX.Objects.SO.SOOrder"/>',
	);
});

test('a field may carry its label inside', () => {
	expect(typeOf('SOOrder')).toContain(
		'<Property Name="CustomerRefNbr" Type="Edm.String" MaxLength="40"><Annotation Term="Org.OData.Core.V1.Description" String="External Reference"/></Property>',
	);
	expect(typeOf('SOOrder')).toContain('<Property Name="NoteID" Type="Edm.Guid"/>');
	expect(typeOf('SOOrder')).toContain(
		'<Property Name="CuryOrderTotal" Type="Edm.Decimal" Scale="Variable">',
	);
});

test('shows the custom fields of the tenant', () => {
	const names = Object.values(customFields).flatMap((paths) =>
		Object.values(paths).flatMap((views) => Object.values(views).flatMap(Object.keys)),
	);
	expect(names.length).toBeGreaterThan(5);
	for (const name of names) expect(document).toContain(`<Property Name="${name}"`);
});

test('says nothing of lengths where they are not asked for', () => {
	const silent = dacMetadata({ hasLengths: false });
	expect(silent).not.toContain('MaxLength');
	expect(silent).toBe(document.replaceAll(/ MaxLength="\d+"/g, ''));
});
