import type { SandboxRecord } from '../record.ts';
import type { Twin } from '../rules/draft.ts';
import { rulesOf } from '../rules/rules.ts';
import type { RecordStore } from './store.ts';

/** Stores a record, and what the other form over the same documents shows of it. */
export function storeRecord(records: RecordStore, entity: string, record: SandboxRecord): void {
	records.set(entity).put(record);
	const twin = twinOf(records, entity);
	const shown = twin?.show(record, records.findById(twin.entity, record.id));
	if (twin !== undefined && shown !== undefined) records.set(twin.entity).put(shown);
}

/** Removes a record from every form that shows it. */
export function removeRecord(records: RecordStore, entity: string, record: SandboxRecord): void {
	records.set(entity).remove(record);
	const twin = twinOf(records, entity);
	const shown = twin === undefined ? undefined : records.findById(twin.entity, record.id);
	if (twin !== undefined && shown !== undefined) records.set(twin.entity).remove(shown);
}

function twinOf(records: RecordStore, entity: string): Twin | undefined {
	return rulesOf(entity, records.set(entity).keyFields).twin;
}
