import { valueAt } from './client.ts';
import { signedInClient } from './signedIn.ts';

describe('the control addresses', () => {
	const its = signedInClient();
	const post = (path: string, body?: object | string) =>
		its.client.send('POST', `_sandbox/${path}`, { body });

	it('serve the page and its state', async () => {
		const { status, headers } = await its.client.get('_sandbox/../');
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
		await its.client.get('Customer?$top=1');
		expect((await its.client.get('_sandbox/state')).json).toMatchObject({
			license: {
				model: 'plain',
				limits: { users: 3 },
				startedInTheLastMinute: 2,
				inFlight: 0,
				queued: 0,
			},
			sessions: [{ number: 1, hold: 'cookies', tenant: 'Company', username: 'admin' }],
			sessionCounts: { open: 1, leaked: 1 },
			total: 2,
			mostRequestsInAMinute: 2,
			licenseDelay: 0,
			duplicates: [],
			requests: [{ kind: 'list', status: 200 }, { kind: 'signIn' }],
			records: { SalesOrder: 20 },
			keys: { SalesOrder: ['OrderType', 'OrderNbr'] },
		});
	});

	it('serve the ledger, and do not appear in it', async () => {
		const { json } = await its.client.get('_sandbox/ledger');
		expect(json).toEqual(JSON.parse(JSON.stringify(its.sandbox.ledger)));
		expect(valueAt(json, 'total')).toBe(1);
	});

	it('serve records, all or the last ones, of any tenant', async () => {
		expect((await its.client.get('_sandbox/records/SalesOrder')).json).toHaveLength(20);
		const last = await its.client.get('_sandbox/records/SalesOrder?last=1');
		expect(valueAt(last.json, 0, 'fields', 'OrderNbr')).toBe('000020');
		const other = await its.client.get('_sandbox/records/SalesOrder?tenant=Company2');
		expect(other.json).toHaveLength(5);
	});

	it('serve duplicates', async () => {
		for (let count = 0; count < 2; count += 1) {
			await its.client.put('SalesOrder', {
				CustomerID: { value: 'C000001' },
				CustomerOrder: { value: 'TWICE' },
			});
		}
		const { json } = await its.client.get('_sandbox/duplicates/SalesOrder/CustomerOrder');
		expect(json).toEqual([[expect.any(String), expect.any(String)]]);
	});

	it('take faults, one or several', async () => {
		expect(
			(await post('faults', { match: { kind: 'list' }, answer: { status: 503 } })).status,
		).toBe(204);
		expect((await post('faults', [{ answer: { html: true, status: 200 } }])).status).toBe(204);
		expect((await its.client.get('Customer')).status).toBe(503);
		expect((await its.client.get('Customer')).text).toContain('<html>');
		expect((await its.client.get('Customer?$top=1')).status).toBe(200);
	});

	it('list the faults that have names, and take them by name', async () => {
		const { json } = await its.client.get('_sandbox/faults');
		expect(valueAt(json, 'cutAfterExecution')).toEqual({
			title: 'cut after execution',
			answer: { cut: 'afterExecution' },
			executes: true,
		});
		await post('faults', { name: 'gatewayTimeout', match: { kind: 'list' } });
		expect((await its.client.get('Customer')).status).toBe(504);
	});

	it('change which actions take long, until the reset', async () => {
		const cancel = async () =>
			(
				await its.client.send('POST', 'SalesOrder/CancelSalesOrder', {
					body: { entity: { OrderNbr: { value: '000001' } } },
				})
			).status;
		expect((await post('longActions', { CancelSalesOrder: { takes: 1_000 } })).status).toBe(204);
		expect(await cancel()).toBe(202);
		expect((await its.client.get('_sandbox/state')).json).toMatchObject({
			operationsRunning: 1,
			actions: [{ action: 'CancelSalesOrder', times: 1 }],
			files: [],
		});
		await post('reset');
		await its.client.signIn();
		expect(await cancel()).toBe(204);
	});

	it('add files, and list them', async () => {
		const file = { entity: 'SalesOrder', keys: ['SO', '000001'], name: 'a.pdf', size: 5 };
		const { json } = await post('files', file);
		expect(json).toMatchObject({ name: 'a.pdf', versions: [{ number: 1, size: 5 }] });
		const list = (await its.client.get('_sandbox/files')).json;
		expect(list).toMatchObject([{ id: valueAt(json, 'id'), entity: 'SalesOrder' }]);
		expect((await post('files', { ...file, keys: ['SO', 'X'] })).status).toBe(400);
	});

	it('move the clock', async () => {
		await post('clock', { advance: 600_000 });
		expect((await its.client.get('Customer?$top=1')).status).toBe(401);
	});

	it('reset everything', async () => {
		await its.client.send('DELETE', 'SalesOrder/SO/000001');
		expect((await post('reset')).status).toBe(204);
		expect(its.sandbox.records.all('SalesOrder')).toHaveLength(20);
		expect(its.sandbox.ledger).toMatchObject({ total: 0, writes: [], sessions: { opened: 0 } });
	});

	it.each([
		['faults', '{'],
		['faults', { answer: { nothing: 1 } }],
		['faults', { match: { kind: 'nothing' }, answer: { status: 500 } }],
		['clock', { advance: -1 }],
		['clock', {}],
		['longActions', { CancelSalesOrder: true }],
		['files', { entity: 'SalesOrder' }],
	])('refuse %s: %j', async (path, body) => {
		expect((await post(path, body)).status).toBe(400);
	});

	it('do not know others', async () => {
		expect((await post('nothing')).status).toBe(404);
		expect((await its.client.get('_sandbox/nothing')).status).toBe(404);
	});
});
