import { keyFields } from './keyFields.ts';
import { loadContract } from './load.ts';

/** Before 2024 R2 a unit was kept as a conversion, and this entity had other fields. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {
	'23.200.001': ['UnitsOfMeasure'],
};

describe.each(['23.200.001', '24.200.001', '25.200.001'])('Default/%s', (version) => {
	const contract = loadContract('Default', version);
	const known = Object.entries(keyFields).filter(
		([entity]) => otherKeys[version]?.includes(entity) !== true,
	);

	test.each(known)('%s is identified by its fields %j', (entity, keys) => {
		const facts = contract?.entities[entity];
		const fields = Object.keys(contract?.schemas[facts?.schema ?? '']?.fields ?? {});
		expect(fields).toEqual(expect.arrayContaining([...keys]));
		// Condensed from this table: an edit here without a new file shows.
		expect(facts?.keys).toEqual(keys);
	});
});
