import { stockItem } from './stockItem.ts';
import { draftFor } from './testDraft.ts';

describe('a stock item', () => {
	it('sells and buys in its base unit unless it is told otherwise', () => {
		const draft = draftFor('StockItem', { InventoryID: 'NEW', BaseUOM: 'BOX', SalesUOM: 'EA' });
		stockItem.complete?.(draft);
		expect(draft.record.fields).toMatchObject({
			ItemStatus: 'Active',
			BaseUOM: 'BOX',
			SalesUOM: 'EA',
			PurchaseUOM: 'BOX',
			DefaultPrice: 0,
		});
	});
});
