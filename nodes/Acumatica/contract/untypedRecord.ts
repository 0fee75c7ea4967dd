import { parseJson } from './json';
import { finished, nestedIn, type RecordDraft } from './recordDraft';
import type { PlainRecord } from './scalar';

/** How Acumatica names fields of customizations and attributes; no contract's own field begins so. */
const customName = /^(?:Usr|Attribute)/;

/**
 * A record of mapped values where nobody could tell the fields of the entity: dots lead to linked
 * entities, or from a view to its custom field; lists as JSON are rows; `''` is left out, and no type is
 * guessed.
 *
 * @param creates whether the record is a new one, which has no ID yet
 */
export function untypedRecord(values: PlainRecord, creates = false): PlainRecord {
	const draft: RecordDraft = new Map();
	for (const [name, value] of Object.entries(values)) {
		if (value === undefined || value === '' || (creates && name === 'id')) continue;
		const path = name.split('.');
		const field = path.pop() ?? name;
		if (customName.test(field) && path.length > 0 && path[0] !== 'custom')
			path.splice(-1, 0, 'custom');
		path.reduce(nestedIn, draft).set(field, rows(value));
	}
	return finished(draft);
}

function rows(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*\[\s*[{\]]/.test(value)) return value;
	try {
		return parseJson(value);
	} catch {
		return value;
	}
}
