import type { CustomFieldTypes } from './customFieldTypes';
import type { EndpointSchema, EntityShape, FieldType } from './schema';

/** Where names are looked up: an entity, a linked entity or the rows of a detail, with its custom fields. */
export interface Place {
	readonly schema: EndpointSchema;
	readonly shape: EntityShape;
	/** Undefined where nobody could look them up. */
	readonly custom: CustomFieldTypes | undefined;
}

/** What a name stands for at its place. */
export type Member =
	| { readonly kind: 'field'; readonly name: string; readonly type: FieldType }
	| {
			readonly kind: 'custom';
			readonly view: string;
			readonly name: string;
			/** `CustomDecimalField`. */
			readonly type: string;
	  }
	| { readonly kind: 'linked'; readonly name: string; readonly place: Place }
	| { readonly kind: 'detail'; readonly name: string; readonly place: Place }
	/** `custom`, with views and fields below it. */
	| { readonly kind: 'views'; readonly place: Place }
	/** What every record has and can be written: `id`, `note`, `delete`. */
	| { readonly kind: 'system'; readonly name: string };

/** A member, and the linked entities that lead to it. */
export interface FoundMember {
	readonly within: readonly string[];
	readonly member: Member;
}

const writableSystemFields = new Set(['id', 'note', 'delete']);

/** The place of an entity; undefined where the endpoint does not have it. */
export function placeOf(
	schema: EndpointSchema,
	entity: string,
	custom?: CustomFieldTypes,
): Place | undefined {
	const shape = schema.shapes.get(schema.entities.get(entity)?.shape ?? '');
	return shape === undefined ? undefined : { schema, shape, custom };
}

/**
 * Finds what a name means: a field, linked entity or detail (`CustomerID`), a field of a linked entity
 * (`MainContact.Email`), or a custom field as `View.Field`, `custom.View.Field`, or by its bare name where
 * no other has it. A contract's own name comes first. Names are case-sensitive.
 */
export function findMember(place: Place, name: string): FoundMember | undefined {
	const own = ownMember(place, name);
	if (own !== undefined) return { within: [], member: own };
	const dot = name.indexOf('.');
	if (dot === -1) {
		const view = soleView(place, name);
		return view === undefined ? undefined : customMember(place, view, name);
	}
	const [first, rest] = [name.slice(0, dot), name.slice(dot + 1)];
	const owner = ownMember(place, first);
	if (owner?.kind === 'linked') {
		const found = findMember(owner.place, rest);
		if (found !== undefined) return { ...found, within: [owner.name, ...found.within] };
	}
	if (owner?.kind === 'views') {
		const split = rest.indexOf('.');
		return customMember(place, rest.slice(0, split), rest.slice(split + 1));
	}
	return customMember(place, first, rest);
}

function ownMember(place: Place, name: string): Member | undefined {
	const { schema, shape, custom } = place;
	if (name === 'custom') return { kind: 'views', place };
	if (writableSystemFields.has(name)) return { kind: 'system', name };
	const type = shape.fields.get(name);
	if (type !== undefined) return { kind: 'field', name, type };
	const linked = schema.shapes.get(shape.linked.get(name) ?? '');
	if (linked !== undefined) {
		return { kind: 'linked', name, place: { schema, shape: linked, custom: custom?.within(name) } };
	}
	const row = schema.shapes.get(shape.details.get(name) ?? '');
	return row === undefined
		? undefined
		: { kind: 'detail', name, place: { schema, shape: row, custom: custom?.within(name) } };
}

function customMember({ custom }: Place, view: string, name: string): FoundMember | undefined {
	const type = custom?.typeOf(view, name);
	return type === undefined
		? undefined
		: { within: [], member: { kind: 'custom', view, name, type } };
}

function soleView({ custom }: Place, name: string): string | undefined {
	const views = custom?.viewsOf(name) ?? [];
	return views.length === 1 ? views[0] : undefined;
}

/** Names to choose from at a place, as `findMember` takes them; for suggestions. */
export function memberNames({ shape, custom }: Place): string[] {
	return [
		...shape.fields.keys(),
		...shape.details.keys(),
		...shape.linked.keys(),
		...(custom?.fields ?? []).map(({ view, name }) => `${view}.${name}`),
	];
}
