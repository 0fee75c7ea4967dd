import { endpoint, fileId, listed, onScriptedErp, otherId } from './fileRun.ts';

const getAll = async (parameters: object, body: object) =>
	await onScriptedErp(
		{
			operation: 'getAll',
			parameters: { entity: 'Invoice', recordKey: 'Invoice/000042', ...parameters },
		},
		() => ({ body }),
	);

const invoice = {
	files: [listed(fileId, 'Invoices (INV 000042)\\a.pdf', 'First'), listed(otherId, 'b.txt')],
	Details: [{ id: 'row-1', files: [listed('f3', 'c.pdf')] }],
};
const ofInvoice = { entity: 'Invoice', record: 'Invoice/000042' };

test('is one GET of the record, and an item for each file of it', async () => {
	const { outcome, requests } = await getAll({}, invoice);
	expect(requests).toEqual([`GET ${endpoint}/Invoice/Invoice/000042?$expand=files`]);
	expect(outcome.outputs[0]).toEqual([
		{
			json: { id: fileId, fileName: 'a.pdf', comment: 'First', ...ofInvoice },
			pairedItem: { item: 0 },
		},
		{
			json: { id: otherId, fileName: 'b.txt', comment: null, ...ofInvoice },
			pairedItem: { item: 0 },
		},
	]);
});

test('lists the files of rows as well, when asked for, and only those that match', async () => {
	const { outcome } = await getAll(
		{ fileNamePattern: '*.pdf', options: { detailFiles: 'Details' } },
		invoice,
	);
	expect(outcome.json).toEqual([
		{ id: fileId, fileName: 'a.pdf', comment: 'First', ...ofInvoice },
		{
			id: 'f3',
			fileName: 'c.pdf',
			comment: null,
			detail: 'Details',
			detailId: 'row-1',
			...ofInvoice,
		},
	]);
});

test('a record without files has none', async () => {
	const { outcome } = await getAll({}, { id: 'x' });
	expect(outcome.error).toBeUndefined();
	expect(outcome.json).toEqual([]);
});
