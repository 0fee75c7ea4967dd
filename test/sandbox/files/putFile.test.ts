import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { SandboxClient, valueAt } from '../client.ts';
import { startSandbox, type SandboxOptions } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const orderPath = 'SalesOrder/SO/000001';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('putting a file', () => {
	const its = signedInClient();
	const put = (path: string, body = 'hello', headers: Record<string, string> = {}) =>
		its.client.send('PUT', path, { body, headers });
	const read = async (query: string) => (await its.client.get(`${orderPath}?${query}`)).json;

	/** The address that a record or a row shows, below the instance. */
	async function shownAddress(query: string, name: string, ...place: (string | number)[]) {
		const link = valueAt(await read(query), ...place, '_links', 'files:put');
		const path = String(link).replace('/AcumaticaERP', '');
		return path.replace('{filename}', encodeURIComponent(name));
	}

	it.each([
		['a record', '$expand=files', []],
		['a detail row', '$expand=Details,Details/files', ['Details', 0]],
	])('by the address that %s shows', async (_, query, place) => {
		const answer = await put(await shownAddress(query, 'a.pdf', ...place));
		expect(answer).toMatchObject({ status: 204, text: '' });
		expect(valueAt(await read(query), ...place, 'files')).toEqual([
			{
				id: expect.any(String),
				filename: 'a.pdf',
				href: answer.headers.location,
				comment: null,
			},
		]);
		const { text } = await its.client.get(
			String(answer.headers.location).replace('/AcumaticaERP', ''),
		);
		expect(text).toBe('hello');
	});

	it('by the ID that a row has in this session', async () => {
		const id = String(valueAt(await read('$expand=Details'), 'Details', 0, 'id'));
		const path = await shownAddress('$expand=Details,Details/files', 'a.pdf', 'Details', 0);
		expect((await put(path.replace(/[^/]+\/a\.pdf$/, `${id}/a.pdf`))).status).toBe(204);
	});

	it.each([orderPath, 'SalesOrder/SO|000001'])(
		'by the older address: %s/files/...',
		async (path) => {
			expect((await put(`${path}/files/a.pdf`)).status).toBe(204);
			expect(valueAt(await read('$expand=files'), 'files', 0, 'filename')).toBe('a.pdf');
		},
	);

	it('by the ID of the record', async () => {
		const id = String(valueAt(await read(''), 'id'));
		expect((await put(`SalesOrder/${id}/files/a.pdf`)).status).toBe(204);
	});

	it.each(['Rechnung Nr. 7 – bezahlt.pdf', '100 % #1 + ä.txt', '写真.png', "o'brien (2).pdf"])(
		'under any name: %s',
		async (name) => {
			await put(`${orderPath}/files/${encodeURIComponent(name)}`);
			expect(valueAt(await read('$expand=files'), 'files', 0, 'filename')).toBe(name);
		},
	);

	it('leaves size, checksum, comment and content type in the ledger', async () => {
		await put(`${orderPath}/files/a.pdf`, 'hello', {
			'content-type': 'application/pdf',
			'px-cbfilecomment': 'as sent',
		});
		expect(its.sandbox.ledger.files).toEqual([
			{
				at: expect.any(Number),
				tenant: 'Company',
				entity: 'SalesOrder',
				recordId: its.sandbox.records.find('SalesOrder', ['SO', '000001'])?.id,
				detailId: undefined,
				id: its.sandbox.files[0]?.id,
				name: 'a.pdf',
				version: 1,
				size: 5,
				sha256: sha256('hello'),
				comment: 'as sent',
				contentType: 'application/pdf',
			},
		]);
		expect(its.sandbox.ledger.countByKind.filePut).toBe(1);
	});

	it('again makes a new version, whose comment is blank unless it is given again', async () => {
		await put(`${orderPath}/files/a.pdf`, 'one', { 'px-cbfilecomment': 'first' });
		await put(`${orderPath}/files/a.pdf`, 'two');
		expect(valueAt(await read('$expand=files'), 'files')).toMatchObject([{ comment: null }]);
		const versions = its.sandbox.ledger.files.map((file) => [file.version, file.comment]);
		expect(versions).toEqual([
			[1, 'first'],
			[2, null],
		]);
	});

	it('takes a comment in UTF-8, and joins several', async () => {
		const comment = Buffer.from('geprüft').toString('latin1');
		await put(`${orderPath}/files/a.pdf`, 'x', { 'px-cbfilecomment': comment });
		expect(its.sandbox.ledger.files[0]?.comment).toBe('geprüft');
	});

	it('refuses a comment of more than 500 characters', async () => {
		const put500 = (length: number) =>
			put(`${orderPath}/files/a.pdf`, 'x', { 'px-cbfilecomment': 'x'.repeat(length) });
		expect([(await put500(500)).status, (await put500(501)).status]).toEqual([204, 400]);
	});

	it('may be empty', async () => {
		expect((await put(`${orderPath}/files/a.txt`, '')).status).toBe(204);
		expect(its.sandbox.ledger.files).toMatchObject([{ size: 0, sha256: sha256('') }]);
	});

	it.each([
		['SalesOrder/SO/999999/files/a.pdf', 500],
		['SalesOrder/SO/000001/other/a.pdf', 404],
		['SalesOrder/files/a.pdf', 404],
		['Nonsense/1/files/a.pdf', 404],
		['files/PX.Objects.SO.SOOrderEntry/Document/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60/a.pdf', 500],
		['files/PX.Objects.Nonsense/Document/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60/a.pdf', 404],
		['files/PX.Objects.NonsenseMaint/Document/0e94c7d2-6b3a-4f58-8d21-7a5c1f9e3b60/a.pdf', 404],
	])('has no such address: %s', async (path, status) => {
		expect((await put(path)).status).toBe(status);
		expect(its.sandbox.files).toEqual([]);
	});

	it('needs a session', async () => {
		await its.client.signOut();
		expect((await put(`${orderPath}/files/a.pdf`)).status).toBe(401);
		expect(its.sandbox.files).toEqual([]);
	});

	it('whose connection breaks leaves nothing', async () => {
		await put(`${orderPath}/files/a.pdf`, 'whole');
		await sendHalf(its.client, its.sandbox.url);
		while (its.sandbox.ledger.brokenUploads === 0) await new Promise(setImmediate);
		expect(its.sandbox.ledger.files).toMatchObject([{ version: 1, size: 5 }]);
		expect((await its.client.get('_sandbox/files')).json).toMatchObject([
			{ versions: [{ size: 5 }] },
		]);
	});

	it('that a scripted fault cuts leaves nothing', async () => {
		its.sandbox.script({ match: { kind: 'filePut' }, answer: { cut: 'midUpload' } });
		await expect(put(`${orderPath}/files/a.pdf`, 'x'.repeat(500_000))).rejects.toThrow();
		expect(its.sandbox.ledger).toMatchObject({ brokenUploads: 1, files: [] });
		expect((await put(`${orderPath}/files/a.pdf`)).status).toBe(204);
	});

	it.each([
		[{ status: 503 }, []],
		[{ cut: 'afterExecution' }, [{ name: 'a.pdf' }]],
	] as const)('meets %j', async (answer, kept) => {
		its.sandbox.script({ match: { kind: 'filePut' }, answer });
		await put(`${orderPath}/files/a.pdf`).catch(() => undefined);
		expect(its.sandbox.ledger.files).toMatchObject(kept);
	});
});

