import type { SandboxRecord } from '../record.ts';
import type { Random } from './random.ts';
import { seeded } from './seeded.ts';

const firstNames = ['Ada', 'Bruno', 'Chiara', 'Dilan', 'Emeka', 'Freya', 'Goran', 'Hana'] as const;
const lastNames = ['Abel', 'Brandt', 'Castro', 'Dupont', 'Eriksen', 'Fischer', 'Gupta'] as const;
const streets = ['Mill Lane', 'Harbor Street', 'Station Road', 'Kirchgasse', 'Elm Avenue'] as const;
const cities = [
	['New York', 'NY', '10003', 'US'],
	['Bellevue', 'WA', '98004', 'US'],
	['Austin', 'TX', '73301', 'US'],
	['Toronto', 'ON', 'M5V 2T6', 'CA'],
	['München', 'BY', '80331', 'DE'],
] as const;

/** An address; `kind` and `index` say whose, as the ID's namespace. */
export function seedAddress(kind: string, index: number, random: Random): SandboxRecord {
	const [City, State, PostalCode, Country] = random.pick(cities);
	return seeded(`${kind}.Address`, index, {
		AddressLine1: `${random.whole(1, 180)} ${random.pick(streets)}`,
		City,
		State,
		PostalCode,
		Country,
		Validated: false,
	});
}

/** The main contact of a business account, with its address as a linked entity. */
export function seedMainContact(
	kind: string,
	index: number,
	random: Random,
	company: { readonly name: string; readonly email: string },
): SandboxRecord {
	const FirstName = random.pick(firstNames);
	const LastName = random.pick(lastNames);
	return seeded(
		`${kind}.MainContact`,
		index,
		{
			ContactID: 10_000 + index,
			Active: true,
			CompanyName: company.name,
			DisplayName: `${FirstName} ${LastName}`,
			FirstName,
			LastName,
			Email: company.email,
			Phone1: `+1 (555) ${String(random.whole(1000, 9999))}`,
			Phone1Type: 'Business 1',
		},
		{ linked: { Address: seedAddress(`${kind}.MainContact`, index, random) } },
	);
}
