import type { CustomFieldTypes } from './customFieldTypes';
import { describeValue, RecordFault, requireFieldName } from './recordFault';
import {
	isDate,
	isRecord,
	toScalar,
	type PlainRecord,
	type Scalar,
	type WireRecord,
} from './scalar';

/**
 * Wraps the custom fields of one entity: `{View: {Field: value}}` becomes
 * `{View: {Field: {type, value}}}`. The type comes from the instance where it was looked up; else
 * from the value, since the API wants one. A field without its view (`{UsrColor: 'red'}`, or the
 * `{UsrColor: {value: 'red'}}` of older guides) is placed in its view when that is known and unique.
 *
 * @throws RecordFault when a view is missing and cannot be found, or a value is none
 */
export function wrapCustomFields(
	custom: unknown,
	at: string,
	types?: CustomFieldTypes,
): WireRecord {
	if (!isRecord(custom)) {
		throw new RecordFault(
			at,
			`holds ${describeValue(custom)}, but takes { "View": { "Field": value } }`,
		);
	}
	const views = new Map<string, Array<[string, unknown]>>();
	const place = (view: string, field: string, value: unknown): void => {
		requireFieldName(field, `${at}.${view}.${field}`);
		const fields = views.get(view) ?? [];
		fields.push([
			field,
			wrapCustomField(value, `${at}.${view}.${field}`, types?.typeOf(view, field)),
		]);
		views.set(view, fields);
	};
	for (const [name, value] of Object.entries(custom)) {
		requireFieldName(name, `${at}.${name}`);
		if (value === undefined) continue;
		if (lacksView(value)) {
			place(viewOf(name, at, types), name, value);
		} else if (isRecord(value)) {
			for (const [field, inner] of Object.entries(value)) {
				if (inner !== undefined) place(name, field, inner);
			}
		} else {
			throw new RecordFault(`${at}.${name}`, `holds ${describeValue(value)}, which cannot be sent`);
		}
	}
	return Object.fromEntries([...views].map(([view, fields]) => [view, Object.fromEntries(fields)]));
}

/** Unwraps custom fields to `{View: {Field: value}}`; undefined where there are none. */
export function plainCustomFields(custom: WireRecord): PlainRecord | undefined {
	const views = Object.entries(custom).map(([view, fields]): [string, unknown] => [
		view,
		isRecord(fields)
			? Object.fromEntries(
					Object.entries(fields).map(([field, value]) => [
						field,
						isRecord(value) && !isNested(value) ? (value.value ?? null) : value,
					]),
				)
			: fields,
	]);
	return views.length === 0 ? undefined : Object.fromEntries(views);
}

/** True where a record, or one nested in it, has a custom field whose view or type is left to us. */
export function needsCustomFieldTypes(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(needsCustomFieldTypes);
	if (!isRecord(value)) return false;
	return Object.entries(value).some(([field, inner]) =>
		field === 'custom' && isRecord(inner)
			? Object.values(inner).some((view) => lacksView(view) || !isFullyTyped(view))
			: needsCustomFieldTypes(inner),
	);
}

/** A field's own value, or its wrapped form, where a view with fields is due. */
function lacksView(value: unknown): boolean {
	return toScalar(value) !== undefined || (isRecord(value) && 'value' in value && !isNested(value));
}

function isFullyTyped(view: unknown): boolean {
	return (
		isRecord(view) &&
		Object.values(view).every((field) => isRecord(field) && typeof field.type === 'string')
	);
}

/** `{type, value}` and its parts are one field; anything else is a view with fields. */
function isNested(value: PlainRecord): boolean {
	return Object.keys(value).some((key) => key !== 'value' && key !== 'type' && key !== 'error');
}

function viewOf(field: string, at: string, types?: CustomFieldTypes): string {
	const views = types?.viewsOf(field) ?? [];
	if (views.length === 1 && views[0] !== undefined) return views[0];
	throw new RecordFault(
		`${at}.${field}`,
		views.length > 1
			? `stands in several views (${views.join(', ')}). Name the one you mean: { "${views[0]}": { "${field}": value } }`
			: `needs the view that owns the field: { "custom": { "Document": { "${field}": value } } }. In Acumatica, Help > Inspect Element shows a field's view as "Data Field" and "View Name"`,
	);
}

function wrapCustomField(value: unknown, at: string, type?: string): WireRecord {
	const inner = isRecord(value) && 'value' in value ? value.value : value;
	const stated = isRecord(value) && typeof value.type === 'string' ? value.type : undefined;
	const scalar = toScalar(inner);
	if (scalar === undefined) {
		throw new RecordFault(at, `holds ${describeValue(inner)}, which is not a value of a field`);
	}
	const finalType = stated ?? type ?? typeByValue(inner, scalar);
	return finalType === undefined ? { value: scalar } : { type: finalType, value: scalar };
}

/** The API wants a type with every custom field (contract version 4 tolerates its absence). */
function typeByValue(value: unknown, scalar: Scalar): string | undefined {
	if (isDate(value)) return 'CustomDateTimeField';
	switch (typeof scalar) {
		case 'string':
			return 'CustomStringField';
		case 'boolean':
			return 'CustomBooleanField';
		case 'number':
			return Number.isInteger(scalar) ? 'CustomIntField' : 'CustomDecimalField';
		default:
			return undefined;
	}
}
