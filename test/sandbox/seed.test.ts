import { loadContract } from './contract/load.ts';
import type { ContractFacts, FieldType } from './contract/contract.ts';
import type { FieldValue, SandboxRecord } from './record.ts';
import { customFields, seed } from './seed.ts';

const now = Date.UTC(2026, 10, 22, 12);
const records = seed({ salesOrders: 200, now });
const all = (entity: string): readonly SandboxRecord[] => records.get(entity) ?? [];
const column = (entity: string, field: string) => all(entity).map(({ fields }) => fields[field]);
const keysOf = (entity: string, ...keys: readonly string[]): readonly string[] =>
	all(entity).map(({ fields }) => keys.map((key) => fields[key]).join('/'));

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function fits(value: FieldValue, type: FieldType): boolean {
	switch (type) {
		case 'String':
			return typeof value === 'string';
		case 'Boolean':
			return typeof value === 'boolean';
		case 'Decimal':
		case 'Double':
			return typeof value === 'number';
		case 'DateTime':
		case 'DateOnly':
			return typeof value === 'string' && moment.test(value);
		case 'Guid':
			return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
		case 'Int':
		case 'Short':
		case 'Long':
		case 'Byte':
			return Number.isInteger(value);
	}
}

/** What in a record the contract does not know or types differently, by path. */
function misfits(
	record: SandboxRecord,
	schemaName: string | undefined,
	contract: ContractFacts,
	path: string,
): string[] {
	const schema = contract.schemas[schemaName ?? ''];
	if (schema === undefined) return [path];
	return [
		...Object.entries(record.fields).flatMap(([name, value]) => {
			const type = schema.fields[name];
			return type !== undefined && fits(value, type) ? [] : [`${path}/${name}`];
		}),
		...Object.entries(record.linked).flatMap(([name, linked]) =>
			misfits(linked, schema.linked[name], contract, `${path}/${name}`),
		),
		...Object.entries(record.details).flatMap(([name, rows]) =>
			rows.flatMap((row) => misfits(row, schema.details[name], contract, `${path}/${name}`)),
		),
	];
}

function everyRecord(record: SandboxRecord): readonly SandboxRecord[] {
	const nested = [...Object.values(record.linked), ...Object.values(record.details).flat()];
	return [record, ...nested.flatMap(everyRecord)];
}

describe.each(['24.200.001', '25.200.001'])('under the contract Default/%s', (version) => {
	const contract = loadContract('Default', version);
	if (contract === undefined) throw new Error(`Default/${version} is not published`);

	test.each([...records.keys()])('every name and value of %s is in the contract', (entity) => {
		const schema = contract.entities[entity]?.schema;
		expect(all(entity).flatMap((record) => misfits(record, schema, contract, entity))).toEqual([]);
	});

	test.each([...records.keys()])('the keys of %s are filled and unique', (entity) => {
		const keys = contract.entities[entity]?.keys ?? [];
		const found = keysOf(entity, ...keys);
		expect(keys).not.toHaveLength(0);
		expect(found.filter((key) => /(^|\/)(\/|$)/.test(key))).toEqual([]);
		expect(new Set(found.map((key) => key.toLowerCase())).size).toBe(all(entity).length);
	});

	test.each(Object.entries(customFields))(
		'custom fields of %s live where it has them',
		(entity, paths) => {
			const schema = contract.schemas[contract.entities[entity]?.schema ?? ''];
			for (const path of Object.keys(paths)) {
				expect(Object.keys({ '': '', ...schema?.linked, ...schema?.details })).toContain(path);
			}
		},
	);
});

test('holds the records that everybody relies on', () => {
	expect(column('Customer', 'CustomerID')).toEqual(expect.arrayContaining(['C000001', 'C000060']));
	expect(column('Vendor', 'VendorID')).toContain('V000001');
	expect(column('StockItem', 'InventoryID')).toEqual(
		expect.arrayContaining([
			'AACOMPUT01',
			'AALEGO500',
			'CONAIRT1',
			'CONBABY1',
			'CONGRILL',
			'CONTABLE1',
		]),
	);
	expect(keysOf('SalesOrder', 'OrderType', 'OrderNbr')[0]).toBe('SO/000001');
	expect(keysOf('Invoice', 'Type', 'ReferenceNbr')[0]).toBe('Invoice/000001');
	expect(keysOf('Payment', 'Type', 'ReferenceNbr')[0]).toBe('Payment/000001');
	expect(new Set(column('SalesOrder', 'Branch'))).toEqual(new Set(['PRODWHOLE']));
});

test('has enough of everything', () => {
	expect(all('SalesOrder')).toHaveLength(200);
	expect(all('Customer').length).toBeGreaterThanOrEqual(60);
	expect(all('StockItem').length).toBeGreaterThanOrEqual(40);
	for (const entity of ['Vendor', 'Invoice', 'Payment']) {
		expect(all(entity).length).toBeGreaterThanOrEqual(20);
	}
});

test('the same options give the same records, IDs included', () => {
	expect(seed({ salesOrders: 200, now })).toEqual(records);
});

test('a record of a larger seed keeps its ID', () => {
	const larger = seed({ salesOrders: 300, now }).get('SalesOrder') ?? [];
	expect(larger.slice(0, 200).map(({ id }) => id)).toEqual(all('SalesOrder').map(({ id }) => id));
});

