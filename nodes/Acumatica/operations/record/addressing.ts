import { keyFieldsOf } from '../../contract/keyFields';
import { keyLabel, type RecordKey } from '../../contract/recordKey';
import { isRecord, type Scalar, type WireRecord } from '../../contract/scalar';
import type { OperationCall } from '../operation';
import { certainKeyFields, readRecordKey, type EntityTarget } from '../recordTarget';
import { fetchRecord } from './fetchRecord';

/** The value of a field of a wire record, or undefined where it has none. */
export function fieldValue(record: WireRecord, path: string): Scalar | undefined {
	const [field = '', ...rest] = path.split('/');
	const inner = Object.hasOwn(record, field) ? record[field] : undefined;
	if (!isRecord(inner)) return undefined;
	if (rest.length > 0) return fieldValue(inner, rest.join('/'));
	const { value } = inner;
	return typeof value === 'object' && value !== null ? undefined : (value as Scalar | undefined);
}

/**
 * The key that a wire record carries: its ID, or all of its key fields. Undefined where a key field is
 * missing, empty or left to the ERP (`<NEW>`), or no key fields are given.
 */
export function keyWithin(record: WireRecord, names: readonly string[]): RecordKey | undefined {
	if (typeof record.id === 'string' && record.id !== '') return { id: record.id };
	const values = names.map((name) => fieldValue(record, name));
	const keyFields = values.filter(isKeyValue).map(String);
	return names.length > 0 && keyFields.length === names.length ? { keyFields } : undefined;
}

/** Whether a value can be that of a key field: not empty, nor left to the ERP (`<NEW>`). */
export function isKeyValue(value: unknown): value is string | number {
	return (
		(typeof value === 'string' && value.trim() !== '' && value !== '<NEW>') ||
		typeof value === 'number'
	);
}

/** The key of a record for messages; empty where it carries none. */
export function labelOf(record: WireRecord, entity: string): string {
	const key = keyWithin(record, keyFieldsOf(entity).names);
	return key === undefined ? '' : keyLabel(key);
}

/**
 * Puts the key from the parameter `recordKey` into the record, since a PUT finds its record by the body:
 * as ID, as key fields where their names are known, else by asking the ERP for the ID.
 */
export async function addressed(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
): Promise<WireRecord> {
	const key = readRecordKey(call, target);
	if (key === undefined) return record;
	if ('id' in key) return { ...record, id: key.id };
	const names = certainKeyFields(target);
	const fields = Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'id'));
	if (names.length === key.keyFields.length) {
		const keyFields = names.map((name, index) => [name, { value: key.keyFields[index] ?? null }]);
		return { ...fields, ...Object.fromEntries(keyFields) };
	}
	const { id } = await fetchRecord(call, target, key);
	return { ...fields, id };
}
