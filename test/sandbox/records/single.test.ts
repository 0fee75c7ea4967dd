import { SandboxClient, fieldOf, valueAt } from '../client.ts';
import { startSandbox } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

describe('one record', () => {
	const its = signedInClient();

	it.each(['SalesOrder/SO/000001', 'SalesOrder/SO|000001', 'SalesOrder/so/000001'])(
		'is found by its keys: %s',
		async (path) => {
			const { status, json } = await its.client.get(path);
			expect(status).toBe(200);
			expect(fieldOf(json, 'OrderNbr')).toBe('000001');
		},
	);

	it('is found by its ID', async () => {
		const id = its.sandbox.records.all('Customer')[0]?.id ?? '';
		expect(valueAt((await its.client.get(`Customer/${id}`)).json, 'id')).toBe(id);
	});

	it('is found by a key with a space, but not with a slash', async () => {
		expect((await its.client.get('StockItem/AA%20SLEEVE%2014')).status).toBe(200);
		expect(its.sandbox.records.find('StockItem', ['AACABLE/2M'])).toBeDefined();
		expect((await its.client.get('StockItem/AACABLE%2F2M')).status).toBe(500);
	});

	it.each([
		'SalesOrder/SO/999999',
		'SalesOrder/SO',
		'Customer/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60',
	])('that does not exist is an exception, not a 404: %s', async (path) => {
		const answer = await its.client.get(path);
		expect(answer.status).toBe(500);
		expect(answer.json).toEqual({
			message: 'An error has occurred.',
			exceptionMessage: 'No entity satisfies the condition.',
			exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
			stackTrace: expect.any(String),
		});
	});

	it('is not found under the ID of another entity', async () => {
		const id = its.sandbox.records.all('Customer')[0]?.id ?? '';
		expect((await its.client.get(`Vendor/${id}`)).status).toBe(500);
	});

	it('is gone after a DELETE', async () => {
		const answer = await its.client.send('DELETE', 'SalesOrder/SO/000001');
		expect(answer).toMatchObject({ status: 204, text: '' });
		expect((await its.client.get('SalesOrder/SO/000001')).status).toBe(500);
		expect(its.sandbox.ledger.writes).toMatchObject([
			{ entity: 'SalesOrder', kind: 'delete', keys: ['SO', '000001'] },
		]);
	});

	it('stays where a rule forbids the DELETE', async () => {
		const order = its.sandbox.records.all('SalesOrder')[0];
		if (order !== undefined) order.fields.Status = 'Completed';
		const answer = await its.client.send('DELETE', 'SalesOrder/SO/000001');
		expect(answer.status).toBe(500);
		expect(answer.text).toContain('cannot be deleted');
		expect(its.sandbox.records.find('SalesOrder', ['SO', '000001'])).toBe(order);
	});

	it.each([
		['exception' as const, 500],
		['notFound' as const, 404],
		['noContent' as const, 204],
	])('that is missing: DELETE answers as switched (%s)', async (missingDelete, status) => {
		const sandbox = await startSandbox({ salesOrders: 1, missingDelete });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.send('DELETE', 'Customer/NOBODY')).status).toBe(status);
		await sandbox.close();
	});
});
