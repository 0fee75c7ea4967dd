import type { CustomFieldTypes } from './customFields';
import { isRecord, type PlainRecord } from './scalar';

/**
 * Views and types of the custom fields in an answer to `$adHocSchema`: the skeleton of an entity with
 * every custom field as `custom: {View: {Field: {type, value}}}`, also inside linked entities and
 * the one sample row of each detail.
 */
export function customFieldTypes(skeleton: unknown): CustomFieldTypes | undefined {
	if (Array.isArray(skeleton)) return customFieldTypes(skeleton[0]);
	if (!isRecord(skeleton)) return undefined;
	const custom = isRecord(skeleton.custom) ? skeleton.custom : {};
	const fieldsOf = (view: string): PlainRecord => {
		const fields = Object.hasOwn(custom, view) ? custom[view] : undefined;
		return isRecord(fields) ? fields : {};
	};
	return {
		typeOf(view, field) {
			const described = Object.hasOwn(fieldsOf(view), field) ? fieldsOf(view)[field] : undefined;
			return isRecord(described) && typeof described.type === 'string' ? described.type : undefined;
		},
		viewsOf: (field) => Object.keys(custom).filter((view) => Object.hasOwn(fieldsOf(view), field)),
		within: (field) =>
			Object.hasOwn(skeleton, field) ? customFieldTypes(skeleton[field]) : undefined,
	};
}
