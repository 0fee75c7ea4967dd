import { loadContract } from '../contract/load.ts';
import { entityOf } from './entity.ts';
import { hasLinks, linksOf, rowLinksOf } from './links.ts';

const record = { id: 'x', note: null, fields: {}, linked: {}, details: {}, custom: {} };

describe('the links of a record', () => {
	const contract = loadContract('Default', '24.200.001');
	const links = (entity: string, site: string) => {
		if (contract === undefined) throw new Error('Default/24.200.001 is missing.');
		return linksOf(site, entityOf(contract, entity))(record);
	};

	it('begin below the origin, with the site', () => {
		expect(links('StockItem', '/Site')).toEqual({
			self: '/Site/entity/Default/24.200.001/StockItem/x',
			'files:put':
				'/Site/entity/Default/24.200.001/files/PX.Objects.IN.InventoryItemMaint/Item/x/{filename}',
		});
	});

	it('lead to a row by its NoteID and the view of its detail', () => {
		const custom = loadContract('Shop.Sync', '6');
		if (contract === undefined || custom === undefined) throw new Error('A contract is missing.');
		const form = '/Site/entity/Default/24.200.001/files/PX.Objects.SO.SOOrderEntry';
		const order = rowLinksOf('/Site', entityOf(contract, 'SalesOrder'));
		expect(order(record, 'Details')).toEqual({
			'files:put': `${form}/Transactions/x/{filename}`,
		});
		expect(order(record, 'Shipments')['files:put']).toBe(`${form}/Shipments/x/{filename}`);
		const web = rowLinksOf('', entityOf(custom, 'WebOrder'));
		expect(web(record, 'Lines')['files:put']).toContain('SOOrderEntry/Transactions/x');
	});

	it.each([
		['Default', '20.200.001', false],
		['Default', '23.200.001', true],
		['Default', '25.200.001', true],
		['Shop.Sync', '6', true],
	])('of %s/%s are shown: %p', (name, version, shown) => {
		const shows = loadContract(name, version);
		expect(shows === undefined ? undefined : hasLinks({ contract: shows })).toBe(shown);
	});

	it('exist for every entity', () => {
		expect(links('Warehouse', '').self).toBe('/entity/Default/24.200.001/Warehouse/x');
	});
});
