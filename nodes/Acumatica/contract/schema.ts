import type { Inquiry } from './inquiries';

/**
 * What a field holds, by the contract's own word: `StringValue` is a `String`, a `CustomDecimalField` a
 * `Decimal`, and `cf.Decimal(f='View.Field')` a filter on one. `Unknown` is a type of later releases.
 */
export type FieldType = (typeof fieldTypes)[number] | 'Unknown';

export const fieldTypes = [
	'String',
	'Decimal',
	'Double',
	'Int',
	'Short',
	'Long',
	'Byte',
	'Boolean',
	'DateTime',
	'DateOnly',
	'Guid',
] as const;

/** A record, a linked entity, a row of a detail or the parameters of an action, as the contract describes it. */
export interface EntityShape {
	/** General fields by name, in the order of the document; without `id`, `rowNumber`, `note` and the like. */
	readonly fields: ReadonlyMap<string, FieldType>;
	/** Linked entities: field name to the name of their shape. Shapes may lead back to themselves. */
	readonly linked: ReadonlyMap<string, string>;
	/** Details: field name to the name of the shape of their rows. */
	readonly details: ReadonlyMap<string, string>;
}

/** What one endpoint publishes, reduced to what this package needs. Key fields are not published: see `keyFields.ts`. */
export interface EndpointSchema {
	/** Version of the contract (`4`), not of the endpoint. Empty where the document does not say. */
	readonly contractVersion: string;
	/** Top-level entities in alphabetical order, each with its actions and their parameters. */
	readonly entities: ReadonlyMap<string, PublishedEntity>;
	/** Shapes by name; those of entities, linked entities and rows of details. */
	readonly shapes: ReadonlyMap<string, EntityShape>;
}

export interface PublishedEntity {
	/** Name of its shape. */
	readonly shape: string;
	/** Actions in alphabetical order; parameters with their types. */
	readonly actions: ReadonlyMap<string, ReadonlyMap<string, FieldType>>;
	/** Left out where nothing says that it is one. The document does not: the name does. */
	readonly inquiry?: Inquiry;
}

/** The shape of an entity, or of what a path in it leads to (`MainContact/Address`, `Details`). */
export function shapeAt(
	schema: EndpointSchema,
	entity: string,
	path: readonly string[] = [],
): EntityShape | undefined {
	const top = schema.entities.get(entity);
	return path.reduce<EntityShape | undefined>(
		(shape, field) => {
			const name = shape?.linked.get(field) ?? shape?.details.get(field);
			return name === undefined ? undefined : schema.shapes.get(name);
		},
		top === undefined ? undefined : schema.shapes.get(top.shape),
	);
}

/**
 * Bytes that a model takes in memory, roughly: measured with Node 24, a map takes about 200 and a name in it
 * 40. It is off by less than half for real endpoints, for many small entities and for few large ones.
 */
export function schemaBytes({ entities, shapes }: EndpointSchema): number {
	const maps = [
		entities,
		shapes,
		...[...entities.values()].flatMap(({ actions }) => [actions, ...actions.values()]),
		...[...shapes.values()].flatMap(({ fields, linked, details }) => [fields, linked, details]),
	];
	return maps.reduce((bytes, { size }) => bytes + 200 + 40 * size, 0);
}
