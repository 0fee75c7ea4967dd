import { valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

const order = { entity: 'SalesOrder', keys: ['SO', '000001'] };

describe('adding a file', () => {
	const its = signedInClient();

	it('hangs it on a record, or on one of its rows', async () => {
		its.sandbox.addFile({ ...order, name: 'a.pdf', size: 10, comment: 'x' });
		const row = { detail: 'Details', index: 0 };
		its.sandbox.addFile({ ...order, row, name: 'b.pdf', size: 20 });
		const { json } = await its.client.get(
			'SalesOrder/SO/000001?$expand=files,Details,Details/files',
		);
		expect(valueAt(json, 'files')).toMatchObject([{ filename: 'a.pdf', comment: 'x' }]);
		expect(valueAt(json, 'Details', 0, 'files')).toMatchObject([{ filename: 'b.pdf' }]);
		expect(its.sandbox.ledger.files).toEqual([]);
	});

	it.each([
		{ keys: ['SO', 'X'] },
		{ row: { detail: 'Details', index: 99 } },
		{ row: { detail: 'Nonsense', index: 0 } },
	])('needs a place for it: %j', (place) => {
		const file = { ...order, ...place, name: 'a.pdf', size: 1 };
		expect(() => its.sandbox.addFile(file)).toThrow('There is no SalesOrder');
	});
});
