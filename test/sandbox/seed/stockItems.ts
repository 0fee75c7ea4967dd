import type { SandboxRecord } from '../record.ts';
import { day, sqlMoment } from './moment.ts';
import { randomFor } from './random.ts';
import { money, seeded } from './seeded.ts';

/** inventory ID, description, price; two IDs are hard to put into a path, as some are in real life. */
const catalog: readonly (readonly [string, string, number])[] = [
	['AACOMPUT01', 'Notebook computer 14 inch', 899],
	['AACOMPUT02', 'Desktop computer', 749],
	['AACOMPUT03', 'Mini computer', 429.5],
	['AADISPLAY24', 'Display 24 inch', 159.9],
	['AADISPLAY27', 'Display 27 inch', 229.9],
	['AAHEADSET1', 'Headset, wireless', 79.95],
	['AAKEYBOARD', 'Keyboard', 39.5],
	['AALEGO500', 'Building bricks, 500 pieces', 34.99],
	['AALEGO1000', 'Building bricks, 1000 pieces', 59.99],
	['AAMACHINE1', 'Espresso machine', 649],
	['AAMOUSE01', 'Mouse, optical', 12.45],
	['AAMOUSE02', 'Mouse, vertical', 34.25],
	['AAPHONE01', 'Desk telephone', 89],
	['AAPOWERAID', 'Power adapter', 24.75],
	['AAPRINTER1', 'Laser printer', 189],
	['AAROUTER01', 'Wireless router', 64.3],
	['AASPEAKER1', 'Loudspeaker', 49.9],
	['AATABLET10', 'Tablet 10 inch', 319],
	['AACABLE/2M', 'Network cable, 2 m', 4.2],
	['AA SLEEVE 14', 'Sleeve for 14 inch notebooks', 19.9],
	['CONAIRT1', 'Air purifier', 129],
	['CONAIRT2', 'Air purifier, large', 199],
	['CONBABY1', 'Baby monitor', 74.5],
	['CONBABY2', 'Baby carrier', 96],
	['CONBIKE01', 'Bicycle lamp', 21.8],
	['CONCHAIR1', 'Garden chair', 45],
	['CONCHAIR2', 'Garden chair, folding', 32.4],
	['CONGRILL', 'Charcoal grill', 149],
	['CONGRILLTOOL', 'Grill tools, set of 3', 27.6],
	['CONKETTLE', 'Electric kettle', 29.95],
	['CONLAMP01', 'Table lamp', 38.7],
	['CONLAMP02', 'Floor lamp', 84.2],
	['CONMIXER1', 'Hand mixer', 33.9],
	['CONPAN024', 'Frying pan 24 cm', 26.5],
	['CONPAN028', 'Frying pan 28 cm', 31.5],
	['CONPICNIC', 'Picnic basket', 58],
	['CONTABLE1', 'Garden table', 119],
	['CONTABLE2', 'Garden table, round', 135.5],
	['CONTENT02', 'Tent for 2', 99.9],
	['CONTENT04', 'Tent for 4', 179.9],
	['CONTOASTER', 'Toaster', 41.25],
	['CONUMBRELLA', 'Sunshade 3 m', 73],
	['CONWATCH1', 'Kitchen timer', 9.85],
	['CONWOK030', 'Wok 30 cm', 44.6],
];

export const warehouses = ['WHOLESALE', 'RETAIL'] as const;

/** What order lines may contain: ID, description, price. */
export const orderableItems = catalog.map(([inventoryId, description, price]) => ({
	inventoryId,
	description,
	price,
}));

function stock(itemIndex: number): SandboxRecord[] {
	return warehouses.map((warehouse, index) => {
		const random = randomFor('StockItem.WarehouseDetails', itemIndex * warehouses.length + index);
		return seeded('StockItem.WarehouseDetails', itemIndex * warehouses.length + index, {
			WarehouseID: warehouse,
			IsDefault: index === 0,
			QtyOnHand: random.whole(0, 500),
			Status: 'Active',
		});
	});
}

/** The stock items, the same in every seed; `now` only dates their last change. */
export function seedStockItems(now: number): SandboxRecord[] {
	return catalog.map(([InventoryID, Description, DefaultPrice], index) => {
		const random = randomFor('StockItem', index);
		const modified = sqlMoment(now - random.whole(1, 300) * day - random.whole(0, day));
		const cost = money(DefaultPrice * 0.6);
		const fields = {
			InventoryID,
			Description,
			ItemClass: InventoryID.startsWith('AA') ? 'ELECCOMP' : 'CONSUMER',
			ItemStatus: 'Active',
			ItemType: 'Finished Good',
			PostingClass: InventoryID.startsWith('AA') ? 'AEL' : 'CON',
			ValuationMethod: 'Average',
			BaseUOM: 'EA',
			SalesUOM: 'EA',
			PurchaseUOM: 'EA',
			DefaultPrice,
			MSRP: money(DefaultPrice * 1.1),
			AverageCost: cost,
			LastCost: cost,
			DefaultWarehouseID: warehouses[0],
			TaxCategory: 'TAXABLE',
			IsAKit: false,
			DimensionWeight: random.whole(1, 120) / 10,
			LastModified: modified,
			LastModifiedDateTime: modified,
		};
		const record = seeded('StockItem', index, fields, {
			note: index % 8 === 0 ? 'Check the packaging before shipping.' : '',
			details: { WarehouseDetails: stock(index) },
		});
		record.fields['NoteID'] = record.id;
		if (index % 4 === 0) {
			record.custom = {
				ItemSettings: {
					UsrRepairItemType: {
						type: 'CustomStringField',
						value: random.pick(['Battery', 'Screen']),
					},
				},
			};
		}
		return record;
	});
}
