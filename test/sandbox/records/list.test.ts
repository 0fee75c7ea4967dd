import { SandboxClient, valueAt } from '../client.ts';
import { startSandbox } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

describe('a list', () => {
	const its = signedInClient({
		notOptimizable: { Payment: ['ApplicationHistory'], Vendor: ['*'] },
	});
	const numbers = (json: unknown) =>
		Array.isArray(json) ? json.map((order) => valueAt(order, 'OrderNbr', 'value')) : [];

	it('holds everything, in the order of the keys', async () => {
		const { json } = await its.client.get('SalesOrder');
		expect(numbers(json)).toEqual(
			Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(6, '0')),
		);
	});

	it('is cut into pages', async () => {
		const { json } = await its.client.get('SalesOrder?$top=2&$skip=3');
		expect(numbers(json)).toEqual(['000004', '000005']);
		expect(valueAt(json, 0, 'rowNumber')).toBe(1);
	});

	it('is empty beyond the end', async () => {
		expect(await its.client.get('SalesOrder?$top=5&$skip=20')).toMatchObject({
			status: 200,
			text: '[]',
			headers: { 'content-type': 'application/json; charset=utf-8' },
		});
	});

	it.each(['$top=-1', '$skip=x', '$top=1.5'])('refuses %s', async (query) => {
		expect((await its.client.get(`SalesOrder?${query}`)).status).toBe(400);
	});

	it('is filtered, and pages of it are pages of the same list', async () => {
		const filter = encodeURIComponent("OrderNbr ge '000018'");
		const whole = await its.client.get(`SalesOrder?$filter=${filter}`);
		expect(numbers(whole.json)).toEqual(['000018', '000019', '000020']);
		const page = await its.client.get(`SalesOrder?$filter=${filter}&$top=1&$skip=1`);
		expect(numbers(page.json)).toEqual(['000019']);
	});

	it('sees a change at once, filtered or not', async () => {
		const filter = encodeURIComponent("CustomerOrder eq 'MINE'");
		expect((await its.client.get(`SalesOrder?$filter=${filter}`)).json).toHaveLength(0);
		const key = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };
		await its.client.put('SalesOrder', { ...key, CustomerOrder: { value: 'MINE' } });
		expect((await its.client.get(`SalesOrder?$filter=${filter}`)).json).toHaveLength(1);
		await its.client.send('DELETE', 'SalesOrder/SO/000002');
		expect((await its.client.get('SalesOrder')).json).toHaveLength(19);
	});

	it.each([
		["contains(Description,'x')", 500],
		['Nothing eq 1', 500],
		["Status eq 'Open", 500],
	])('refuses the filter %s', async (filter, status) => {
		const answer = await its.client.get(`SalesOrder?$filter=${encodeURIComponent(filter)}`);
		expect(answer.status).toBe(status);
		expect(answer.json).toMatchObject({ exceptionMessage: expect.any(String) });
	});

	it.each([
		['an inquiry', 'InventorySummaryInquiry', 'InventorySummaryInquiry: View'],
		['an entity that is switched to it', 'Vendor', 'Vendor: View'],
		['a detail that is', 'Payment?$expand=ApplicationHistory', 'ApplicationHistory: View'],
	])('fails for %s', async (_, path, text) => {
		const answer = await its.client.get(path);
		expect(answer.status).toBe(500);
		expect(answer.json).toMatchObject({
			exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
			exceptionMessage: expect.stringContaining(text),
		});
	});

	it('does not fail for such a detail where it is not asked for, nor for one record', async () => {
		expect((await its.client.get('Payment?$top=1')).status).toBe(200);
		const single = await its.client.get('Payment/Payment/000001?$expand=ApplicationHistory');
		expect(single.status).toBe(200);
		expect((await its.client.get('Vendor/V000001')).status).toBe(200);
	});

	it.each([
		['nothing' as const, 0],
		['everything' as const, 20],
	])('finds %s by a condition on detail rows, as switched', async (detailConditions, found) => {
		const sandbox = await startSandbox({ salesOrders: 20, detailConditions });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const filter = encodeURIComponent("Details/InventoryID eq 'AALEGO500'");
		expect((await client.get(`SalesOrder?$filter=${filter}`)).json).toHaveLength(found);
		await sandbox.close();
	});

	it('shows details, custom fields and nested selections', async () => {
		const { json } = await its.client.get(
			'SalesOrder?$top=1&$expand=Details&$select=OrderNbr,Details/InventoryID&$custom=Document.UsrWebOrderNbr',
		);
		expect(json).toEqual([
			{
				id: expect.any(String),
				rowNumber: 1,
				note: { value: expect.any(String) },
				OrderNbr: { value: '000001' },
				Details: expect.arrayContaining([
					{
						id: expect.any(String),
						rowNumber: 1,
						note: null,
						InventoryID: { value: expect.any(String) },
						custom: {},
					},
				]),
				custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-1' } } },
				_links: expect.any(Object),
			},
		]);
	});
});
