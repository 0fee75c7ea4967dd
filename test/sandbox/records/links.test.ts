import { loadContract } from '../contract/load.ts';
import { entityOf } from './entity.ts';
import { linksOf } from './links.ts';

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

	it('exist for every entity', () => {
		expect(links('Warehouse', '').self).toBe('/entity/Default/24.200.001/Warehouse/x');
	});
});
