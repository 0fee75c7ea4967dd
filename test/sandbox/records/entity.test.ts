import { loadContract } from '../contract/load.ts';
import type { ContractFacts } from '../contract/contract.ts';
import { Refusal } from '../reply.ts';
import { entityOf } from './entity.ts';

function contract(name: string, version: string): ContractFacts {
	const facts = loadContract(name, version);
	if (facts === undefined) throw new Error(`There is no ${name}/${version}.`);
	return facts;
}

describe('an entity', () => {
	it('is known by its exact name', () => {
		const entity = entityOf(contract('Default', '24.200.001'), 'SalesOrder');
		expect(entity).toMatchObject({
			storedAs: 'SalesOrder',
			facts: { keys: ['OrderType', 'OrderNbr'] },
		});
	});

	it('of a custom endpoint shows records of Default', () => {
		expect(entityOf(contract('Shop.Sync', '6'), 'WebOrder').storedAs).toBe('SalesOrder');
	});

	it('of a custom endpoint may have the names of Default', () => {
		const entity = entityOf(contract('Shop.Sync', '6'), 'Customer');
		expect(entity).toMatchObject({ storedAs: 'Customer', alias: undefined });
	});

	it.each(['salesorder', 'SalesOrders', '__proto__', 'constructor'])('%s is unknown', (name) => {
		expect(() => entityOf(contract('Default', '24.200.001'), name)).toThrow(Refusal);
	});
});
