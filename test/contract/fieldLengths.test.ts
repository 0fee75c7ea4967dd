import {
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
	expect(textsTooLong({ Description: text(9_999) }, 'WebOrder', lengths)).toEqual([]);
});
