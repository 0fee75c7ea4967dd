import type { ContractFacts, FieldType, SchemaFacts } from '../contract/contract.ts';
import type { Settings } from '../options.ts';
import type { FieldValue } from '../record.ts';
import { isObject, malformed, type JsonObject } from './body.ts';
import { readScalar } from './value.ts';

export interface CustomInput {
	readonly view: string;
	readonly field: string;
	readonly type?: string;
	readonly value: unknown;
}

/** A body that fits the contract, without the wrapping. What was not sent is not here. */
export interface RecordInput {
	readonly id?: string;
	/** `delete: true` on a detail row. */
	readonly isDeleted: boolean;
	readonly note?: string | null;
	/** null clears the field. */
	readonly fields: ReadonlyMap<string, FieldValue>;
	readonly linked: ReadonlyMap<string, RecordInput>;
	readonly details: ReadonlyMap<string, readonly RecordInput[]>;
	readonly custom: readonly CustomInput[];
}

export interface ReadContext {
	readonly contract: ContractFacts;
	readonly settings: Pick<Settings, 'unknownFields' | 'serverOffsetMinutes'>;
}

/** Sent back by clients that return what they read; the ERP takes no notice. */
const outputOnly: ReadonlySet<string> = new Set(['rowNumber', '_links', 'error', 'files']);

/**
 * Reads the representation of a record strictly by the contract.
 *
 * @throws Refusal 400 whose modelState names every place that does not fit
 */
export function readRecord(
	json: JsonObject,
	schema: SchemaFacts,
	context: ReadContext,
): RecordInput {
	const reader = new Reader(context);
	const input = reader.record(json, schema, 'entity');
	if (Object.keys(reader.complaints).length > 0) throw malformed(reader.complaints);
	return input;
}

class Reader {
	readonly complaints: Record<string, string[]> = {};
	readonly #context: ReadContext;

	constructor(context: ReadContext) {
		this.#context = context;
	}

	record(json: JsonObject, schema: SchemaFacts, place: string): RecordInput {
		const fields = new Map<string, FieldValue>();
		const linked = new Map<string, RecordInput>();
		const details = new Map<string, readonly RecordInput[]>();
		const { id, delete: isDeleted, note, custom, ...rest } = json;
		for (const [name, value] of Object.entries(rest)) {
			const here = `${place}.${name}`;
			const type = own(schema.fields, name);
			const linkedSchema = own(schema.linked, name);
			const rowSchema = own(schema.details, name);
			if (type !== undefined) this.#field({ field: name, type }, value, here, fields);
			else if (linkedSchema !== undefined) {
				const inner = this.#nested(value, linkedSchema, here);
				if (inner !== undefined) linked.set(name, inner);
			} else if (rowSchema !== undefined) {
				details.set(name, this.#rows(value, rowSchema, here));
			} else this.#unknown(name, here);
		}
		return {
			id: this.#id(id, place),
			isDeleted: isDeleted === true,
			note: this.#note(note, place),
			fields,
			linked,
			details,
			custom: this.#custom(custom, place),
		};
	}

	#complain(place: string, text: string): undefined {
		(this.complaints[place] ??= []).push(text);
	}

	#unknown(name: string, place: string): void {
		if (outputOnly.has(name) || this.#context.settings.unknownFields === 'ignore') return;
		this.#complain(place, `Could not find member '${name}' in the contract.`);
	}

	/** An object without `value` is how the wire shows an empty field: nothing to write. */
	#field(
		field: { readonly field: string; readonly type: FieldType },
		value: unknown,
		place: string,
		fields: Map<string, FieldValue>,
	): void {
		if (!isObject(value)) {
			this.#complain(place, `Error converting ${show(value)} to type '${field.type}Value'.`);
			return;
		}
		if (!Object.hasOwn(value, 'value')) return;
		const read = readScalar(field, value.value, this.#context.settings.serverOffsetMinutes);
		if (read !== undefined) fields.set(field.field, read);
		else
			this.#complain(place, `Error converting value ${show(value.value)} to type '${field.type}'.`);
	}

	#nested(value: unknown, schemaName: string, place: string): RecordInput | undefined {
		const schema = this.#context.contract.schemas[schemaName];
		if (value === null || schema === undefined) return undefined;
		if (isObject(value)) return this.record(value, schema, place);
		return this.#complain(place, `Error converting ${show(value)} to type '${schemaName}'.`);
	}

	#rows(value: unknown, schemaName: string, place: string): readonly RecordInput[] {
		if (!Array.isArray(value)) {
			if (value !== null)
				this.#complain(place, `Error converting ${show(value)} to a list of rows.`);
			return [];
		}
		return value.flatMap((row: unknown, index) => {
			const read = this.#nested(row, schemaName, `${place}[${index}]`);
			return read === undefined ? [] : [read];
		});
	}

	#id(id: unknown, place: string): string | undefined {
		if (id === undefined || id === null) return undefined;
		if (typeof id === 'string') return id.toLowerCase();
		return this.#complain(`${place}.id`, `Error converting ${show(id)} to type 'Guid'.`);
	}

	#note(note: unknown, place: string): string | null | undefined {
		if (note === undefined || note === null) return undefined;
		const value = isObject(note) ? (note.value ?? null) : note;
		if (isObject(note) && !Object.hasOwn(note, 'value')) return undefined;
		if (isObject(note) && (typeof value === 'string' || value === null)) return value;
		return this.#complain(`${place}.note`, `Error converting ${show(note)} to type 'StringValue'.`);
	}

	#custom(custom: unknown, place: string): readonly CustomInput[] {
		if (custom === undefined || custom === null) return [];
		if (!isObject(custom)) {
			this.#complain(
				`${place}.custom`,
				`Error converting ${show(custom)} to views of custom fields.`,
			);
			return [];
		}
		return Object.entries(custom).flatMap(([view, fields]) => {
			if (!isObject(fields)) {
				this.#complain(
					`${place}.custom.${view}`,
					`Error converting ${show(fields)} to custom fields.`,
				);
				return [];
			}
			return Object.entries(fields).flatMap(([field, value]) =>
				this.#customField(view, field, value, `${place}.custom.${view}.${field}`),
			);
		});
	}

	#customField(view: string, field: string, value: unknown, place: string): CustomInput[] {
		if (!isObject(value)) {
			this.#complain(place, `Error converting ${show(value)} to type 'CustomField'.`);
			return [];
		}
		if (!Object.hasOwn(value, 'value')) return [];
		const type = typeof value.type === 'string' ? value.type : undefined;
		return [{ view, field, type, value: value.value }];
	}
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}

function show(value: unknown): string {
	return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}
