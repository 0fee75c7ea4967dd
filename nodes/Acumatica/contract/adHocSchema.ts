import { customFieldTypesOf, type CustomField, type CustomFieldTypes } from './customFieldTypes';
import { isRecord, type PlainRecord } from './scalar';

/** What `$adHocSchema` tells of an entity beyond its contract. */
export interface AdHocSchema {
	readonly customFields: CustomFieldTypes;
	/** Actions that only the form's workflow has, each with the custom fields of its dialog. */
	readonly workflowActions: ReadonlyMap<string, readonly CustomField[]>;
}

/**
 * Reduces an answer to `$adHocSchema`, the skeleton of an entity: every custom field stands in it as
 * `custom: {View: {Field: {type, value}}}`, also inside linked entities and the one sample row of each
 * detail, and every action of the form under `_workflowActions`. What cannot be read is left out.
 *
 * @returns undefined where it is no such answer
 */
export function readAdHocSchema(skeleton: unknown): AdHocSchema | undefined {
	const customFields = customFieldTypes(skeleton);
	if (customFields === undefined || !isRecord(skeleton)) return undefined;
	return { customFields, workflowActions: workflowActionsIn(skeleton._workflowActions) };
}

/** Views and types of the custom fields in a skeleton, or in the sample row of a detail. */
export function customFieldTypes(skeleton: unknown): CustomFieldTypes | undefined {
	if (Array.isArray(skeleton)) return customFieldTypes(skeleton[0]);
	if (!isRecord(skeleton)) return undefined;
	const nested = new Map(
		Object.entries(skeleton)
			.filter(([field, value]) => field !== 'custom' && isNested(value))
			.map(([field, value]) => [field, customFieldTypes(value)]),
	);
	return customFieldTypesOf(customFieldsIn(skeleton.custom), nested);
}

function isNested(value: unknown): boolean {
	return Array.isArray(value) ? isNested(value[0]) : isRecord(value) && 'custom' in value;
}

function customFieldsIn(custom: unknown): CustomField[] {
	return recordEntries(custom).flatMap(([view, fields]) =>
		recordEntries(fields).flatMap(([name, described]) =>
			isRecord(described) && typeof described.type === 'string'
				? [{ view, name, type: described.type }]
				: [],
		),
	);
}

/** A list of objects with one action each; actions of the contract are among them, without a dialog. */
function workflowActionsIn(listed: unknown): Map<string, readonly CustomField[]> {
	const actions = Array.isArray(listed) ? listed.flatMap(recordEntries) : [];
	return new Map(
		actions.map(([action, described]) => {
			const parameters = isRecord(described) ? described.parameters : undefined;
			return [action, customFieldsIn(isRecord(parameters) ? parameters.custom : undefined)];
		}),
	);
}

function recordEntries(value: unknown): Array<[string, unknown]> {
	return isRecord(value) ? Object.entries<unknown>(value satisfies PlainRecord) : [];
}
