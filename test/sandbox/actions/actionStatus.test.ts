import { SandboxClient, valueAt, type Answer } from '../client.ts';
import { standingClock } from '../clock.ts';
import { startSandbox, type LongAction } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const order = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };
const guid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const statusPath = `/entity/Default/25.200.001/SalesOrder/CancelSalesOrder/status/${guid}`;

describe('a long action', () => {
	const its = signedInClient({ clock: standingClock(Date.parse('2026-11-22T10:00:00Z')) });
	const stored = () => its.sandbox.records.find('SalesOrder', ['SO', '000001'])?.fields.Status;

	async function start(long: LongAction = {}): Promise<Answer> {
		its.sandbox.setLongActions({ 'SalesOrder/CancelSalesOrder': long });
		const body = { entity: order, parameters: {} };
		return its.client.send('POST', 'SalesOrder/CancelSalesOrder', { body });
	}

	const statusOf = ({ headers }: Answer, client = its.client) =>
		client.get(String(headers.location).replace(/^.*\/AcumaticaERP/, ''));

	async function wait(milliseconds: number): Promise<void> {
		its.sandbox.clock.advance(milliseconds);
		await new Promise(setImmediate);
	}

	it('answers 202, is running for 300 ms, and is done then', async () => {
		const answer = await start();
		expect(answer).toMatchObject({ status: 202, text: '' });
		expect(answer.headers.location).toMatch(new RegExp(`^/AcumaticaERP${statusPath}$`));
		expect((await statusOf(answer)).status).toBe(202);
		await wait(299);
		expect([(await statusOf(answer)).status, stored()]).toEqual([202, 'Open']);
		await wait(1);
		expect([(await statusOf(answer)).status, stored()]).toEqual([204, 'Canceled']);
		expect(its.sandbox.ledger.countByKind).toMatchObject({ action: 1, status: 3 });
	});

	it.each([
		['absolute', (origin: string) => `^${origin}/AcumaticaERP${statusPath}$`],
		['window', () => `^/AcumaticaERP/\\(W\\(10005\\)\\)${statusPath}$`],
	] as const)('may show its status at a %s address', async (location, pattern) => {
		const answer = await start({ location });
		expect(answer.headers.location).toMatch(new RegExp(pattern(its.sandbox.origin)));
		const { pathname } = new URL(String(answer.headers.location), its.sandbox.origin);
		expect((await its.client.get(pathname.replace('/AcumaticaERP', ''))).status).toBe(202);
	});

	it('may name another host, or no address at all', async () => {
		const elsewhere = await start({ location: { origin: 'http://elsewhere.invalid' } });
		expect(elsewhere.headers.location).toMatch(
			/^http:\/\/elsewhere\.invalid\/AcumaticaERP\/entity/,
		);
		await wait(300);
		its.sandbox.reset();
		await its.client.signIn();
		const nowhere = await start({ location: 'missing' });
		expect(nowhere.status).toBe(202);
		expect(nowhere.headers).not.toHaveProperty('location');
	});

	it.each([
		['Locked.', 500, { exceptionMessage: 'Locked.' }],
		[{ text: 'Locked.', status: 422 } as const, 422, { error: 'Locked.', ...order }],
	])('may fail in the end: %j', async (fails, status, body) => {
		const answer = await start({ fails });
		await wait(300);
		const failed = await statusOf(answer);
		expect(failed.status).toBe(status);
		expect(failed.json).toMatchObject(body);
		expect(stored()).toBe('Open');
		expect(its.sandbox.ledger.actions).toMatchObject([{ times: 1, failed: 1 }]);
	});

	it('is refused at once when the rules do not allow it', async () => {
		await its.client.send('POST', 'SalesOrder/SalesOrderCreateShipment', {
			body: { entity: order },
		});
		expect((await start()).status).toBe(422);
	});

	it('fails when the rules do not allow it any more', async () => {
		const answer = await start();
		const record = structuredClone(its.sandbox.records.find('SalesOrder', ['SO', '000001']));
		if (record !== undefined) {
			record.fields.Status = 'Completed';
			its.sandbox.records.set('SalesOrder').put(record);
		}
		await wait(300);
		const failed = await statusOf(answer);
		expect(failed.status).toBe(422);
		expect(String(valueAt(failed.json, 'error'))).toContain("status 'Completed'");
	});

	it('is unknown to other sessions, at other addresses and under other IDs', async () => {
		const answer = await start();
		const other = new SandboxClient(its.sandbox);
		await other.signIn();
		expect((await statusOf(answer, other)).status).toBe(404);
		const path = String(answer.headers.location).replace('/AcumaticaERP', '');
		expect((await its.client.get(path.replace('CancelSalesOrder', 'OpenSalesOrder'))).status).toBe(
			404,
		);
		expect((await its.client.get(path.replace(/.$/, 'z'))).status).toBe(404);
		await its.client.signOut();
		expect((await statusOf(answer)).status).toBe(401);
	});

	it('keeps its form busy for the session, but not for another one', async () => {
		const answer = await start();
		const paths = [
			['GET', 'SalesOrder?$top=1'],
			['GET', 'SalesOrder/SO/000002'],
			['GET', 'SalesOrder/$adHocSchema'],
			['PUT', 'SalesOrder'],
			['PATCH', 'SalesOrder'],
			['DELETE', 'SalesOrder/SO/000002'],
			['POST', 'SalesOrder/OpenSalesOrder'],
			['PUT', 'SalesOrder/SO/000001/files/a.txt'],
		] as const;
		for (const [method, path] of paths) {
			const body = method === 'GET' || method === 'DELETE' ? undefined : { entity: order };
			expect([path, (await its.client.send(method, path, { body })).status]).toEqual([path, 409]);
		}
		expect((await its.client.get('Customer?$top=1')).status).toBe(200);
		const other = new SandboxClient(its.sandbox);
		await other.signIn();
		expect((await other.get('SalesOrder/SO/000002')).status).toBe(200);
		await wait(300);
		expect((await statusOf(answer)).status).toBe(204);
		expect((await its.client.get('SalesOrder/SO/000002')).status).toBe(200);
	});

	it('belongs to a grant where a token was used', async () => {
		its.sandbox.setLongActions({ CancelSalesOrder: {} });
		const client = new SandboxClient(its.sandbox);
		const { json } = await client.passwordToken();
		const headers = { authorization: `Bearer ${String(valueAt(json, 'access_token'))}` };
		const body = { entity: order };
		const answer = await client.send('POST', 'SalesOrder/CancelSalesOrder', { body, headers });
		await wait(300);
		const path = String(answer.headers.location).replace('/AcumaticaERP', '');
		expect((await client.get(path, { headers })).status).toBe(204);
		expect((await its.client.get(path)).status).toBe(404);
	});
});

