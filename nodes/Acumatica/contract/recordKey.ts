import { RecordFault } from './recordFault';

/** A record's GUID, or its key fields in the order of the form. */
export type RecordKey = { readonly id: string } | { readonly keyFields: readonly string[] };

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
	return guid.test(text.trim());
}

/**
 * Reads a record key as a person enters it: a GUID, or key fields joined by `/` or `|`
 * (`SO/000042`). Spaces inside a key belong to it.
 *
 * @param text the key
 * @param expectedKeyFields names of the entity's key fields, where they are known
 * @throws RecordFault when a key field is empty, or there are more or fewer than the entity has
 */
export function parseRecordKey(text: string, expectedKeyFields: readonly string[] = []): RecordKey {
	const trimmed = text.trim();
	if (isGuid(trimmed)) return { id: trimmed.toLowerCase() };
	const keyFields = trimmed.split(/[/|]/).map((part) => part.trim());
	const names = expectedKeyFields.join('/');
	if (trimmed === '' || keyFields.some((part) => part === '')) {
		throw new RecordFault(
			'Record',
			trimmed === ''
				? `is empty. Enter the key fields${names === '' ? '' : ` (${names})`}, for example SO/000042, or choose By ID`
				: `holds "${trimmed}", which has an empty key field. Enter every key field${names === '' ? '' : ` (${names})`}, separated by "/"`,
		);
	}
	if (keyFields.some((part) => part === '.' || part === '..')) {
		throw new RecordFault(
			'Record',
			`holds "${trimmed}", which has a key field that no web address can carry. Use By ID`,
		);
	}
	if (expectedKeyFields.length > 0 && keyFields.length !== expectedKeyFields.length) {
		throw new RecordFault('Record', wrongCount(trimmed, keyFields.length, expectedKeyFields));
	}
	return { keyFields };
}

function wrongCount(text: string, count: number, expected: readonly string[]): string {
	const names = expected.join('/');
	return count > expected.length
		? `holds "${text}", which has ${count} parts, but the key is ${names}. If a key itself contains "/", the ERP cannot find it by keys: choose By ID, or use Get Many with a filter on ${expected[0]}`
		: `holds "${text}", which has ${count} of ${expected.length} key fields. Enter ${names}`;
}

/** Path of a record, or of all records, of an entity below its endpoint. */
export function recordPath(entity: string, key?: RecordKey): string {
	const parts = key === undefined ? [] : 'id' in key ? [key.id] : key.keyFields;
	return [entity, ...parts].map(encodeSegment).join('/');
}

/**
 * Encodes all that RFC 3986 reserves: IIS looks at `'`, `(` and `*` too. Half a character (a text cut
 * inside an emoji) has no encoding; it becomes the replacement character.
 */
export function encodeSegment(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** A key for messages: `SO/000042`. */
export function keyLabel(key: RecordKey): string {
	return 'id' in key ? key.id : key.keyFields.join('/');
}
