import { fieldTypeOf, type EntityField } from './entityFields';
import { findMember, memberNames, type Place } from './member';
import { nearestNames } from './nearest';
import { RecordFault } from './recordFault';
import { fieldTypes, type FieldType } from './schema';

/**
 * How the panel stores the field of a condition: path and type, so that a run need not look anything up.
 * `OrderTotal|Decimal`, `MainContact/Email|String`, and for a custom field `Document.UsrFee|custom.Decimal`.
 */
export function conditionFieldText({ within, view, name, type }: EntityField): string {
	return view === undefined
		? `${[...within, name].join('/')}|${type}`
		: `${[...within, `${view}.${name}`].join('/')}|custom.${type}`;
}

/**
 * Reads the field of a condition as stored, or a bare name as an expression or an agent gives it
 * (`OrderTotal`, `MainContact/Email`, `Document.UsrFee`); then its type is unknown.
 *
 * @returns undefined where it is no name; nothing else than names may get into a filter
 */
export function parseConditionField(text: string): EntityField | undefined {
	const [path = '', stated = ''] = text.trim().split('|');
	const names = path.trim().split('/');
	const last = names.pop() ?? '';
	const [view, field, ...rest] = last.split('.');
	if (rest.length > 0 || ![...names, view, field ?? 'x'].every(isName)) return undefined;
	const type = typeOf(stated.replace(/^custom\./, ''));
	return field === undefined
		? { within: names, name: last, type }
		: { within: names, view: view ?? '', name: field, type };
}

/**
 * Custom fields of linked entities are left out: nobody says how to filter by them. So are names such as
 * `NoteID!subject`, which `$adHocSchema` has as well.
 */
export function canBeFilteredBy(field: EntityField): boolean {
	const isLinkedCustom = field.view !== undefined && field.within.length > 0;
	return !isLinkedCustom && parseConditionField(conditionFieldText(field)) !== undefined;
}

/**
 * The field with its type, which an expression or an agent leaves open, as the entity has it.
 *
 * @param at the condition, for messages
 * @throws RecordFault when the entity has no such field, or it is one of a detail's rows
 */
export function typedField(field: EntityField, place: Place, at: string): EntityField {
	const { within, view, name } = field;
	const detail = [...within, view ?? name].reduce<Place | 'detail' | undefined>(
		(here, part) => (here === 'detail' || here === undefined ? here : below(here, part)),
		place,
	);
	if (detail === 'detail') {
		throw new RecordFault(
			at,
			'looks into rows of a detail, which Acumatica cannot filter by. Read the records with Expand, and filter in n8n (node Filter)',
		);
	}
	const path = [...within, ...(view === undefined ? [] : [view]), name].join('.');
	const found = findMember(place, path);
	if (found?.member.kind === 'field')
		return { within: found.within, name: found.member.name, type: found.member.type };
	if (found?.member.kind === 'custom' && found.within.length === 0) {
		const { member } = found;
		return { within: [], view: member.view, name: member.name, type: fieldTypeOf(member.type) };
	}
	// Where nobody could look custom fields up, the ERP itself says whether there is one.
	if (place.custom === undefined && mayBeCustom(field, place) && view !== undefined) return field;
	throw noSuchField(field, place, at);
}

/** Whether only the list of custom fields can tell what the field is. */
export function mayBeCustom({ within, view, name }: EntityField, place: Place): boolean {
	return within.length === 0 && findMember(place, view ?? name) === undefined;
}

function noSuchField(field: EntityField, place: Place, at: string): RecordFault {
	const { within, view, name } = field;
	const path = [...within, ...(view === undefined ? [] : [view]), name].join('.');
	const nearest = nearestNames(path, memberNames(place));
	const meant = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`;
	const isHidden = place.custom === undefined && mayBeCustom(field, place);
	const hint = isHidden ? `. A custom field needs its view: Document.${name}` : '';
	return new RecordFault(
		at,
		`names no field that can be filtered by.${meant} Names are case-sensitive${hint}`,
	);
}

function below(place: Place, name: string): Place | 'detail' | undefined {
	const member = findMember(place, name)?.member;
	if (member?.kind === 'detail') return 'detail';
	return member?.kind === 'linked' ? member.place : undefined;
}

function isName(text: string | undefined): boolean {
	return text !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
}

function typeOf(stated: string): FieldType {
	return fieldTypes.find((type) => type === stated) ?? 'Unknown';
}
