import type { SandboxRecord } from '../record.ts';
import { rulesOf } from '../rules/rules.ts';
import type { RecordStore } from './store.ts';

/** Gives a record its number, where the entity has one and the record does not. */
export function assignNumber(records: RecordStore, entity: string, record: SandboxRecord): void {
	const { keyFields } = records.set(entity);
	const { numbering } = rulesOf(entity, keyFields);
	if (numbering === undefined || (record.fields[numbering.field] ?? null) !== null) return;
	const { field, prefix, sequenceOf = entity } = numbering;
	const others = { ...record.fields };
	record.fields[field] = records.nextNumber(sequenceOf, field, prefix, (number) => {
		const keys = keyFields.map((key) => (key === field ? number : (others[key] ?? null)));
		return records.find(sequenceOf, keys) !== undefined;
	});
}
