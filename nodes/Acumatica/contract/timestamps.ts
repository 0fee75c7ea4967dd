import type { EntityShape } from './schema';

/** The time of the last change by the names that entities have for it, in the order of preference. */
export const modifiedFields = ['LastModifiedDateTime', 'LastModified', 'LastModifiedDate'] as const;

/** The time of the creation; 35 of the 119 entities of Default have one. */
export const createdFields = ['CreatedDateTime', 'CreatedDate'] as const;

/**
 * The timestamp fields of an entity, preferred ones first. Some rows of details have theirs as text in
 * the server's culture: only times count.
 */
export function timestampFieldsOf({ fields }: EntityShape): {
	readonly modified: string[];
	readonly created: string[];
} {
	const times = (names: readonly string[]) =>
		names.filter((name) => fields.get(name) === 'DateTime');
	return { modified: times(modifiedFields), created: times(createdFields) };
}