describe('putting a file, by switches', () => {
	async function uploaded(options: SandboxOptions, body: string | Readable) {
		const sandbox = await startSandbox({ salesOrders: 1, ...options });
		try {
			const client = new SandboxClient(sandbox);
			await client.signIn();
			const answer = await client.send('PUT', `${orderPath}/files/a.txt`, { body });
			const [link] = sandbox.files.map(({ id }) => `files/${id}`);
			const list = await client.get(`${orderPath}?$expand=files`);
			const read = link === undefined ? undefined : await client.get(link);
			return { answer, list: list.json, read };
		} finally {
			await sandbox.close();
		}
	}

	it('refuses what is too large with a web page', async () => {
		const { answer, read } = await uploaded({ maxFileSize: 4 }, 'hello');
		expect([answer.status, read]).toEqual([413, undefined]);
		expect(answer.headers['content-type']).toContain('text/html');
		expect((await uploaded({ maxFileSize: 5 }, 'hello')).answer.status).toBe(204);
	});

	it('takes chunked bodies, or refuses them', async () => {
		const chunked = () => Readable.from([Buffer.from('a'), Buffer.from('b')]);
		expect((await uploaded({}, chunked())).read?.text).toBe('ab');
		expect((await uploaded({ chunkedUploads: 'refuse' }, chunked())).answer.status).toBe(411);
	});

	it('keeps no more bytes than allowed, but accepts the file', async () => {
		const { answer, read } = await uploaded({ keptFileBytes: 4 }, 'hello');
		expect([answer.status, read?.status]).toEqual([204, 500]);
	});

	it('shows names with the folder of the record', async () => {
		const { list } = await uploaded({ fileNames: 'folder' }, 'hello');
		expect(valueAt(list, 'files', 0, 'filename')).toBe('Sales Orders (SO, 000001)\\a.txt');
	});
});

/** Announces ten bytes, sends five, and hangs up. */
async function sendHalf({ cookies }: SandboxClient, url: string): Promise<void> {
	const { hostname, port, pathname } = new URL(url);
	const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const head = [
		`PUT ${pathname}/entity/Default/25.200.001/${orderPath}/files/a.pdf HTTP/1.1`,
		`Host: ${hostname}:${port}`,
		`Cookie: ${jar}`,
		'Content-Length: 10',
	];
	const socket = connect(Number(port), hostname);
	await new Promise<void>((resolve) =>
		socket.write(`${head.join('\r\n')}\r\n\r\nhalf!`, () => resolve()),
	);
	socket.destroy();
}
