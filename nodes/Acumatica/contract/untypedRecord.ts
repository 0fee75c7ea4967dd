import { jsonList } from './json';
import { outputFields } from './mappedRecord';
import { finished, nestedIn, type RecordDraft } from './recordDraft';
import { requireFieldName } from './recordFault';
import { isRecord, type PlainRecord } from './scalar';

/** How Acumatica names fields of customizations and attributes; no contract's own field begins so. */
const customName = /^(?:Usr|Attribute)/;

/**
 * A record of mapped values where nobody could tell the fields of the entity: dots lead to linked
 * entities, or from a view to its custom field; lists as JSON are rows; `''` is left out, and no type is
 * guessed.
 *
 * @param isLeftOut tells of a name that it is not to be sent
 * @throws RecordFault when a name is none
 */
export function untypedRecord(
	values: PlainRecord,
	isLeftOut: (name: string) => boolean = () => false,
): PlainRecord {
	const kept = Object.entries(values).filter(([name]) => !isLeftOut(name));
	return finished(draftOf(kept, ''));
}

/** Where the value of a name stands in the record that `untypedRecord` makes. */
export function untypedPath(name: string): readonly string[] {
	const path = name.split('.');
	const isCustom =
		path.length > 1 && !path.includes('custom') && customName.test(path.at(-1) ?? '');
	return isCustom ? path.toSpliced(-2, 0, 'custom') : path;
}

function draftOf(entries: ReadonlyArray<[string, unknown]>, at: string): RecordDraft {
	const draft: RecordDraft = new Map();
	putAll(draft, entries, at);
	return draft;
}

function putAll(draft: RecordDraft, entries: ReadonlyArray<[string, unknown]>, at: string): void {
	for (const [name, value] of entries) {
		const below = at === '' ? name : `${at}.${name}`;
		for (const part of name.split('.')) requireFieldName(part, below);
		const isCustom = /(?:^|\.)custom(?:\.|$)/.test(at);
		if (value === undefined || value === '' || (!isCustom && outputFields.has(name))) continue;
		const path = isCustom ? name.split('.') : [...untypedPath(name)];
		const field = path.pop() ?? name;
		const owner = path.reduce(nestedIn, draft);
		const rows = rowsIn(value);
		if (rows !== undefined) {
			owner.set(
				field,
				rows.map((row, index) =>
					isRecord(row) ? draftOf(Object.entries(row), `${below}[${index}]`) : row,
				),
			);
			// A value with its wrapping is one; whatever else has fields is a linked entity or a view.
		} else if (isRecord(value) && !('value' in value)) {
			putAll(nestedIn(owner, field), Object.entries(value), below);
		} else owner.set(field, value);
	}
}

function rowsIn(value: unknown): readonly unknown[] | undefined {
	if (Array.isArray(value)) return value;
	// A text such as `[draft]` or `[1]` may be meant as it is.
	return typeof value === 'string' && /^\s*\[\s*[{\]]/.test(value) ? jsonList(value) : undefined;
}
