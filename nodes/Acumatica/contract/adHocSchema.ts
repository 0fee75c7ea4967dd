import { z } from 'zod';

import { customFieldTypesOf, type CustomField, type CustomFieldTypes } from './customFieldTypes';
import { isRecord, type PlainRecord } from './scalar';

/** What `$adHocSchema` tells of an entity beyond its contract. */
export interface AdHocSchema {
	readonly customFields: CustomFieldTypes;
	/** Actions that only the form's workflow has, each with the custom fields of its dialog. */
	readonly workflowActions: ReadonlyMap<string, readonly CustomField[]>;
}

/** Names and values of an object, whatever the names; none where it is no object. */
const members = z
	.custom<PlainRecord>(isRecord)
	.catch({})
	.transform((object) => Object.entries(object));

const describedField = z.object({ type: z.string() });

/** `{View: {Field: {type, value}}}`; what is no such field is left out. */
const customFields = members.transform((views) =>
	views.flatMap(([view, fields]) =>
		members.parse(fields).flatMap(([name, described]): CustomField[] => {
			const { success, data } = describedField.safeParse(described);
			return success ? [{ view, name, type: data.type }] : [];
		}),
	),
);

const describedAction = z
	.object({ parameters: z.object({ custom: customFields }).catch({ custom: [] }) })
	.catch({ parameters: { custom: [] } });

/** A list of objects with one action each; actions of the contract are among them, without a dialog. */
const workflowActions = z
	.array(members)
	.catch([])
	.transform(
		(listed) =>
			new Map(
				listed
					.flat()
					.map(([action, described]) => [
						action,
						describedAction.parse(described).parameters.custom,
					]),
			),
	);

const skeletonShape = z.custom<PlainRecord>(isRecord);

/**
 * Reduces an answer to `$adHocSchema`, the skeleton of an entity: every custom field stands in it as
 * `custom: {View: {Field: {type, value}}}`, also inside linked entities and the one sample row of each
 * detail, and every action of the form under `_workflowActions`. What cannot be read is left out.
 *
 * @returns undefined where it is no such answer
 */
export function readAdHocSchema(skeleton: unknown): AdHocSchema | undefined {
	const parsed = skeletonShape.safeParse(skeleton);
	const types = customFieldTypes(skeleton);
	if (!parsed.success || types === undefined) return undefined;
	return {
		customFields: types,
		workflowActions: workflowActions.parse(parsed.data._workflowActions),
	};
}

/**
 * Views and types of the custom fields in a skeleton, or in the sample row of a detail.
 *
 * @param levels how deep to look into linked entities and details
 */
export function customFieldTypes(
	skeleton: unknown,
	levels = deepest,
): CustomFieldTypes | undefined {
	const parsed = skeletonShape.safeParse(sampleOf(skeleton));
	if (!parsed.success) return undefined;
	const { custom, ...others } = parsed.data;
	const nested = Object.entries(others).filter(([, value]) => levels > 0 && hasCustomFields(value));
	return customFieldTypesOf(
		customFields.parse(custom),
		new Map(nested.map(([field, value]) => [field, customFieldTypes(value, levels - 1)])),
	);
}

/** Real ones nest three deep. It is one call each, so that what nests without end must not go on so. */
const deepest = 50;

/** A detail is a list with one row, as a sample. */
function sampleOf(value: unknown): unknown {
	let sample = value;
	while (Array.isArray(sample)) sample = sample[0];
	return sample;
}

function hasCustomFields(value: unknown): boolean {
	const sample = sampleOf(value);
	return isRecord(sample) && Object.hasOwn(sample, 'custom');
}
