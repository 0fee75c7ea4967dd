import { fieldTypeOf } from './entityFields';
import { fieldReference, typedLiteral } from './literal';
import type { FoundMember } from './member';
import type { Scalar } from './scalar';
import type { FieldType } from './schema';

/** A field and the value that it is to have. */
export interface FieldMatch {
	/** As in the resource mapper: `MainContact.Email`. */
	readonly name: string;
	/** What the name stands for; undefined where nobody could tell. */
	readonly found: FoundMember | undefined;
	readonly value: Exclude<Scalar, null>;
}

/** The filter for records that have all of the given values: `CustomerOrder eq 'W-1'`. */
export function allMatch(fields: readonly FieldMatch[]): string {
	return fields.map(equals).join(' and ');
}

/** The filter for records that have any value in all of the fields: `CustomerOrder ne null`. */
export function allFilled(fields: readonly FieldMatch[]): string {
	return fields.map((field) => `${reference(field)} ne null`).join(' and ');
}

/**
 * What a field belongs to on its form, as far as its name tells: the same for all fields of the contract
 * itself, another for each linked entity and each view of custom fields.
 */
export function ownerOf({ name, found }: FieldMatch): string {
	const within = found?.within ?? name.split('.').slice(0, -1);
	const view = found?.member.kind === 'custom' ? found.member.view : '';
	return JSON.stringify([within, view]);
}

function equals(field: FieldMatch): string {
	return `${reference(field)} eq ${typedLiteral(typeOf(field), field.value)}`;
}

function reference(field: FieldMatch): string {
	const { name, found } = field;
	return found?.member.kind === 'custom'
		? fieldReference({
				within: found.within,
				name: found.member.name,
				view: found.member.view,
				type: typeOf(field),
			})
		: name.replace(/\./g, '/');
}

function typeOf({ found }: FieldMatch): FieldType {
	if (found?.member.kind === 'custom') return fieldTypeOf(found.member.type);
	return found?.member.kind === 'field' ? found.member.type : 'Unknown';
}
