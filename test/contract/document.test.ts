import { entityNames } from '../../nodes/Acumatica/contract/document';
import { loadContract } from '../sandbox/contract/load.ts';
import { openApiDocument } from '../sandbox/contract/openApi.ts';

describe('the entities of an endpoint', () => {
	it.each([
		['Default', '24.200.001', 119],
		['Default', '25.200.001', 119],
		['Shop.Sync', '6', undefined],
	])('%s/%s: all that the contract has, in alphabetical order', (name, version, count) => {
		const contract = loadContract(name, version);
		if (contract === undefined) throw new Error('No such contract.');
		const document = openApiDocument(contract, { serverUrl: 'https://erp.example.com/entity' });
		const names = entityNames(document) ?? [];
		expect([...names].sort()).toEqual(Object.keys(contract.entities).sort());
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		expect(names).toHaveLength(count ?? names.length);
	});

	it('are found in Swagger 2.0 of older instances, too', () => {
		const paths = {
			'/SalesOrder': { get: {} },
			'/SalesOrder/{ids}': {},
			'/SalesOrder/{ids}/files/{filename}': {},
			'/SalesOrder/$adHocSchema': {},
			'/SalesOrder/CancelSalesOrder': {},
			'/{odd}': {},
			'/Bill': {},
		};
		expect(entityNames({ swagger: '2.0', basePath: '/x', paths })).toEqual(['Bill', 'SalesOrder']);
	});

	it.each([[undefined], [null], ['<html>'], [[]], [{ message: 'No' }], [{ paths: null }]])(
		'are not known from %p',
		(body) => {
			expect(entityNames(body)).toBeUndefined();
		},
	);
});
