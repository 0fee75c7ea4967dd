import { plainCustomFields, wrapCustomFields } from './customFields';
import type { CustomFieldTypes } from './customFieldTypes';
import { describeValue, RecordFault, requireFieldName } from './recordFault';
import { isRecord, toScalar, type PlainRecord, type Scalar, type WireRecord } from './scalar';

/** Written bare, without `{value}` (contract version 4, "entity representation in JSON"). */
const bareFields = new Set(['id', 'rowNumber', 'delete']);

/** Produced by the ERP only. A record that was read and is written back may carry them. */
const outputOnlyFields = new Set(['_links', 'files', 'error']);

/**
 * Wraps a plain record for the wire.
 *
 * Scalars become `{value}`; objects are linked entities and arrays are detail rows, both wrapped in
 * turn; `id`, `rowNumber` and `delete` stay bare; `custom` is nested by view and typed; values that
 * are wrapped already, and empty objects, pass through. `null`, `''`, `0` and `false` are values
 * (null clears a field); `undefined` is left out. Returns a new object.
 *
 * @param record what a person, another node or an earlier read supplied
 * @param customFieldTypes views and types of custom fields from `$adHocSchema`, where they were looked up
 * @throws RecordFault with the path of the field that cannot be written
 */
export function wrapRecord(
	record: PlainRecord,
	customFieldTypes?: CustomFieldTypes,
	path = '',
): WireRecord {
	const wire: Array<[string, unknown]> = [];
	for (const [field, value] of Object.entries(record)) {
		const at = path === '' ? field : `${path}.${field}`;
		requireFieldName(field, at);
		if (value === undefined || outputOnlyFields.has(field)) continue;
		// "No custom fields", as a mapped field with nothing in it says.
		if (field === 'custom' && value === null) continue;
		wire.push([field, wrapField(field, value, at, customFieldTypes)]);
	}
	return Object.fromEntries(wire);
}

function wrapField(field: string, value: unknown, at: string, types?: CustomFieldTypes): unknown {
	if (bareFields.has(field)) return bareValue(value, at);
	if (field === 'custom') return wrapCustomFields(value, at, types);
	return wrapValue(value, at, types?.within(field));
}

function wrapValue(value: unknown, at: string, types?: CustomFieldTypes): unknown {
	if (Array.isArray(value)) {
		return value.map((row, index) => wrapRow(row, `${at}[${index}]`, types));
	}
	const scalar = toScalar(value);
	if (scalar !== undefined) return { value: scalar };
	if (isRecord(value)) {
		if (isWrapped(value)) return wrappedAgain(value, at);
		return wrapRecord(value, types, at);
	}
	throw new RecordFault(at, `holds ${describeValue(value)}, which cannot be sent`);
}

function wrapRow(row: unknown, at: string, types?: CustomFieldTypes): WireRecord {
	if (isRecord(row)) return wrapRecord(row, types, at);
	throw new RecordFault(
		at,
		`holds ${describeValue(row)}. Each row of a detail must be an object with field names, for example { "InventoryID": "AACOMPUT01" }`,
	);
}

function wrappedAgain(value: PlainRecord, at: string): WireRecord {
	if (!('value' in value)) return {};
	const scalar = toScalar(value.value);
	if (scalar === undefined) {
		throw new RecordFault(
			`${at}.value`,
			`holds ${describeValue(value.value)}, which is not a value of a field`,
		);
	}
	return { value: scalar };
}

function bareValue(value: unknown, at: string): Scalar {
	const scalar = toScalar(isRecord(value) && isWrapped(value) ? value.value : value);
	if (scalar === undefined) {
		throw new RecordFault(at, `holds ${describeValue(value)}, but takes a plain value`);
	}
	return scalar;
}

/**
 * Unwraps a record from the wire: the mirror of {@link wrapRecord}.
 *
 * An empty field (`{}` in answers, `{value: null}` elsewhere) becomes `null`. What the ERP adds for
 * its own bookkeeping (`_links`, `rowNumber`, an empty `custom`) is left out; whatever else is not
 * known here passes through untouched. Returns a new object.
 */
export function unwrapRecord(record: WireRecord): PlainRecord {
	// Assigned field by field: lists have hundreds of thousands of them, and this is what they cost.
	const plain: Record<string, unknown> = {};
	for (const field in record) {
		if (field === '_links' || field === 'rowNumber' || field === '__proto__') continue;
		const value = record[field];
		if (field === 'custom' && isRecord(value)) {
			const custom = plainCustomFields(value);
			if (custom !== undefined) plain[field] = custom;
		} else {
			plain[field] = unwrapValue(value);
		}
	}
	return plain;
}

function unwrapValue(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((row) => (isRecord(row) ? unwrapRecord(row) : row));
	if (!isRecord(value)) return value;
	return isWrapped(value) ? (value.value ?? null) : unwrapRecord(value);
}

/** True for `{value}`, `{value, error}`, `{error}` and the `{}` of an empty field. */
export function isWrapped(value: WireRecord): boolean {
	for (const key in value) {
		if (key !== 'value' && key !== 'error') return false;
	}
	return true;
}
