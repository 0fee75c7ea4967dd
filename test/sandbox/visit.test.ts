import { faultsTaken, signedInClient } from './signedIn.ts';
import { Refusal, httpError } from './reply.ts';
import { replyTo } from './visit.ts';

describe('a visit', () => {
	const its = signedInClient();
	const put = (id: string) =>
		its.client.put('Customer', { CustomerID: { value: id }, CustomerName: { value: id } });

	it.each([
		[{ status: 429, retryAfter: '3' }, 429, { 'retry-after': '3' }],
		[{ status: 401 }, 401, {}],
		[{ status: 502 }, 502, { 'content-type': 'text/html; charset=utf-8' }],
		[{ redirect: '/Frames/Login.aspx' }, 302, { location: '/Frames/Login.aspx' }],
		[{ html: true as const, status: 200 }, 200, { 'content-type': 'text/html; charset=utf-8' }],
	])('of the fault %j does not do its work', async (answer, status, headers) => {
		its.sandbox.script({ answer });
		expect(await put('ACME')).toMatchObject({ status, headers });
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeUndefined();
		expect((await put('ACME')).status).toBe(200);
	});

	it.each([
		[{ status: 504, when: 'afterExecution' as const }, 504],
		[{ html: true as const, status: 503, when: 'afterExecution' as const }, 503],
		[{ delay: 1 }, 200],
		[{ delay: 1, when: 'afterExecution' as const }, 200],
	])('of the fault %j does it first', async (answer, status) => {
		its.sandbox.script({ answer });
		expect((await put('ACME')).status).toBe(status);
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeDefined();
	});

	it('may answer with half of the text, or under a wrong content type', async () => {
		its.sandbox.script({ answer: { truncated: true } }, { answer: { contentType: 'text/html' } });
		const half = await its.client.get('Customer?$top=1');
		expect(half.status).toBe(200);
		expect(half.json).toBeUndefined();
		const mislabeled = await its.client.get('Customer?$top=1');
		expect(mislabeled.headers['content-type']).toBe('text/html');
		expect(mislabeled.json).toHaveLength(1);
	});

	it('may kill its session, and every later one of it is refused', async () => {
		its.sandbox.script({ answer: { endSession: true } });
		expect((await put('ACME')).status).toBe(401);
		expect((await put('ACME')).status).toBe(401);
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeUndefined();
		expect(its.sandbox.ledger.sessions).toMatchObject({ opened: 1, killed: 1, open: 0, leaked: 0 });
	});

	it('may answer without the body', async () => {
		its.sandbox.script({ answer: { empty: 204 } }, { answer: { empty: 200 } });
		expect(await its.client.get('Customer?$top=1')).toMatchObject({ status: 204, text: '' });
		expect(await its.client.get('Customer?$top=1')).toMatchObject({ status: 200, text: '' });
	});

	it('redirects to the sign-in page of the instance', async () => {
		its.sandbox.script({ answer: { redirect: '~/Frames/Login.aspx' } });
		const { headers } = await put('ACME');
		expect(headers.location).toBe('/AcumaticaERP/Frames/Login.aspx');
	});

	it('keeps the client waiting by the clock of the sandbox', async () => {
		its.sandbox.script({ match: { kind: 'put' }, answer: { delay: 500_000 } });
		const late = put('ACME');
		await faultsTaken(its);
		expect(its.sandbox.records.find('Customer', ['ACME'])).toBeUndefined();
		its.sandbox.clock.advance(500_000);
		expect((await late).status).toBe(200);
	});

	it('names its fault in the ledger', async () => {
		its.sandbox.script({ match: { path: 'Customer' }, answer: { status: 503 } });
		await its.client.get('Vendor?$top=1');
		await its.client.get('Customer?$top=1');
		expect(its.sandbox.ledger.requests.map(({ fault }) => fault)).toEqual([
			undefined,
			undefined,
			'status 503',
		]);
	});

	it('turns a refusal into its reply and anything else into a confession', () => {
		const reply = httpError(404, 'Nothing.');
		expect(replyTo(new Refusal(reply))).toBe(reply);
		expect(replyTo(new Error('oops'))).toMatchObject({
			status: 500,
			body: expect.stringContaining('The sandbox itself failed: Error: oops'),
		});
	});
});
