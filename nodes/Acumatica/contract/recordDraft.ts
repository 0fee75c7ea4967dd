import type { PlainRecord } from './scalar';

/** A record in the making; linked entities, views and rows are drafts of their own. */
export type RecordDraft = Map<string, unknown>;

/** The draft of a linked entity or a view, made where there is none yet. */
export function nestedIn(draft: RecordDraft, name: string): RecordDraft {
	const known = draft.get(name);
	if (known instanceof Map) return known;
	const created: RecordDraft = new Map();
	draft.set(name, created);
	return created;
}

/** The draft as a plain record. */
export function finished(draft: RecordDraft): PlainRecord {
	const plain = (value: unknown): unknown => {
		if (value instanceof Map) return finished(value);
		return Array.isArray(value) ? value.map(plain) : value;
	};
	return Object.fromEntries([...draft].map(([name, value]) => [name, plain(value)]));
}
