import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { default20, laterActions, laterNames } from './default20.ts';
import { loadContract } from './load.ts';

const newer = loadContract('Default', '23.200.001');
if (newer === undefined) throw new Error('Default/23.200.001 is not published.');
const older = default20(newer);

test('the published contract is the one that is made here', () => {
	expect(loadContract('Default', '20.200.001')).toEqual(older);
});

test.each(Object.entries(laterNames))(
	'what came later to %s is in 23.200.001 only',
	(name, later) => {
		const names = (schema = newer.schemas[name]) =>
			Object.keys({ ...schema?.fields, ...schema?.linked, ...schema?.details });
		expect(names()).toEqual(expect.arrayContaining([...later]));
		expect(names(older.schemas[name])).toEqual(names().filter((one) => !later.includes(one)));
	},
);

test('so are the later actions', () => {
	const actions = ({ entities }: typeof newer) =>
		Object.values(entities).flatMap((entity) => Object.keys(entity.actions));
	expect(actions(newer)).toEqual(expect.arrayContaining([...laterActions]));
	expect(actions(older).filter((action) => laterActions.includes(action))).toEqual([]);
	expect(actions(older)).toEqual(
		expect.arrayContaining(['ReleaseInvoice', 'ConfirmShipment', 'SalesOrderCreateShipment']),
	);
});

test('a schema to which only later names led is gone, and so are other entities', () => {
	expect(newer.schemas).toHaveProperty('OrderRisks');
	expect(older.schemas).not.toHaveProperty('OrderRisks');
	expect(older.entities).not.toHaveProperty('Lead');
});

test('the entities say less of when they were changed', () => {
	const times = (entity: string) =>
		Object.keys(older.schemas[entity]?.fields ?? {}).filter((name) =>
			/Modified|Created/.test(name),
		);
	expect(times('Customer')).toEqual(['CreatedDateTime', 'LastModifiedDateTime']);
	expect(times('SalesOrder')).toEqual(['LastModified']);
	expect(times('StockItem')).toEqual(['LastModified']);
	expect(times('SalesInvoice')).toEqual([]);
	expect(times('Warehouse')).toEqual([]);
});

test('an entity that 23.200.001 does not have cannot be made', () => {
	const { Bill, ...entities } = newer.entities;
	expect(Bill).toBeDefined();
	expect(() => default20({ ...newer, entities })).toThrow('no entity Bill');
});

test('as a command it writes the file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'default20-'));
	const file = (version: string) => join(import.meta.dirname, `Default-${version}.json`);
	try {
		const output = join(folder, 'facts.json');
		const script = join(import.meta.dirname, 'default20.ts');
		// The tests' own Node: a package script runs them with the one that strips types.
		execFileSync(join('node_modules', '.bin', 'node'), [script, file('23.200.001'), output]);
		expect(readFileSync(output, 'utf8')).toBe(readFileSync(file('20.200.001'), 'utf8'));
	} finally {
		rmSync(folder, { recursive: true });
	}
});
