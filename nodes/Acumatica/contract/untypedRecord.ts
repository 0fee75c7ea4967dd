import { finished, nestedIn, type RecordDraft } from './recordDraft';
import type { PlainRecord } from './scalar';

/**
 * A record of mapped values where nobody could tell the fields of the entity: dots lead to linked
 * entities, `''` is left out, and no type is guessed.
 */
export function untypedRecord(values: PlainRecord): PlainRecord {
	const draft: RecordDraft = new Map();
	for (const [name, value] of Object.entries(values)) {
		if (value === undefined || value === '') continue;
		const path = name.split('.');
		const field = path.pop() ?? name;
		path.reduce(nestedIn, draft).set(field, value);
	}
	return finished(draft);
}
