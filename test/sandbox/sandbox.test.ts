import { standingClock } from './clock.ts';
import { fieldOf, SandboxClient } from './client.ts';
import { startSandbox } from './sandbox.ts';

describe('a sandbox', () => {
	it('runs at the root where the site is empty', async () => {
		const sandbox = await startSandbox({ site: '', salesOrders: 1 });
		expect(sandbox.url).toBe(sandbox.origin);
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { json } = await client.get('Customer?$top=1');
		expect(json).toMatchObject([
			{ _links: { self: expect.stringMatching(/^\/entity\/Default\/25\.200\.001\/Customer\//) } },
		]);
		await sandbox.close();
	});

	it('lives in the time that it is given', async () => {
		const clock = standingClock(Date.parse('2020-02-03T04:05:06Z'));
		const sandbox = await startSandbox({ salesOrders: 1, clock });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { json } = await client.put('SalesOrder', { CustomerID: { value: 'C000001' } });
		expect(fieldOf(json, 'Date')).toBe('2020-02-03T00:00:00+00:00');
		expect(fieldOf(json, 'CreatedDate')).toBe('2020-02-03T04:05:06+00:00');
		await sandbox.close();
	});

	it('carries its offset in every date', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, serverOffsetMinutes: 180 });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { json } = await client.get('SalesOrder/SO/000001');
		expect(fieldOf(json, 'Date')).toMatch(/T00:00:00\+03:00$/);
		expect(fieldOf(json, 'LastModified')).toMatch(/\+03:00$/);
		await sandbox.close();
	});

	it('has two contract versions over the same records', async () => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		const [older, newer] = ['24.200.001', '25.200.001'].map(
			(version) => new SandboxClient(sandbox, `Default/${version}`),
		);
		await older?.signIn();
		await newer?.signIn();
		const body = { CustomerID: { value: 'ACME' }, CustomerName: { value: 'Acme' } };
		await older?.put('Customer', body);
		expect((await newer?.get('Customer/ACME'))?.status).toBe(200);
		await sandbox.close();
	});

	it('can leave out links', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, links: false });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.get('Customer/ALPENGLOW')).json).not.toHaveProperty('_links');
		await sandbox.close();
	});

	it.each([
		['a delay', { delay: 3_600_000 }],
		['a request that is never answered', { never: 'beforeExecution' as const }],
	])('does not outlive its end for %s', async (_, answer) => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		sandbox.script({ answer });
		const timers = () =>
			process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
		const before = timers();
		const sent = new SandboxClient(sandbox).signIn();
		const refused = expect(sent).rejects.toThrow();
		while (sandbox.ledger.highestConcurrency === 0) await new Promise(setImmediate);
		await sandbox.close();
		await refused;
		expect(timers()).toBeLessThanOrEqual(before);
		expect(sandbox.ledger.sessions.opened).toBe(0);
	});

	it('does nothing after a reset that was asked of it before', async () => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		sandbox.script({ answer: { delay: 1_000 } });
		const refused = expect(new SandboxClient(sandbox).signIn()).rejects.toThrow();
		while (sandbox.ledger.highestConcurrency === 0) await new Promise(setImmediate);
		sandbox.reset();
		sandbox.clock.advance(1_000);
		await refused;
		expect(sandbox.ledger).toMatchObject({ total: 0, sessions: { opened: 0 } });
		await sandbox.close();
	});

	it('says when its port is taken', async () => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		const port = Number(new URL(sandbox.origin).port);
		await expect(startSandbox({ salesOrders: 1, port })).rejects.toThrow('EADDRINUSE');
		await sandbox.close();
	});
});
