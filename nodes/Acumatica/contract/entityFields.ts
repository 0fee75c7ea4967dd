import type { CustomFieldTypes } from './customFieldTypes';
import { fieldTypes, type EndpointSchema, type EntityShape, type FieldType } from './schema';

/** One field of an entity: its own, one of a linked entity, or a custom field of either. */
export interface EntityField {
	/** Linked entities that lead to it, from the record: `['MainContact', 'Address']`; empty for its own. */
	readonly within: readonly string[];
	/** The view that owns it, where it is a custom field. */
	readonly view?: string;
	readonly name: string;
	readonly type: FieldType;
}

/** One detail of an entity, or of a linked entity. */
export interface EntityDetail {
	readonly within: readonly string[];
	readonly name: string;
}

/** All that can be written to, shown of or filtered by in an entity. */
export interface EntityContents {
	/** Own fields in the order of the document, then custom ones, then those of linked entities. */
	readonly fields: readonly EntityField[];
	readonly details: readonly EntityDetail[];
	/** Linked entities by the path that leads to them: `['MainContact', 'Address']`. */
	readonly linked: ReadonlyArray<readonly string[]>;
}

/** Documented examples expand two levels; whether Acumatica allows more is unknown. */
const deepest = 2;

/**
 * What an entity consists of, down to two levels of linked entities. An entity that leads back to itself
 * is not followed around.
 *
 * @param custom its custom fields, where they could be looked up
 * @returns undefined where the endpoint does not have the entity
 */
export function contentsOf(
	schema: EndpointSchema,
	entity: string,
	custom?: CustomFieldTypes,
): EntityContents | undefined {
	const top = schema.entities.get(entity)?.shape;
	const shape = top === undefined ? undefined : schema.shapes.get(top);
	if (top === undefined || shape === undefined) return undefined;
	const fields: EntityField[] = [];
	const details: EntityDetail[] = [];
	const linked: Array<readonly string[]> = [];
	const visit = (
		{ shape: visited, within }: { shape: EntityShape; within: readonly string[] },
		passed: readonly string[],
		types: CustomFieldTypes | undefined,
	): void => {
		for (const [name, type] of visited.fields) fields.push({ within, name, type });
		for (const { view, name, type } of types?.fields ?? [])
			fields.push({ within, view, name, type: fieldTypeOf(type) });
		for (const name of visited.details.keys()) details.push({ within, name });
		if (within.length === deepest) return;
		for (const [name, target] of visited.linked) {
			const next = schema.shapes.get(target);
			if (next === undefined || passed.includes(target)) continue;
			const path = [...within, name];
			linked.push(path);
			visit({ shape: next, within: path }, [...passed, target], types?.within(name));
		}
	};
	visit({ shape, within: [] }, [top], custom);
	return { fields, details, linked };
}

/** `CustomDecimalField` is a `Decimal`. */
export function fieldTypeOf(customType: string): FieldType {
	return fieldTypes.find((type) => customType === `Custom${type}Field`) ?? 'Unknown';
}
