import type { SandboxRecord } from '../record.ts';
import { seedMainContact } from './contact.ts';
import { day, sqlMoment } from './moment.ts';
import { randomFor, type Random } from './random.ts';
import { numbered, seeded } from './seeded.ts';

/** Customers with IDs of their own; some names are hard to quote or encode. */
const named: readonly (readonly [string, string])[] = [
	['ALPENGLOW', 'Alpenglow Outfitters'],
	['BLUEHERON', 'Blue Heron Books'],
	['CAFEZUERI', 'Café Zürich & Söhne'],
	['ONEILL', "O'Neill Trading"],
	['SHIBUYA', '渋谷商店'],
];

const trades = ['Bakery', 'Bicycles', 'Books', 'Gardens', 'Hardware', 'Toys', 'Wines'] as const;
const places = ['North', 'Harbor', 'Hilltop', 'Lakeside', 'Old Town', 'Riverside'] as const;
const segments = ['Gold', 'Silver', 'Bronze'] as const;

function idAndName(index: number, random: Random): readonly [string, string] {
	const number = index + 1 - named.length;
	return (
		named[index] ?? [
			numbered('C', number),
			`${random.pick(places)} ${random.pick(trades)} ${number}`,
		]
	);
}

function seedCustomer(index: number, now: number): SandboxRecord {
	const random = randomFor('Customer', index);
	const [CustomerID, CustomerName] = idAndName(index, random);
	const created = now - random.whole(200, 900) * day - random.whole(0, day);
	const email = `orders@${CustomerID.toLowerCase()}.example`;
	const fields = {
		CustomerID,
		CustomerName,
		CustomerClass: random.pick(['DEFAULT', 'LOCAL', 'INTL']),
		Status: index % 20 === 19 ? 'On Hold' : 'Active',
		Email: email,
		BAccountID: 6000 + index,
		CurrencyID: 'USD',
		Terms: random.pick(['30D', '60D', 'COD']),
		StatementCycleID: 'ENDMONTH',
		StatementType: 'Open Item',
		TaxZone: 'EXEMPT',
		CreditLimit: random.whole(1, 50) * 1000,
		LocationName: 'Primary Location',
		ShippingBranch: 'PRODWHOLE',
		WarehouseID: 'WHOLESALE',
		IsGuestCustomer: false,
		CreatedDateTime: sqlMoment(created),
		LastModifiedDateTime: sqlMoment(created + random.whole(0, 199) * day),
	};
	const record = seeded('Customer', index, fields, {
		note: index % 7 === 0 ? 'Call before delivery.' : '',
		linked: {
			MainContact: seedMainContact('Customer', index, random, { name: CustomerName, email }),
		},
	});
	record.fields['NoteID'] = record.id;
	if (index % 3 === 0) {
		record.custom = {
			CurrentCustomer: {
				UsrSegment: { type: 'CustomStringField', value: random.pick(segments) },
				UsrLoyaltyPoints: { type: 'CustomIntField', value: random.whole(0, 5000) },
			},
		};
	}
	return record;
}

/** The first customers are the named ones, then come `C000001` and so on. */
export function seedCustomers(count: number, now: number): SandboxRecord[] {
	return Array.from({ length: count }, (_, index) => seedCustomer(index, now));
}
