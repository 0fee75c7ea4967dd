import { keyFieldsOf } from '../../nodes/Acumatica/contract/keyFields';
import { loadContract } from '../sandbox/contract/load.ts';

const facts = loadContract('Default', '24.200.001');
const entities = Object.entries(facts?.entities ?? {});

describe('key fields', () => {
	it.each([
		['SalesOrder', 'OrderType', 'OrderNbr'],
		['Invoice', 'Type', 'ReferenceNbr'],
		['Customer', 'CustomerID'],
		['StockItem', 'InventoryID'],
		['JournalTransaction', 'Module', 'BatchNbr'],
	])('of %s are certain, in the order of the form', (entity, ...names) => {
		expect(keyFieldsOf(entity)).toEqual({ names, certainty: 'certain' });
	});

	it('that were guessed are marked as such', () => {
		expect(keyFieldsOf('TimeEntry')).toEqual({ names: ['TimeEntryID'], certainty: 'guessed' });
	});

	it.each(['WebOrder', 'salesorder', 'toString', '__proto__', ''])(
		'of %p are unknown',
		(entity) => {
			expect(keyFieldsOf(entity)).toEqual({ names: [], certainty: 'unknown' });
		},
	);

	it('are fields of their entity in the real contract', () => {
		const strange = entities.flatMap(([entity, { schema }]) =>
			keyFieldsOf(entity)
				.names.filter((name) => facts?.schemas[schema]?.fields[name] === undefined)
				.map((name) => `${entity}.${name}`),
		);
		expect(strange).toEqual([]);
	});

	it('agree with the table that the sandbox has made for itself, wherever they are certain', () => {
		const ours = entities.map(([entity]) => [entity, keyFieldsOf(entity)] as const);
		const certain = ours.filter(([, { certainty }]) => certainty === 'certain');
		expect(certain.length).toBeGreaterThanOrEqual(50);
		expect(Object.fromEntries(certain.map(([entity, { names }]) => [entity, names]))).toEqual(
			Object.fromEntries(certain.map(([entity]) => [entity, facts?.entities[entity]?.keys])),
		);
	});
});
