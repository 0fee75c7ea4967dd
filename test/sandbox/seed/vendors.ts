import type { SandboxRecord } from '../record.ts';
import { seedMainContact } from './contact.ts';
import { day, sqlMoment } from './moment.ts';
import { randomFor } from './random.ts';
import { numbered, seeded } from './seeded.ts';

const goods = ['Cables', 'Ceramics', 'Cutlery', 'Electronics', 'Furniture', 'Textiles'] as const;
const forms = ['Works', 'Supply', 'Trading', 'Imports'] as const;

function seedVendor(index: number, now: number): SandboxRecord {
	const random = randomFor('Vendor', index);
	const VendorID = numbered('V', index + 1);
	const VendorName = `${random.pick(goods)} ${random.pick(forms)} ${index + 1}`;
	const created = now - random.whole(200, 900) * day - random.whole(0, day);
	const email = `sales@${VendorID.toLowerCase()}.example`;
	return seeded(
		'Vendor',
		index,
		{
			VendorID,
			VendorName,
			LegalName: VendorName,
			VendorClass: 'DEFAULT',
			Status: index % 9 === 8 ? 'Hold Payments' : 'Active',
			CurrencyID: 'USD',
			Terms: '30D',
			PaymentMethod: random.pick(['CHECK', 'WIRE']),
			CashAccount: '10200',
			CreatedDateTime: sqlMoment(created),
			LastModifiedDateTime: sqlMoment(created + random.whole(0, 199) * day),
		},
		{
			note: '',
			linked: {
				MainContact: seedMainContact('Vendor', index, random, { name: VendorName, email }),
			},
		},
	);
}

/** `V000001` and so on. */
export function seedVendors(count: number, now: number): SandboxRecord[] {
	return Array.from({ length: count }, (_, index) => seedVendor(index, now));
}
