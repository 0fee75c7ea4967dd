import { connect } from 'node:net';
import { standingClock } from './clock.ts';
import { bearer, SandboxClient, valueAt } from './client.ts';
import { startSandbox } from './sandbox.ts';
import { faultsTaken, signedInClient } from './signedIn.ts';

/** Sends bytes as they are and returns what comes back. */
async function raw(origin: string, text: string): Promise<string> {
	const { hostname, port } = new URL(origin);
	const socket = connect(Number(port), hostname);
	socket.end(text);
	const chunks: Buffer[] = [];
	for await (const chunk of socket) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
}

/** How many requests wait for the license. */
async function queued(client: SandboxClient): Promise<unknown> {
	return valueAt((await client.get('_sandbox/state')).json, 'license', 'queued');
}

describe('the server', () => {
	const its = signedInClient();

	it('refuses a sign-out without a length', async () => {
		const answer = await raw(
			its.sandbox.origin,
			'POST /AcumaticaERP/entity/auth/logout HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
		);
		expect(answer).toMatch(/^HTTP\/1\.1 411 /);
		expect(its.sandbox.ledger.sessions.open).toBe(1);
	});

	it('answers with a page where no route fits', async () => {
		const answer = await its.client.get('/nothing');
		expect(answer.status).toBe(404);
		expect(answer.headers['content-type']).toContain('text/html');
	});

	it('writes every request into the ledger, without secrets', async () => {
		await its.client.get('Customer?$top=1');
		await its.client.passwordToken();
		await its.client.get('/identity/connect/authorize?client_id=x&code_challenge=secret-challenge');
		const text = JSON.stringify(its.sandbox.ledger);
		expect(its.sandbox.ledger.requests).toMatchObject([
			{ method: 'POST', kind: 'signIn', status: 204, path: '/AcumaticaERP/entity/auth/login' },
			{
				method: 'GET',
				kind: 'list',
				status: 200,
				session: 1,
				path: '/AcumaticaERP/entity/Default/25.200.001/Customer?$top=1',
			},
			{ kind: 'token', status: 200 },
			{ kind: 'authorize', status: 400, path: '/AcumaticaERP/identity/connect/authorize' },
		]);
		for (const secret of [
			its.sandbox.account.password,
			its.sandbox.account.clientSecret,
			'secret-challenge',
		]) {
			expect(text).not.toContain(secret);
		}
	});

	it('cuts a connection before or after the work, as scripted', async () => {
		const put = (id: string) =>
			its.client.put('Customer', { CustomerID: { value: id }, CustomerName: { value: id } });
		its.sandbox.script(
			{ answer: { cut: 'beforeExecution' } },
			{ answer: { cut: 'afterExecution' } },
			{ answer: { cut: 'midAnswer' } },
		);
		await expect(put('BEFORE')).rejects.toThrow();
		await expect(put('AFTER')).rejects.toThrow();
		await expect(put('MIDDLE')).rejects.toThrow();
		const stored = (id: string) => its.sandbox.records.find('Customer', [id]) !== undefined;
		expect(['BEFORE', 'AFTER', 'MIDDLE'].map(stored)).toEqual([false, true, true]);
	});

	it('declines what the license does not allow, but never a sign-out', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, license: { requestsPerMinute: 2 } });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.get('Customer?$top=1')).status).toBe(200);
		const declined = await client.get('Customer?$top=1');
		expect(declined).toMatchObject({
			status: 429,
			text: 'The custom error module does not recognize this error.',
		});
		expect(declined.headers).not.toHaveProperty('retry-after');
		expect((await client.signOut()).status).toBe(204);
		expect(sandbox.ledger).toMatchObject({ answers429: 1, mostRequestsInAMinute: 3 });
		await sandbox.close();
	});

	it('declines more requests at once than the license has cores', async () => {
		const sandbox = await startSandbox({
			salesOrders: 1,
			latency: 50,
			license: { concurrentRequests: 2 },
		});
		const client = new SandboxClient(sandbox);
		const headers = bearer(await client.passwordToken());
		const answers = await Promise.all(
			[1, 2, 3].map(() => client.get('Customer?$top=1', { headers })),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
		expect(sandbox.ledger.highestConcurrency).toBe(3);
		await sandbox.close();
	});

	it('lets requests wait under the documented license, sign-ins too, and adds up the waiting', async () => {
		const clock = standingClock(Date.parse('2026-01-31T10:00:00Z'));
		const license = { model: 'documented', requestsPerMinute: 4, concurrentRequests: 1 } as const;
		const sandbox = await startSandbox({ salesOrders: 1, clock, license });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.get('Customer?$top=1')).headers.date).toBe(
			'Sat, 31 Jan 2026 10:00:00 GMT',
		);
		const late = new SandboxClient(sandbox).signIn();
		while ((await queued(client)) !== 1) clock.advance(0);
		expect((await client.signOut()).status).toBe(204);
		clock.advance(30_000);
		expect((await late).status).toBe(204);
		expect(sandbox.ledger).toMatchObject({
			answers429: 0,
			arrivedWhenUsedUp: 0,
			licenseDelay: 30_000,
		});
		expect(sandbox.ledger.requests.at(-1)).toMatchObject({ kind: 'signIn', licenseDelay: 30_000 });
		await sandbox.close();
	});

	it('declines the twenty-first in the queue, and counts who found all cores busy', async () => {
		const license = { model: 'documented', concurrentRequests: 1 } as const;
		const sandbox = await startSandbox({ salesOrders: 1, license });
		sandbox.script({ answer: { delay: 3_600_000 } });
		const client = new SandboxClient(sandbox);
		const all = Array.from({ length: 22 }, () => client.get('Customer?$top=1'));
		expect((await Promise.any(all)).status).toBe(429);
		sandbox.clock.advance(3_600_000);
		const statuses = (await Promise.all(all)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 429)).toHaveLength(21);
		expect(sandbox.ledger).toMatchObject({ answers429: 21, arrivedWhenUsedUp: 21, total: 22 });
		await sandbox.close();
	});

	it('executes what is there, although the client gives up while it waits', async () => {
		const license = { model: 'documented', requestsPerMinute: 4 } as const;
		const sandbox = await startSandbox({ salesOrders: 1, license });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		await client.get('Customer?$top=1');
		const controller = new AbortController();
		const body = { CustomerID: { value: 'ACME' }, CustomerName: { value: 'Acme' } };
		const given = expect(
			client.put('Customer', body, undefined, controller.signal),
		).rejects.toThrow();
		while ((await queued(client)) !== 1) await client.get('_sandbox/state');
		controller.abort();
		await given;
		sandbox.clock.advance(60_000);
		while (sandbox.ledger.total < 3) await client.get('_sandbox/state');
		expect(sandbox.records.find('Customer', ['ACME'])).toBeDefined();
		await sandbox.close();
	});

	it.each([
		[{ cut: 'afterExecution' as const }, { open: 2, undelivered: 1, leaked: 1 }],
		[{ contentType: 'text/html' }, { open: 2, undelivered: 0, leaked: 2 }],
	])(
		'tells sessions that the client never heard of from leaked ones: %j',
		async (answer, counts) => {
			its.sandbox.script({ answer });
			await new SandboxClient(its.sandbox).signIn().catch(() => undefined);
			expect(its.sandbox.ledger.sessions).toMatchObject(counts);
		},
	);

	it('knows no session of a client that gave up as delivered', async () => {
		its.sandbox.script({ answer: { delay: 60_000 } });
		const controller = new AbortController();
		const given = expect(
			new SandboxClient(its.sandbox).signIn({}, controller.signal),
		).rejects.toThrow();
		await faultsTaken(its);
		controller.abort();
		await given;
		// The server notices that a moment later.
		for (let turn = 0; turn < 5; turn += 1) await its.client.get('_sandbox/state');
		its.sandbox.clock.advance(60_000);
		while (its.sandbox.ledger.total < 2) await its.client.get('_sandbox/state');
		expect(its.sandbox.ledger.sessions).toMatchObject({ open: 2, undelivered: 1 });
	});

	it('keeps tenants apart', async () => {
		const other = new SandboxClient(its.sandbox);
		await other.signIn({ tenant: 'Company2' });
		expect((await other.get('SalesOrder')).json).toHaveLength(5);
		await other.send('DELETE', 'SalesOrder/SO/000001');
		expect((await its.client.get('SalesOrder/SO/000001')).status).toBe(200);
	});
});