test('no two records or rows share an ID or a place in memory', () => {
	const found = [...records.values()].flat().flatMap(everyRecord);
	expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
	expect(new Set(found.map(({ fields }) => fields)).size).toBe(found.length);
	expect(new Set(found.map(({ custom }) => custom)).size).toBe(found.length);
});

test('the totals of an order and of an invoice are the sums of their lines', () => {
	const sum = (record: SandboxRecord, field: string): number =>
		(record.details['Details'] ?? []).reduce((total, row) => total + Number(row.fields[field]), 0);
	for (const order of all('SalesOrder')) {
		expect(order.fields['OrderTotal']).toBeCloseTo(sum(order, 'Amount'), 6);
		expect(order.fields['OrderedQty']).toBe(sum(order, 'OrderQty'));
		for (const { fields } of order.details['Details'] ?? []) {
			const extended = Number(fields['OrderQty']) * Number(fields['UnitPrice']);
			expect(fields['ExtendedPrice']).toBeCloseTo(extended, 2);
		}
	}
	for (const invoice of all('Invoice')) {
		expect(invoice.fields['Amount']).toBeCloseTo(sum(invoice, 'Amount'), 6);
	}
});

test('an order has one to three lines, numbered from 1', () => {
	const lineNumbers = all('SalesOrder').map(({ details }) =>
		(details['Details'] ?? []).map(({ fields }) => fields['LineNbr']).join(),
	);
	expect(new Set(lineNumbers)).toEqual(new Set(['1', '1,2', '1,2,3']));
});

test('orders are open, on hold or completed, and Hold says the same', () => {
	expect(new Set(column('SalesOrder', 'Status'))).toEqual(
		new Set(['Open', 'On Hold', 'Completed']),
	);
	for (const { fields } of all('SalesOrder')) {
		expect(fields['Hold']).toBe(fields['Status'] === 'On Hold');
	}
});

test('every reference leads to a record', () => {
	const customerIds = new Set(column('Customer', 'CustomerID'));
	const inventoryIds = new Set(column('StockItem', 'InventoryID'));
	const lines = [...all('SalesOrder'), ...all('Invoice')].flatMap(
		({ details }) => details['Details'] ?? [],
	);
	const wanted = [
		...column('SalesOrder', 'CustomerID'),
		...column('Invoice', 'Customer'),
		...column('Payment', 'CustomerID'),
	];
	expect(wanted.filter((id) => !customerIds.has(id))).toEqual([]);
	expect(lines.filter(({ fields }) => !inventoryIds.has(fields['InventoryID']))).toEqual([]);
	const classes = new Set(column('CustomerClass', 'ClassID'));
	expect(column('Customer', 'CustomerClass').filter((id) => !classes.has(id))).toEqual([]);
});

test('a paid invoice has one payment of its amount applied to it', () => {
	const applications = all('Payment').flatMap(({ details }) => details['DocumentsToApply'] ?? []);
	const paid = all('Invoice').filter(({ fields }) => fields['Balance'] === 0);
	expect(paid.map(({ fields }) => [fields['ReferenceNbr'], fields['Amount']])).toEqual(
		applications.map(({ fields }) => [fields['ReferenceNbr'], fields['AmountPaid']]),
	);
	expect(paid.length).toBeGreaterThan(0);
});

test('nothing was changed before it was created, or after now', () => {
	for (const { fields } of [...records.values()].flat()) {
		const created = fields['CreatedDateTime'] ?? fields['CreatedDate'] ?? '1990-01-01T00:00:00Z';
		const modified = fields['LastModifiedDateTime'] ?? fields['LastModified'] ?? created;
		expect(Date.parse(String(modified))).toBeGreaterThanOrEqual(Date.parse(String(created)));
		expect(Date.parse(String(modified))).toBeLessThan(now);
	}
});

test('references from outside are unique, so that a duplicate shows', () => {
	const references = column('SalesOrder', 'CustomerOrder');
	expect(references[0]).toBe('SHOP-100001');
	expect(new Set(references).size).toBe(200);
});

test('every custom field is declared with its type, and those of records have values', () => {
	for (const entity of ['Customer', 'StockItem', 'SalesOrder']) {
		const views = customFields[entity]?.[''] ?? {};
		const used = all(entity).flatMap(({ custom }) =>
			Object.entries(custom).flatMap(([view, fields]) =>
				Object.entries(fields).map(([field, { type }]) => [view, field, type] as const),
			),
		);
		expect(used.length).toBeGreaterThan(0);
		expect(used.filter(([view, field, type]) => views[view]?.[field] !== type)).toEqual([]);
	}
});

test('some names are hard to quote and some keys hard to put into a path', () => {
	expect(column('Customer', 'CustomerName')).toEqual(
		expect.arrayContaining(["O'Neill Trading", '渋谷商店', 'Café Zürich & Söhne']),
	);
	expect(column('StockItem', 'InventoryID')).toEqual(
		expect.arrayContaining(['AACABLE/2M', 'AA SLEEVE 14']),
	);
});

test('an empty shop still has its other records', () => {
	const empty = seed({ salesOrders: 0, now });
	expect(empty.get('SalesOrder')).toEqual([]);
	expect(empty.get('Customer')?.length).toBeGreaterThanOrEqual(60);
});

test('100,000 orders are a matter of asking', () => {
	const many = seed({ salesOrders: 100_000, now });
	expect(many.get('SalesOrder')?.at(-1)?.fields['OrderNbr']).toBe('100000');
	expect(many.get('Customer')).toHaveLength(2000);
});
