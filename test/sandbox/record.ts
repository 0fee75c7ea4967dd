/** A record as the sandbox keeps it: plain values by the contract's names, no `{value}`. */

export type FieldValue = string | number | boolean | null;

export interface CustomValue {
	/** `CustomStringField`, `CustomDecimalField`, ... */
	readonly type: string;
	value: FieldValue;
}

export interface SandboxRecord {
	/** NoteID of a top-level record; of a detail row an ID that holds for one session only. */
	id: string;
	note: string | null;
	/** Absent name = the field is empty (`{}` on the wire). Date-times are ISO text in UTC. */
	fields: Record<string, FieldValue>;
	linked: Record<string, SandboxRecord>;
	details: Record<string, SandboxRecord[]>;
	/** view -> field -> value */
	custom: Record<string, Record<string, CustomValue>>;
}
