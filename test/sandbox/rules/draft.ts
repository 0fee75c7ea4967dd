import type { SchemaFacts } from '../contract/contract.ts';
import type { Settings } from '../options.ts';
import type { FieldValue, SandboxRecord } from '../record.ts';
import type { RecordStore } from '../records/store.ts';
import type { RecordErrors } from '../wire/write.ts';
import type { ActionEffect } from './action.ts';

/** A record while it is being saved: rules fill it in, or say what is wrong with it. */
export interface Draft {
	/** Name in Default. */
	readonly entity: string;
	readonly schema: SchemaFacts;
	readonly record: SandboxRecord;
	readonly isNew: boolean;
	readonly records: RecordStore;
	readonly settings: Pick<Settings, 'salesOrdersStartOnHold'>;
	/** Day of the header PX-CbApiBusinessDate, else today; ISO text. */
	readonly businessDate: string;
	readonly branch: string;
	/** Database time of this save. */
	readonly savedAt: string;
	readonly problems: Problems;
}

/** What the rules found, by the record it is about. */
export class Problems {
	readonly #fields = new Map<SandboxRecord, Map<string, { value: FieldValue; error: string }>>();

	get found(): boolean {
		return this.#fields.size > 0;
	}

	/**
	 * Refuses the value of a field. The first complaint about a field stays.
	 *
	 * @param value what the echo shows; default: what the record holds
	 */
	refuse(record: SandboxRecord, field: string, error: string, value?: FieldValue): void {
		const known =
			this.#fields.get(record) ?? new Map<string, { value: FieldValue; error: string }>();
		if (!known.has(field))
			known.set(field, { value: value ?? record.fields[field] ?? null, error });
		this.#fields.set(record, known);
	}

	/** For the answer: the fields' errors, and the text at the top of the record that was to be saved. */
	toErrors(top: SandboxRecord, text: string): ReadonlyMap<SandboxRecord, RecordErrors> {
		const errors = new Map<SandboxRecord, RecordErrors>();
		for (const [record, fields] of this.#fields) errors.set(record, { fields });
		errors.set(top, { error: text, fields: errors.get(top)?.fields ?? new Map() });
		return errors;
	}
}

/** Another form over the same documents: it shows a record under the same ID. */
export interface Twin {
	readonly entity: string;
	/** @param known what the other form shows up to now */
	show(record: SandboxRecord, known: SandboxRecord | undefined): SandboxRecord | undefined;
}

/** What an entity's business logic adds to the general one. */
export interface EntityRules {
	/** Values of key fields that a body may leave out. */
	readonly keyDefaults?: Readonly<Record<string, string>>;
	/**
	 * The key field that is numbered when it is not given; `sequenceOf` is the entity that has the numbers,
	 * where several share them.
	 */
	readonly numbering?: {
		readonly field: string;
		readonly prefix: string;
		readonly sequenceOf?: string;
	};
	/** Fields that bodies cannot write; the ERP ignores them silently. */
	readonly derived?: readonly string[];
	/** Runs when the body is applied, before the record is stored. */
	complete?(draft: Draft): void;
	/** Why a record cannot be deleted. */
	refuseDelete?(record: SandboxRecord, records: RecordStore): string | undefined;
	readonly twin?: Twin;
	/** action name -> its effect; actions without an entry note the time of change only. */
	readonly actions?: Readonly<Record<string, ActionEffect>>;
}

/** Gives a field its default, unless it has a value already. */
export function fillIn(
	{ fields }: SandboxRecord,
	name: string,
	value: FieldValue | undefined,
): void {
	if (fields[name] === undefined && value !== undefined && value !== null) fields[name] = value;
}

export function numberOf(record: SandboxRecord, field: string): number {
	const value = Number(record.fields[field] ?? 0);
	return Number.isFinite(value) ? value : 0;
}

export function textOf(record: SandboxRecord, field: string): string {
	return String(record.fields[field] ?? '');
}

/** Amounts have two decimals. */
export function rounded(amount: number): number {
	return Math.round((amount + Number.EPSILON) * 100) / 100;
}

/** The field must not be empty. `label` is the name that the form shows. */
export function mustHave(
	draft: Draft,
	record: SandboxRecord,
	field: string,
	label: string,
): boolean {
	if (textOf(record, field) !== '') return true;
	draft.problems.refuse(record, field, `'${label}' cannot be empty.`);
	return false;
}

/**
 * The field, unless empty, must name a record.
 *
 * @param entities where to look, in this order
 */
export function lookUp(
	draft: Draft,
	{ record, field, label, entities }: Reference,
): SandboxRecord | undefined {
	const key = textOf(record, field);
	if (key === '') return undefined;
	for (const entity of entities) {
		const found = draft.records.find(entity, [key]);
		if (found !== undefined) return found;
	}
	draft.problems.refuse(record, field, `${label} '${key}' cannot be found in the system.`);
	return undefined;
}

export interface Reference {
	readonly record: SandboxRecord;
	readonly field: string;
	readonly label: string;
	readonly entities: readonly string[];
}
