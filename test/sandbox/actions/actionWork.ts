import { randomUUID } from 'node:crypto';
import { storedContract } from '../contract/load.ts';
import type { SchemaFacts } from '../contract/contract.ts';
import type { FieldValue, SandboxRecord } from '../record.ts';
import { assignNumber } from '../records/numbering.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { created, modified } from '../records/stamps.ts';
import { storeRecord } from '../records/storeRecord.ts';
import {
	ActionRefusal,
	type ActionParameters,
	type ActionRun,
	type NewRecord,
} from '../rules/action.ts';
import type { Draft } from '../rules/draft.ts';

interface Touched {
	readonly entity: string;
	readonly record: SandboxRecord;
	readonly isNew: boolean;
}

/** A record that an action made. */
export interface Made {
	readonly entity: string;
	readonly record: SandboxRecord;
	readonly keys: readonly FieldValue[];
}

/** An action on copies of the records, until they are stored. */
export class ActionWork implements ActionRun {
	readonly record: SandboxRecord;
	readonly parameters: ActionParameters;
	readonly #draft: Draft;
	readonly #isRehearsal: boolean;
	readonly #touched = new Map<string, Touched>();

	/** @param isRehearsal only to see whether the action is refused: uses up no numbers */
	constructor(draft: Draft, parameters: ActionParameters, isRehearsal: boolean) {
		this.record = draft.record;
		this.parameters = parameters;
		this.#draft = draft;
		this.#isRehearsal = isRehearsal;
		this.#touch(draft.entity, draft.record, false);
	}

	get businessDate(): string {
		return this.#draft.businessDate;
	}

	get branch(): string {
		return this.#draft.branch;
	}

	find(entity: string, keys: readonly FieldValue[]): SandboxRecord | undefined {
		const found = this.#set(entity).find(keys);
		return found === undefined ? undefined : (this.#known(entity, found.id) ?? found);
	}

	change(entity: string, keys: readonly FieldValue[]): SandboxRecord | undefined {
		const found = this.#set(entity).find(keys);
		if (found === undefined) return undefined;
		const known = this.#known(entity, found.id);
		return known ?? this.#touch(entity, structuredClone(found), false);
	}

	create(entity: string, { fields, details = {} }: NewRecord): SandboxRecord {
		const filled = Object.entries(fields).filter(([, value]) => value !== null);
		const record: SandboxRecord = {
			id: randomUUID(),
			note: null,
			fields: Object.fromEntries(filled),
			linked: {},
			details,
			custom: {},
		};
		if (!this.#isRehearsal) assignNumber(this.#draft.records, entity, record);
		return this.#touch(entity, record, true);
	}

	refuse(reason: string): never {
		throw new ActionRefusal(reason);
	}

	/**
	 * Stores all that was changed.
	 *
	 * @returns what was made
	 */
	store(): readonly Made[] {
		const { records, savedAt } = this.#draft;
		for (const { entity, record, isNew } of this.#touched.values()) {
			const schema = schemaOf(entity);
			if (Object.hasOwn(schema.fields, 'NoteID')) record.fields.NoteID = record.id;
			if (isNew) created(record, schema, savedAt);
			modified(record, schema, savedAt);
			storeRecord(records, entity, record);
		}
		return [...this.#touched.values()]
			.filter(({ isNew }) => isNew)
			.map(({ entity, record }) => ({ entity, record, keys: this.#set(entity).keysOf(record) }));
	}

	#set(entity: string): RecordSet {
		return this.#draft.records.set(entity);
	}

	#known(entity: string, id: string): SandboxRecord | undefined {
		return this.#touched.get(`${entity}/${id}`)?.record;
	}

	#touch(entity: string, record: SandboxRecord, isNew: boolean): SandboxRecord {
		this.#touched.set(`${entity}/${record.id}`, { entity, record, isNew });
		return record;
	}
}

function schemaOf(entity: string): SchemaFacts {
	const { entities, schemas } = storedContract();
	const schema = schemas[entities[entity]?.schema ?? ''];
	if (schema === undefined) throw new Error(`No records of ${entity} are kept.`);
	return schema;
}
