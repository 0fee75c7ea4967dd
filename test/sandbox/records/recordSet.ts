import type { FieldValue, SandboxRecord } from '../record.ts';

/**
 * The records of one entity: in the order of their keys for lists, and by keys and by ID for single
 * requests, so that no request sorts or scans what it does not need.
 */
export class RecordSet {
	readonly keyFields: readonly string[];
	/** Grows with every change; lets readers keep what they derived. */
	version = 0;
	#ordered: SandboxRecord[];
	readonly #byId = new Map<string, SandboxRecord>();
	readonly #byKeys = new Map<string, SandboxRecord>();

	/** @param keyFields empty where nobody knows the keys: the order is then that of insertion */
	constructor(keyFields: readonly string[], records: readonly SandboxRecord[]) {
		this.keyFields = keyFields;
		const keyed = records.map((record) => ({ record, key: this.#keyOf(record) }));
		if (keyFields.length > 0) keyed.sort((one, other) => compare(one.key, other.key));
		this.#ordered = keyed.map(({ record }) => record);
		for (const { record, key } of keyed) this.#index(record, key);
	}

	all(): readonly SandboxRecord[] {
		return this.#ordered;
	}

	findById(id: string): SandboxRecord | undefined {
		return this.#byId.get(id.toLowerCase());
	}

	/** Letter case and trailing spaces do not count, as in the database. */
	find(keys: readonly FieldValue[]): SandboxRecord | undefined {
		if (keys.length === 0 || keys.length !== this.keyFields.length) return undefined;
		return this.#byKeys.get(keyText(keys));
	}

	keysOf(record: SandboxRecord): FieldValue[] {
		return this.keyFields.map((field) => record.fields[field] ?? null);
	}

	/** Stores a new record, or the new state of the one with the same ID; keys never change. */
	put(record: SandboxRecord): void {
		this.version += 1;
		const stored = this.#byId.get(record.id.toLowerCase());
		if (stored !== undefined) {
			Object.assign(stored, record);
			return;
		}
		const key = this.#keyOf(record);
		this.#ordered.splice(this.#positionOf(key), 0, record);
		this.#index(record, key);
	}

	remove(record: SandboxRecord): void {
		this.version += 1;
		this.#ordered = this.#ordered.filter(({ id }) => id !== record.id);
		this.#byId.delete(record.id.toLowerCase());
		this.#byKeys.delete(this.#keyOf(record));
	}

	#index(record: SandboxRecord, key: string): void {
		this.#byId.set(record.id.toLowerCase(), record);
		if (this.keyFields.length > 0) this.#byKeys.set(key, record);
	}

	#keyOf(record: SandboxRecord): string {
		return keyText(this.keysOf(record));
	}

	/** After the last record whose key is not greater; new numbers go to the end without a search. */
	#positionOf(key: string): number {
		let low = 0;
		let high = this.#ordered.length;
		const last = this.#ordered.at(-1);
		if (this.keyFields.length === 0 || last === undefined || this.#keyOf(last) <= key) return high;
		while (low < high) {
			const middle = (low + high) >> 1;
			const record = this.#ordered[middle];
			if (record !== undefined && this.#keyOf(record) <= key) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function keyText(keys: readonly FieldValue[]): string {
	return keys
		.map((key) =>
			String(key ?? '')
				.trimEnd()
				.toUpperCase(),
		)
		.join('\u0000');
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