describe('the Location of an action that is done', () => {
	const its = signedInClient();
	const cancel = () =>
		its.client.send('POST', 'SalesOrder/CancelSalesOrder', { body: { entity: order } });

	it('leads nowhere', async () => {
		const { headers } = await cancel();
		expect(headers.location).toMatch(new RegExp(statusPath));
		const path = String(headers.location).replace('/AcumaticaERP', '');
		expect((await its.client.get(path)).status).toBe(404);
	});

	it('or to the record, by a switch, or there is none', async () => {
		const record = await cancelWith('record');
		expect(record).toMatch(
			new RegExp(`^/AcumaticaERP/entity/Default/25.200.001/SalesOrder/${guid}$`),
		);
		expect(await cancelWith('none')).toBeUndefined();
	});
});

async function cancelWith(doneLocation: 'record' | 'none'): Promise<string | undefined> {
	const sandbox = await startSandbox({ salesOrders: 1, doneLocation, unknownStatus: 'exception' });
	const client = new SandboxClient(sandbox);
	await client.signIn();
	const body = { entity: order };
	const { headers } = await client.send('POST', 'SalesOrder/CancelSalesOrder', { body });
	const unknown = 'SalesOrder/CancelSalesOrder/status/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60';
	expect((await client.get(unknown)).status).toBe(500);
	await sandbox.close();
	return headers.location;
}
