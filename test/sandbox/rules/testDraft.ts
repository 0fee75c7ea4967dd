import { loadContract } from '../contract/load.ts';
import type { SandboxRecord } from '../record.ts';
import { RecordStore } from '../records/store.ts';
import { Problems, type Draft } from './draft.ts';

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
		]),
		(name) => loadContract('Default', '25.200.001')?.entities[name]?.keys ?? [],
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
