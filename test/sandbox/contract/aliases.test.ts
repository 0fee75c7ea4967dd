import { aliasOf } from './aliases.ts';
import type { ContractFacts, SchemaFacts } from './contract.ts';
import { loadContract } from './load.ts';

const shopSync = { name: 'Shop.Sync', version: '6' };
const shop = loadContract(shopSync.name, shopSync.version);
const entities = Object.keys(shop?.entities ?? {});
const renamed = entities.filter((entity) => aliasOf(shopSync, entity) !== undefined);
const takenOver = entities.filter((entity) => !renamed.includes(entity));

const schemaOf = (contract: ContractFacts | undefined, name: string | undefined): SchemaFacts =>
	contract?.schemas[name ?? ''] ?? { fields: {}, linked: {}, details: {} };

/** Name by name: which type (or `linked`, `detail`) a schema gives to it. */
const types = ({ fields, linked, details }: SchemaFacts): Record<string, string> => ({
	...fields,
	...Object.fromEntries(Object.keys(linked).map((name) => [name, 'linked'])),
	...Object.fromEntries(Object.keys(details).map((name) => [name, 'detail'])),
});

const translated = (own: SchemaFacts, names: Readonly<Record<string, string>>) =>
	Object.fromEntries(
		Object.entries(types(own)).map(([name, type]) => [names[name] ?? `${name} has no alias`, type]),
	);

describe.each(['23.200.001', '24.200.001', '25.200.001'])('over Default/%s', (version) => {
	const base = loadContract('Default', version);

	test.each(renamed)('every name in %s stands for one of the same type', (entity) => {
		const alias = aliasOf(shopSync, entity);
		const own = schemaOf(shop, shop?.entities[entity]?.schema);
		const target = schemaOf(base, base?.entities[alias?.entity ?? '']?.schema);
		expect(types(target)).toMatchObject(translated(own, alias?.fields ?? {}));
		for (const [name, schema] of Object.entries({ ...own.linked, ...own.details })) {
			const targetName = alias?.fields[name] ?? '';
			const nested = schemaOf(base, target.linked[targetName] ?? target.details[targetName]);
			expect(types(nested)).toMatchObject(
				translated(schemaOf(shop, schema), alias?.nested[name] ?? {}),
			);
		}
	});

	test.each(renamed)('the keys of %s stand for the keys of its base', (entity) => {
		const alias = aliasOf(shopSync, entity);
		const keys = shop?.entities[entity]?.keys.map((key) => alias?.fields[key]);
		expect(keys).toEqual(base?.entities[alias?.entity ?? '']?.keys);
	});
});

/** What a schema has that the base, to which it should belong, has not or has otherwise, by path. */
function strangers(
	own: SchemaFacts,
	target: SchemaFacts,
	base: ContractFacts | undefined,
	path: string,
): string[] {
	const known = types(target);
	const strange = Object.entries(types(own)).filter(([name, type]) => known[name] !== type);
	const nested = Object.entries({ ...own.linked, ...own.details });
	return [
		...strange.map(([name]) => `${path}/${name}`),
		...nested.flatMap(([name, schema]) => {
			const inBase = schemaOf(base, target.linked[name] ?? target.details[name]);
			return strangers(schemaOf(shop, schema), inBase, base, `${path}/${name}`);
		}),
	];
}

test.each(['20.200.001', '23.200.001', '24.200.001', '25.200.001'])(
	'what has no alias has names of Default/%s, of the same type and with the same keys',
	(version) => {
		const base = loadContract('Default', version);
		expect(takenOver).toEqual(['Customer']);
		for (const entity of takenOver) {
			const own = shop?.entities[entity];
			const target = base?.entities[entity];
			const [from, to] = [schemaOf(shop, own?.schema), schemaOf(base, target?.schema)];
			expect(strangers(from, to, base, entity)).toEqual([]);
			expect(own?.keys).toEqual(target?.keys);
		}
	},
);

test('entities of Default stand for themselves', () => {
	expect(aliasOf({ name: 'Default', version: '25.200.001' }, 'SalesOrder')).toBeUndefined();
});
