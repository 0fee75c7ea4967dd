import type { FieldValue, SandboxRecord } from '../record.ts';

/** The parameters of an action by their names, without the wrapping. */
export type ActionParameters = Readonly<Record<string, FieldValue>>;

/** A document that an action makes. */
export type NewRecord = Pick<SandboxRecord, 'fields'> & Partial<Pick<SandboxRecord, 'details'>>;

/**
 * An action at work. All records in here are copies: they are stored together when the action has
 * succeeded, and thrown away when it refuses.
 */
export interface ActionRun {
	readonly record: SandboxRecord;
	readonly parameters: ActionParameters;
	/** Day of the header PX-CbApiBusinessDate, else today; ISO text. */
	readonly businessDate: string;
	readonly branch: string;
	/** Another record, to read. */
	find(entity: string, keys: readonly FieldValue[]): SandboxRecord | undefined;
	/** Another record, to change. */
	change(entity: string, keys: readonly FieldValue[]): SandboxRecord | undefined;
	/** A new record; it gets its number at once. */
	create(entity: string, record: NewRecord): SandboxRecord;
	/** @throws ActionRefusal */
	refuse(reason: string): never;
}

/** What an action does to its record and to others. */
export type ActionEffect = (run: ActionRun) => void;

/** The business rules forbid the action. */
export class ActionRefusal extends Error {}

/** A detail row that an action adds. */
export function newRow(id: string, fields: SandboxRecord['fields']): SandboxRecord {
	return { id, note: null, fields, linked: {}, details: {}, custom: {} };
}
