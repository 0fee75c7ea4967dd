import { keyFields } from './keyFields.ts';
import { loadContract } from './load.ts';

describe.each(['24.200.001', '25.200.001'])('Default/%s', (version) => {
	const contract = loadContract('Default', version);

	test.each(Object.entries(keyFields))('%s is identified by its fields %j', (entity, keys) => {
		const facts = contract?.entities[entity];
		const fields = Object.keys(contract?.schemas[facts?.schema ?? '']?.fields ?? {});
		expect(fields).toEqual(expect.arrayContaining([...keys]));
		// Condensed from this table: an edit here without a new file shows.
		expect(facts?.keys).toEqual(keys);
	});
});
