import { completeLines } from './lines.ts';
import { draftFor, errorsOf, recordOf } from './testDraft.ts';

const names = { quantity: 'Qty', price: 'Price', description: 'Text', amounts: ['Amount'] };

describe('the lines of a document', () => {
	it('take text, unit and price from the item, unless they bring their own', () => {
		const taken = recordOf({ InventoryID: 'BRICKS', Qty: 3 });
		const own = recordOf({ InventoryID: 'BRICKS', Qty: 2, Price: 10, Text: 'Special', UOM: 'BOX' });
		const draft = draftFor('X', {}, { Details: [taken, own] });
		expect(completeLines(draft, names)).toEqual({ quantity: 5, amount: 124.97 });
		expect(taken.fields).toEqual({
			InventoryID: 'BRICKS',
			Qty: 3,
			Price: 34.99,
			Text: 'Bricks',
			UOM: 'EA',
			Branch: 'PRODWHOLE',
			Amount: 104.97,
		});
		expect(own.fields).toMatchObject({ Price: 10, Text: 'Special', UOM: 'BOX', Amount: 20 });
	});

	it('start with a quantity of 0', () => {
		const line = recordOf({ InventoryID: 'BRICKS' });
		completeLines(draftFor('X', {}, { Details: [line] }), names);
		expect(line.fields).toMatchObject({ Qty: 0, Amount: 0 });
	});

	it('need an item that exists, stock or not', () => {
		const lines = ['SERVICE', 'NOTHING', ''].map((InventoryID) => recordOf({ InventoryID }));
		const draft = draftFor('X', {}, { Details: lines });
		completeLines(draft, names);
		expect(lines.map((line) => errorsOf(draft, line))).toEqual([
			{},
			{ InventoryID: "Inventory Item 'NOTHING' cannot be found in the system." },
			{ InventoryID: "'Inventory ID' cannot be empty." },
		]);
	});

	it('may be missing', () => {
		expect(completeLines(draftFor('X', {}), names)).toEqual({ quantity: 0, amount: 0 });
	});
});
