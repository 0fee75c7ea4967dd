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

function equals({ name, found, value }: FieldMatch): string {
	const { within = [], member } = found ?? {};
	if (member?.kind === 'custom') {
		const type = fieldTypeOf(member.type);
		const reference = fieldReference({ within, name: member.name, view: member.view, type });
		return `${reference} eq ${typedLiteral(type, value)}`;
	}
	const type: FieldType = member?.kind === 'field' ? member.type : 'Unknown';
	return `${name.replace(/\./g, '/')} eq ${typedLiteral(type, value)}`;
}
