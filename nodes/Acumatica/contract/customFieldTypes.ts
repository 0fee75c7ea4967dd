export interface CustomField {
	readonly view: string;
	readonly name: string;
	/** `CustomStringField`, `CustomDecimalField`, ... */
	readonly type: string;
}

/**
 * Views and types of an entity's custom fields, as the instance's `$adHocSchema` tells them.
 * `within` leads to the custom fields of a linked entity or a detail.
 */
export interface CustomFieldTypes {
	/** Undefined where the instance has no such field. */
	typeOf(view: string, field: string): string | undefined;
	/** The views that have a field of this name. */
	viewsOf(field: string): readonly string[];
	/** All of them. */
	readonly fields: readonly CustomField[];
	within(field: string): CustomFieldTypes | undefined;
}

/**
 * Custom fields where nobody could look them up: any view may have any, of a type that is not known. Of a
 * bare name nobody can say the view.
 */
export const anyCustomFields: CustomFieldTypes = {
	fields: [],
	typeOf: () => '',
	viewsOf: () => [],
	within: () => anyCustomFields,
};

/**
 * Custom fields of one place.
 *
 * @param nested those of its linked entities and details
 */
export function customFieldTypesOf(
	fields: readonly CustomField[],
	nested: ReadonlyMap<string, CustomFieldTypes | undefined> = new Map(),
): CustomFieldTypes {
	return {
		fields,
		typeOf: (view, name) =>
			fields.find((field) => field.view === view && field.name === name)?.type,
		viewsOf: (name) => fields.filter((field) => field.name === name).map(({ view }) => view),
		within: (field) => nested.get(field),
	};
}
