import { contentsOf } from './entityFields';
import type { CustomFieldTypes } from './customFieldTypes';
import type { Place } from './member';
import type { EndpointSchema } from './schema';

/** What can be asked for with a record, in the words of `$select`, `$expand` and `$custom`. */
export interface RecordParts {
	/** Fields, with `/` between a linked entity or a detail and its field: `MainContact/Email`. */
	readonly select: readonly string[];
	/** Linked entities, details and files: `Details`, `Details/Allocations`, `MainContact/Address`. */
	readonly expand: readonly string[];
	/** Custom fields: `Document.UsrColor`, `Details/Transactions.UsrEngraving`. */
	readonly custom: readonly string[];
}

/** Files hang on the record, and on rows of its details. */
const files = 'files';

/** All that an entity can be asked for: two levels deep, as far as documented examples go. */
export function recordPartsOf(place: Place, entity: string): RecordParts {
	const { schema, custom } = place;
	const contents = contentsOf(schema, entity, custom);
	if (contents === undefined) return { select: [], expand: [], custom: [] };
	const rows = [...place.shape.details].flatMap(([detail, shape]) =>
		rowParts(schema, detail, shape, custom?.within(detail)),
	);
	const own = contents.fields.map(({ within, view, name }) => ({
		isCustom: view !== undefined,
		path: [...within, view === undefined ? name : `${view}.${name}`].join('/'),
	}));
	const details = contents.details.map(({ within, name }) => [...within, name].join('/'));
	const linked = contents.linked.map((path) => path.join('/'));
	return {
		select: [
			...own.filter(({ isCustom }) => !isCustom).map(({ path }) => path),
			...rows.flatMap(({ select }) => select),
		],
		expand: [
			...details.filter((path) => !path.includes('/')),
			...linked,
			...details.filter((path) => path.includes('/')),
			...rows.flatMap(({ expand }) => expand),
			files,
		],
		custom: [
			...own.filter(({ isCustom }) => isCustom).map(({ path }) => path),
			...rows.flatMap(({ custom: fields }) => fields),
		],
	};
}

function rowParts(
	schema: EndpointSchema,
	detail: string,
	shapeName: string,
	custom: CustomFieldTypes | undefined,
): RecordParts[] {
	const shape = schema.shapes.get(shapeName);
	if (shape === undefined) return [];
	const below = (names: Iterable<string>) => [...names].map((name) => `${detail}/${name}`);
	return [
		{
			select: below(shape.fields.keys()),
			expand: below([...shape.details.keys(), ...shape.linked.keys(), files]),
			custom: below((custom?.fields ?? []).map(({ view, name }) => `${view}.${name}`)),
		},
	];
}
