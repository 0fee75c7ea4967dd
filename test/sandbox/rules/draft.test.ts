import { fillIn, lookUp, mustHave, numberOf, Problems, rounded, textOf } from './draft.ts';
import { draftFor, errorsOf, recordOf } from './testDraft.ts';

describe('what rules are made of', () => {
	it('fills in what is empty, and nothing else', () => {
		const record = recordOf({ A: '', B: 0 });
		for (const field of ['A', 'B', 'C', 'D'])
			fillIn(record, field, field === 'D' ? undefined : 'new');
		expect(record.fields).toEqual({ A: '', B: 0, C: 'new' });
	});

	it('reads numbers and text, also where there is none', () => {
		const record = recordOf({ A: '1.5', B: 'x', C: 7 });
		expect(['A', 'B', 'C', 'D'].map((field) => numberOf(record, field))).toEqual([1.5, 0, 7, 0]);
		expect(['A', 'D'].map((field) => textOf(record, field))).toEqual(['1.5', '']);
	});

	it.each([
		[1.005, 1.01],
		[3 * 34.99, 104.97],
		[0.1 + 0.2, 0.3],
	])('rounds %d to %d', (amount, result) => {
		expect(rounded(amount)).toBe(result);
	});

	it('refuses an empty field', () => {
		const draft = draftFor('X', { Name: '' });
		expect(mustHave(draft, draft.record, 'Name', 'Full Name')).toBe(false);
		expect(errorsOf(draft)).toEqual({ Name: "'Full Name' cannot be empty." });
	});

	it('looks a reference up, in one entity after the other', () => {
		const draft = draftFor('X', { Item: 'SERVICE', Other: 'NOTHING' });
		const entities = ['StockItem', 'NonStockItem'];
		const { record } = draft;
		expect(lookUp(draft, { record, field: 'Item', label: 'Item', entities })?.id).toBe('i2');
		expect(lookUp(draft, { record, field: 'Empty', label: 'Item', entities })).toBeUndefined();
		expect(draft.problems.found).toBe(false);
		expect(lookUp(draft, { record, field: 'Other', label: 'Item', entities })).toBeUndefined();
		expect(errorsOf(draft)).toEqual({ Other: "Item 'NOTHING' cannot be found in the system." });
	});

	it('keeps the first complaint about a field, and the value it was about', () => {
		const problems = new Problems();
		const record = recordOf({ A: 'old' });
		problems.refuse(record, 'A', 'first');
		problems.refuse(record, 'A', 'second', 'other');
		expect(problems.toErrors(record, 'top').get(record)).toEqual({
			error: 'top',
			fields: new Map([['A', { value: 'old', error: 'first' }]]),
		});
	});
});
