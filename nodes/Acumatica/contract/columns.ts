import { contentsOf, type EntityField } from './entityFields';
import type { KeyFieldCertainty } from './keyFields';
import { findMember, type Place } from './member';
import { isReadOnlyField } from './readOnlyFields';
import type { FieldType } from './schema';

/** Something of a record that a value can be mapped to. */
export interface Column {
	/** Its name as `findMember` takes it: `CustomerID`, `MainContact.Email`, `Document.UsrColor`, `Details`. */
	readonly id: string;
	/** `Detail` takes a list of rows. */
	readonly type: FieldType | 'Detail';
	/** Whether it is a key field of the entity, and how certain that is. */
	readonly key?: KeyFieldCertainty;
	/** False for custom fields, those of linked entities, and details. */
	readonly isOwnField: boolean;
}

/** Key fields of the entity, as far as they are known. */
export interface KnownKeys {
	readonly names: readonly string[];
	readonly certainty: KeyFieldCertainty;
}

/**
 * Everything that can be written to an entity: key fields first, then its own fields, custom ones, details,
 * those of linked entities, and `note`. Fields that are known to be read-only are left out.
 *
 * @returns undefined where the endpoint does not have the entity
 */
export function columnsOf(place: Place, entity: string, keys: KnownKeys): Column[] | undefined {
	const contents = contentsOf(place.schema, entity, place.custom);
	if (contents === undefined) return undefined;
	const isOwn = ({ within, view }: EntityField) => within.length === 0 && view === undefined;
	const columns = contents.fields
		.filter((field) => !isLeftOut(entity, field))
		.map((field): Column => {
			const isKey = isOwn(field) && keys.names.includes(field.name);
			return {
				id: columnId(field, place),
				type: field.type,
				isOwnField: isOwn(field),
				...(isKey && { key: keys.certainty }),
			};
		});
	const details = contents.details.map(({ within, name }): Column => ({
		id: [...within, name].join('.'),
		type: 'Detail',
		isOwnField: false,
	}));
	const isDeep = (id: string) => contents.linked.some(([first]) => id.startsWith(`${first}.`));
	const [deep, top] = [
		[...columns, ...details].filter(({ id }) => isDeep(id)),
		[...columns, ...details].filter(({ id }) => !isDeep(id)),
	];
	return [
		...keys.names.flatMap((name) => top.filter(({ id }) => id === name)),
		...top.filter(({ key }) => key === undefined),
		{ id: 'note', type: 'String', isOwnField: false },
		...deep,
	];
}

/** Of linked entities only what every entity has is known to be read-only. */
function isLeftOut(entity: string, { within, view, name }: EntityField): boolean {
	return view === undefined && isReadOnlyField(within.length === 0 ? entity : '', name);
}

/** `View.Field` for a custom field, unless a linked entity of that name has such a field. */
function columnId(field: EntityField, place: Place): string {
	const { within, view, name } = field;
	if (view === undefined) return [...within, name].join('.');
	const id = [...within, view, name].join('.');
	const found = findMember(place, id);
	return found?.member.kind === 'custom' && found.within.length === within.length
		? id
		: [...within, 'custom', view, name].join('.');
}
