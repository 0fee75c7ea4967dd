import * as fc from 'fast-check';
import type { FieldType, SchemaFacts } from '../sandbox/contract/contract.ts';
import { loadContract } from '../sandbox/contract/load.ts';

/** A record as a workflow holds it. */
export type GivenRecord = Record<string, unknown>;

const facts = loadContract('Default', '24.200.001');
if (facts === undefined) throw new Error('The contract of Default/24.200.001 is missing.');
const { entities, schemas } = facts;

/** All entities of Default/24.200.001. */
export const entityNames: readonly string[] = Object.keys(entities);

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 12 }),
	fc.constantFrom(
		'',
		' ',
		'0',
		'00042',
		'9007199254740993',
		"O'Brien & Söhne",
		'null',
		'{"value":1}',
	),
);
const moment = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString());
/** At most 15 digits: what a double holds for sure. */
const shortDecimal = fc
	.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
	.map(([digits, scale]) => (digits === 0 ? 0 : digits / 10 ** scale));
const decimal = fc.oneof(
	shortDecimal,
	fc.constantFrom(0, '12.50', '0.1234567890123456789', '-98765432109876543210.123456'),
);
const whole = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });

const valueOf: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
	String: text,
	Decimal: decimal,
	Double: decimal,
	Int: whole(32),
	Short: whole(16),
	Byte: fc.integer({ min: 0, max: 255 }),
	Long: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
	Boolean: fc.boolean(),
	DateTime: fc.oneof(moment, fc.constantFrom('2024-11-01', '2023-12-14T19:57:21.193+00:00')),
	DateOnly: fc.constantFrom('2024-02-29', '2024-11-01'),
	Guid: fc.uuid(),
};

const orNull = (values: fc.Arbitrary<unknown>) => fc.option(values, { nil: null, freq: 6 });

const customFields = fc.dictionary(
	fc.constantFrom('Document', 'CurrentCustomer', 'Transactions', 'ItemSettings'),
	fc.dictionary(
		fc.constantFrom('UsrColor', 'UsrPriority', 'AttributeOPERATSYST', 'UsrSince'),
		orNull(fc.oneof(text, shortDecimal, fc.boolean(), moment)),
		{ minKeys: 1, maxKeys: 3 },
	),
	{ minKeys: 1, maxKeys: 2 },
);

const systemFields = { id: fc.uuid(), note: text, custom: customFields };

/**
 * Records of an entity: some of its fields with values of their types, its linked entities and
 * details down to the third level, and what every record can carry beside them.
 */
export function recordsOf(entity: string): fc.Arbitrary<GivenRecord> {
	const schema = entities[entity]?.schema;
	if (schema === undefined) throw new Error(`Default/24.200.001 has no entity ${entity}.`);
	return recordsBy(schemaOf(schema), 3, systemFields);
}

/** Records of any of the entities. */
export const anyRecord: fc.Arbitrary<GivenRecord> = fc
	.constantFrom(...entityNames)
	.chain((entity) => recordsOf(entity));

function recordsBy(
	schema: SchemaFacts,
	levels: number,
	besides: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<GivenRecord> {
	const members: Array<readonly [string, () => fc.Arbitrary<unknown>]> = [
		...Object.entries(besides).map(([name, values]) => [name, () => values] as const),
		...Object.entries(schema.fields).map(
			([name, type]) => [name, () => orNull(valueOf[type])] as const,
		),
	];
	if (levels > 1) {
		for (const [name, linked] of Object.entries(schema.linked)) {
			members.push([name, () => recordsBy(schemaOf(linked), levels - 1, systemFields)]);
		}
		for (const [name, row] of Object.entries(schema.details)) {
			const besideRow = { ...systemFields, delete: fc.boolean() };
			members.push([
				name,
				() => fc.array(recordsBy(schemaOf(row), levels - 1, besideRow), { maxLength: 2 }),
			]);
		}
	}
	// Nobody can tell an empty linked entity from an empty field: hence at least one member.
	return fc
		.subarray(members, { minLength: 1, maxLength: Math.min(9, members.length) })
		.chain((chosen) =>
			fc.record(Object.fromEntries(chosen.map(([name, values]) => [name, values()]))),
		);
}

function schemaOf(name: string): SchemaFacts {
	const schema = schemas[name];
	if (schema === undefined) throw new Error(`Default/24.200.001 has no schema ${name}.`);
	return schema;
}
