import { keyFieldsOf } from '../contract/keyFields';
import { textLiteral } from '../contract/literal';
import type { EntityShape } from '../contract/schema';

/** Which fields of an entity tell people which record it is, and which of them are searched in. */
export interface RecordSearch {
	/** Key fields, or what looks like numbers and codes where nobody knows the keys. */
	readonly keyFields: readonly string[];
	/** Telling fields beside those. */
	readonly descriptive: readonly string[];
	/** True where the key fields are known for certain, so that they can stand for the record. */
	readonly isCertain: boolean;
	/** Filters that look for a text, in the order in which to try them. */
	filters(text: string): readonly string[];
}

/** Telling fields as the entities of Default name them, the most telling first. */
const descriptive = [
	'Description',
	'DisplayName',
	'Name',
	'Subject',
	'Summary',
	'CustomerID',
	'VendorID',
	'Customer',
];
const codes = /(?:Nbr|ID|CD|Code|Number)$/;

/**
 * @param shape the entity as its endpoint describes it; undefined where nobody could look it up
 * @param isDefault whether the endpoint is Default, whose key fields are known
 */
export function recordSearch(
	entity: string,
	shape: EntityShape | undefined,
	isDefault: boolean,
): RecordSearch {
	const { names, certainty } = keyFieldsOf(entity);
	const texts = [...(shape?.fields ?? [])]
		.filter(([, type]) => type === 'String')
		.map(([name]) => name);
	const known = shape === undefined ? names : names.filter((name) => shape.fields.has(name));
	const keyFields = known.length > 0 ? known : texts.filter((name) => codes.test(name)).slice(0, 2);
	const others = [`${entity}Name`, ...descriptive]
		.filter((name) => texts.includes(name) && !keyFields.includes(name))
		.slice(0, 2);
	const searched = keyFields.at(-1);
	const isText = (name: string) => shape === undefined || texts.includes(name);
	return {
		keyFields,
		descriptive: others,
		isCertain: certainty === 'certain' && isDefault && known.length === names.length,
		filters(entered) {
			// As the list shows it: the last key field tells most.
			const text = keyFields.length > 1 ? (entered.split('/').at(-1)?.trim() ?? '') : entered;
			const isNumberKey = searched !== undefined && !isText(searched) && /^\d+$/.test(text);
			const by = [
				...(isNumberKey ? [`${searched} eq ${text}`] : []),
				...[...(searched === undefined ? [] : [searched]), ...others]
					.filter(isText)
					.map((name) => `substringof(${textLiteral(text)},${name})`),
			];
			// Conditions on fields of two views of a form are answered with nothing: then the key alone.
			return by.length > 1 ? [by.join(' or '), ...by.slice(0, 1)] : by;
		},
	};
}
