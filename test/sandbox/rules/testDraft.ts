import { storedContract } from '../contract/load.ts';
import type { SandboxRecord } from '../record.ts';
import { RecordStore } from '../records/store.ts';
import { ActionWork } from '../actions/actionWork.ts';
import type { FieldValue } from '../record.ts';
import { Problems, type Draft, type EntityRules } from './draft.ts';

/** A record with nothing but fields. */
export function recordOf(fields: SandboxRecord['fields'], id = 'x'): SandboxRecord {
	return { id, note: null, fields, linked: {}, details: {}, custom: {} };
}

/** The system in which the rules are tried: one customer, two items. */
export function draftFor(
	entity: string,
	fields: SandboxRecord['fields'],
	details: SandboxRecord['details'] = {},
): Draft {
	const item = { Description: 'Bricks', SalesUOM: 'EA', DefaultPrice: 34.99 };
	const records = new RecordStore(
		new Map([
			['Customer', [recordOf({ CustomerID: 'C1' }, 'c1')]],
			['StockItem', [recordOf({ InventoryID: 'BRICKS', ...item }, 'i1')]],
			['NonStockItem', [recordOf({ InventoryID: 'SERVICE', DefaultPrice: 80 }, 'i2')]],
			['CustomerClass', [recordOf({ ClassID: 'DEFAULT' }, 'k1')]],
			['Vendor', [recordOf({ VendorID: 'V1' }, 'v1')]],
			[
				'Warehouse',
				[recordOf({ WarehouseID: 'MAIN' }, 'w1'), recordOf({ WarehouseID: 'SHOP' }, 'w2')],
			],
		]),
		(name) => storedContract().entities[name]?.keys ?? [],
	);
	return {
		entity,
		schema: { fields: {}, linked: {}, details: {} },
		record: { ...recordOf(fields), details },
		isNew: true,
		records,
		settings: { salesOrdersStartOnHold: false },
		businessDate: '2026-11-22T00:00:00.000Z',
		branch: 'PRODWHOLE',
		savedAt: '2026-11-22T10:00:00.000Z',
		problems: new Problems(),
	};
}

/** The errors of a draft's fields, by field. */
export function errorsOf(
	draft: Draft,
	record: SandboxRecord = draft.record,
): Record<string, string> {
	const fields = draft.problems.toErrors(draft.record, 'top').get(record)?.fields ?? new Map();
	return Object.fromEntries([...fields].map(([field, { error }]) => [field, error]));
}

/**
 * Stores the draft's record as it is and runs an action on it.
 *
 * @returns the record as the action left it
 * @throws ActionRefusal
 */
export function act(
	rules: EntityRules,
	action: string,
	draft: Draft,
	parameters: Record<string, FieldValue> = {},
): SandboxRecord {
	draft.records.set(draft.entity).put(draft.record);
	const work = new ActionWork(
		{ ...draft, record: structuredClone(draft.record) },
		parameters,
		false,
	);
	rules.actions?.[action]?.(work);
	work.store();
	return work.record;
}

/** The same system with another record of it to work on. */
export function draftOn(draft: Draft, entity: string, record: SandboxRecord): Draft {
	return { ...draft, entity, record, problems: new Problems() };
}
