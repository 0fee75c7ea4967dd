import type { FieldValue, SandboxRecord } from '../record.ts';
import { RecordSet } from './recordSet.ts';

/** The records of one tenant, by the names of Default's entities. */
export class RecordStore {
	readonly #sets = new Map<string, RecordSet>();
	readonly #lastNumbers = new Map<string, number>();
	readonly #keyFieldsOf: (entity: string) => readonly string[];

	constructor(
		records: ReadonlyMap<string, readonly SandboxRecord[]>,
		keyFieldsOf: (entity: string) => readonly string[],
	) {
		this.#keyFieldsOf = keyFieldsOf;
		for (const [entity, rows] of records) {
			this.#sets.set(entity, new RecordSet(keyFieldsOf(entity), rows));
		}
	}

	/** The entities that have records, with their number. */
	counts(): ReadonlyMap<string, number> {
		return new Map([...this.#sets].map(([entity, set]) => [entity, set.all().length]));
	}

	set(entity: string): RecordSet {
		const known = this.#sets.get(entity);
		if (known !== undefined) return known;
		const set = new RecordSet(this.#keyFieldsOf(entity), []);
		this.#sets.set(entity, set);
		return set;
	}

	/** In the order of their keys. */
	all(entity: string): readonly SandboxRecord[] {
		return this.#sets.get(entity)?.all() ?? [];
	}

	find(entity: string, keys: readonly FieldValue[]): SandboxRecord | undefined {
		return this.#sets.get(entity)?.find(keys);
	}

	findById(entity: string, id: string): SandboxRecord | undefined {
		return this.#sets.get(entity)?.findById(id);
	}

	/**
	 * The next free number of a numbering sequence such as `C000001`.
	 *
	 * @param isTaken whether a number is in use, given by hand
	 */
	nextNumber(entity: string, field: string, prefix: string, isTaken: (number: string) => boolean) {
		const sequence = `${entity}.${field}`;
		let last = this.#lastNumbers.get(sequence) ?? this.#highestNumber(entity, field, prefix);
		let number: string;
		do {
			last += 1;
			number = `${prefix}${String(last).padStart(6, '0')}`;
		} while (isTaken(number));
		this.#lastNumbers.set(sequence, last);
		return number;
	}

	/**
	 * IDs of records that share a value of a field, one group per value.
	 *
	 * @param field a custom field as `View.Field`
	 */
	duplicates(entity: string, field: string): readonly (readonly string[])[] {
		const groups = new Map<FieldValue, string[]>();
		const [view = '', customField = ''] = field.split('.');
		for (const { id, fields, custom } of this.all(entity)) {
			const value = fields[field] ?? custom[view]?.[customField]?.value ?? '';
			if (value !== '') groups.set(value, [...(groups.get(value) ?? []), id]);
		}
		return [...groups.values()].filter((ids) => ids.length > 1);
	}

	#highestNumber(entity: string, field: string, prefix: string): number {
		let highest = 0;
		for (const { fields } of this.all(entity)) {
			const text = String(fields[field] ?? '');
			if (!text.startsWith(prefix)) continue;
			const digits = text.slice(prefix.length);
			if (/^\d{6}$/.test(digits)) highest = Math.max(highest, Number(digits));
		}
		return highest;
	}
}
