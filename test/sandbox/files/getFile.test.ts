import { createHash } from 'node:crypto';
import { request } from 'undici';
import { SandboxClient } from '../client.ts';
import { startSandbox } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const invoice = { entity: 'Invoice', keys: ['Invoice', '000001'] };

describe('getting a file', () => {
	const its = signedInClient();

	it('gives its bytes, as nothing but bytes', async () => {
		const { id } = its.sandbox.addFile({ ...invoice, name: 'a.pdf', size: 3 });
		const { status, headers, text } = await its.client.get(`files/${id}`);
		expect([status, text.length]).toEqual([200, 3]);
		expect(headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': '3',
		});
		expect(headers).not.toHaveProperty('content-disposition');
		expect(its.sandbox.ledger.countByKind.fileGet).toBe(1);
	});

	it('gives the latest version', async () => {
		const path = 'Invoice/Invoice/000001/files/a.txt';
		await its.client.send('PUT', path, { body: 'one' });
		const { headers } = await its.client.send('PUT', path, { body: 'two' });
		const { text } = await its.client.get(String(headers.location).replace('/AcumaticaERP', ''));
		expect(text).toBe('two');
	});

	it('gives large ones byte by byte as they are', async () => {
		const { id, versions } = its.sandbox.addFile({ ...invoice, name: 'big', size: 10_000_000 });
		const cookie = [...its.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const address = `${its.sandbox.url}/entity/Default/25.200.001/files/${id}`;
		const { body } = await request(address, { headers: { cookie } });
		const hash = createHash('sha256');
		for await (const chunk of body) hash.update(chunk);
		expect(hash.digest('hex')).toBe(versions[0]?.sha256);
	});

	it.each([['0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60'], ['nonsense']])(
		'that does not exist answers 404: %s',
		async (id) => {
			expect((await its.client.get(`files/${id}`)).status).toBe(404);
		},
	);

	it('is for sessions of its tenant', async () => {
		const { id } = its.sandbox.addFile({ ...invoice, name: 'a.pdf', size: 3 });
		const other = new SandboxClient(its.sandbox);
		expect((await other.get(`files/${id}`)).status).toBe(401);
		await other.signIn({ tenant: 'Company2' });
		expect((await other.get(`files/${id}`)).status).toBe(404);
	});

	it('may be cut in the middle', async () => {
		const { id } = its.sandbox.addFile({ ...invoice, name: 'a.pdf', size: 1_000_000 });
		its.sandbox.script({ match: { kind: 'fileGet' }, answer: { cut: 'midAnswer' } });
		await expect(its.client.get(`files/${id}`)).rejects.toThrow();
		expect((await its.client.get(`files/${id}`)).status).toBe(200);
	});

	it('may be a truncated one that looks whole', async () => {
		const { id } = its.sandbox.addFile({ ...invoice, name: 'a.pdf', size: 101 });
		its.sandbox.script({ match: { kind: 'fileGet' }, answer: { truncated: true } });
		expect((await its.client.get(`files/${id}`)).headers['content-length']).toBe('50');
	});
});

describe('getting a file, by switches', () => {
	it('names it, comes without a length, and is an exception where it is missing', async () => {
		const sandbox = await startSandbox({
			salesOrders: 1,
			contentDisposition: 'attachment',
			downloadLength: 'chunked',
			missingFile: 'exception',
		});
		const client = new SandboxClient(sandbox);
		await client.signIn();
		const { id } = sandbox.addFile({ ...invoice, name: "Größe 'L'.pdf", size: 10_000 });
		const { headers, text } = await client.get(`files/${id}`);
		expect(text.length).toBeGreaterThan(0);
		expect(headers['content-length']).toBeUndefined();
		expect(headers['content-disposition']).toBe(
			"attachment; filename=\"Gr__e 'L'.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%27L%27.pdf",
		);
		sandbox.script({ match: { kind: 'fileGet' }, answer: { cut: 'midAnswer' } });
		await expect(client.get(`files/${id}`)).rejects.toThrow();
		expect((await client.get('files/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60')).status).toBe(500);
		await sandbox.close();
	});
});
