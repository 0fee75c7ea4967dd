import { loadContract } from '../contract/load.ts';
import { entityOfGraph, formOf, rowView } from './form.ts';

describe('the form of an entity', () => {
	it('is found again by its graph, for every entity', () => {
		const entities = Object.keys(loadContract('Default', '25.200.001')?.entities ?? {});
		expect(entities).toHaveLength(119);
		for (const entity of entities) expect(entityOfGraph(formOf(entity).graph)).toBe(entity);
	});

	it('shows its rows in views of their own', () => {
		expect(rowView(formOf('SalesOrder'), 'Details')).toBe('Transactions');
		expect(rowView(formOf('SalesOrder'), 'Shipments')).toBe('Shipments');
	});

	it('is unknown for another graph', () => {
		expect(entityOfGraph('PX.Objects.XX.Nothing')).toBeUndefined();
	});
});
