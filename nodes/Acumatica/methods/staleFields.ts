import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { z } from 'zod';

import { isRecord, type PlainRecord } from '../contract/scalar';

const fieldRow = z.custom<ResourceMapperField>(
	(value) => isRecord(value) && typeof value.id === 'string',
);
const stored = z.object({
	value: z.custom<PlainRecord>(isRecord).nullish().catch(undefined),
	schema: z.array(fieldRow).nullish().catch(undefined),
});

function storedMapping(caller: ILoadOptionsFunctions, parameter: string) {
	const read = stored.safeParse(caller.getCurrentNodeParameter(parameter));
	return { value: read.data?.value ?? {}, schema: read.data?.schema ?? [] };
}

/**
 * Adds the fields that hold a value in the panel but are not there any more, after another endpoint or
 * credential was chosen: the editor would drop their values without a word.
 *
 * @param owner what does not have them: `SalesOrder in Default/25.200.001`
 * @param mayBeThere true for names of which nobody could find out: they stay as they are in the panel
 */
export function withStaleFields(
	caller: ILoadOptionsFunctions,
	parameter: string,
	fields: readonly ResourceMapperField[],
	owner: string,
	mayBeThere: (id: string) => boolean = () => false,
): ResourceMapperFields {
	const { value, schema } = storedMapping(caller, parameter);
	const known = new Set(fields.map(({ id }) => id));
	const others = Object.entries(value)
		.filter(([id, held]) => held !== null && held !== '' && !known.has(id))
		.map(([id]): ResourceMapperField => ({
			...(schema.find((field) => field.id === id) ?? { type: 'string' }),
			id,
			// Of an earlier look-up it may still say that it is no field.
			displayName: id,
			canBeUsedToMatch: true,
			required: false,
			display: true,
			defaultMatch: false,
			removed: false,
		}));
	const stale = others
		.filter(({ id }) => !mayBeThere(id))
		.map((field) => ({
			...field,
			displayName: `${field.id} (not a field of ${owner})`,
			canBeUsedToMatch: false,
		}));
	const isHeld = ({ id }: ResourceMapperField) => value[id] !== undefined && value[id] !== null;
	const shown = fields.map((field) => (isHeld(field) ? { ...field, removed: false } : field));
	return { fields: [...stale, ...shown, ...others.filter(({ id }) => mayBeThere(id))] };
}

/**
 * What to show when the fields cannot be looked up: those that the panel has from an earlier look-up, so
 * that nothing mapped gets lost, below a line that says why; else why, and how to go on.
 */
export function fieldsWithout(
	caller: ILoadOptionsFunctions,
	parameter: string,
	error: unknown,
): ResourceMapperFields {
	const { schema } = storedMapping(caller, parameter);
	const message = error instanceof Error ? error.message : String(error);
	const earlier = schema.filter(({ id }) => id !== outdatedId);
	if (earlier.length > 0) return { fields: [outdated(message), ...earlier] };
	const description =
		error instanceof Error && 'description' in error && typeof error.description === 'string'
			? error.description
			: '';
	const text = [message.replace(/\.$/, ''), description.replace(/\.$/, ''), wayOut]
		.filter((part) => part !== '')
		.join('. ');
	return noFields(text);
}

/** No field of any contract has such a name: were it ever sent, it would be refused. */
const outdatedId = '(outdated)';

/**
 * A mapper has no place for a notice beside its fields, so that it goes where a field would. Nobody can
 * enter a value there, and the editor drops what has none. The label is cut off at the end of its line.
 */
function outdated(message: string): ResourceMapperField {
	return {
		id: outdatedId,
		displayName: `Fields may be outdated. ${message.replace(/\.$/, '')}`,
		type: 'string',
		required: false,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		readOnly: true,
		removed: false,
	};
}

/** What goes without a list of fields. */
export const wayOut = 'To enter names yourself, set Input Mode to JSON.';

/**
 * No fields, and why. The editor shows the notice as HTML, and some of it comes from the server, or was
 * typed: it is shown as the text that it is.
 */
export function noFields(notice: string): ResourceMapperFields {
	const escaped = notice.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	return { fields: [], emptyFieldsNotice: escaped };
}
