import { readFileSync } from 'node:fs';
import { readWorkflow } from './exampleWorkflow.ts';
import { exportFile, exportedOrders, goodOrders, webShop } from './webShop.ts';

/** A reader of its own, enough for this file: quotes around fields with commas. */
const rows = readFileSync(exportFile, 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field));

test('the counts that the demo is measured by are those of the export', () => {
	const named = rows.filter(([, , , name]) => name !== '');
	expect(rows).toHaveLength(webShop.rows);
	expect(new Set(named.map(([, , number]) => number)).size).toBe(webShop.customers);
	expect(goodOrders()).toHaveLength(webShop.created + webShop.known.length);
	expect(goodOrders()).toEqual(expect.arrayContaining([...webShop.known, ...webShop.repeated]));
});

test('only the repeated orders stand in the export twice', () => {
	const twice = exportedOrders().filter((order, index, all) => all.indexOf(order) < index);
	expect(twice).toEqual([...webShop.repeated]);
});

test('the mistakes of a real shop are in the export', () => {
	const row = (order: string): string[] => rows.find(([number]) => number === order) ?? [];
	expect(row('SHOP-100456')[9]).toMatch(/^CONGRIL x/);
	expect(row('SHOP-100467')[2]).toBe('');
	expect(row('SHOP-100476')[9]).toMatch(/ x two @/);
	expect(row('SHOP-100487').slice(2, 4)).toEqual(['WEB9999', '']);
});

test('the example workflow reads and writes in the folder of n8n only', () => {
	const workflow = readWorkflow('web-shop-orders');
	const files = workflow.nodes.flatMap(({ parameters }) => [
		parameters.fileSelector,
		parameters.fileName,
	]);
	expect(files.filter((file) => file !== undefined)).toEqual([
		'.n8n-files/web-shop-orders.csv',
		'.n8n-files/web-shop-summary.json',
	]);
});
