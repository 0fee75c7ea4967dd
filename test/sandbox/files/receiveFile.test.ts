import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { receiveFile } from './receiveFile.ts';

describe('receiving a file', () => {
	let folder = '';
	beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'acumatica-sandbox-'))));
	afterEach(() => rmSync(folder, { recursive: true }));
	const receive = (stream: AsyncIterable<unknown>, bytes = 1000) =>
		receiveFile(stream, { folder: () => folder, bytes });

	it('writes its bytes to the disk and knows their checksum', async () => {
		const received = await receive(Readable.from([Buffer.from('ab'), Buffer.from('c')]));
		expect(received).toMatchObject({
			size: 3,
			sha256: createHash('sha256').update('abc').digest('hex'),
		});
		expect(readFileSync(received.path ?? '', 'utf8')).toBe('abc');
	});

	it('keeps the checksum only of what has no room', async () => {
		const received = await receive(Readable.from([Buffer.from('abc'), Buffer.from('def')]), 5);
		expect(received).toEqual({
			size: 6,
			sha256: createHash('sha256').update('abcdef').digest('hex'),
		});
		expect(readdirSync(folder)).toEqual([]);
	});

	it('leaves nothing of a stream that breaks', async () => {
		async function* broken() {
			yield Buffer.from('abc');
			throw new Error('The client is gone.');
		}
		await expect(receive(broken())).rejects.toThrow('The client is gone.');
		expect(readdirSync(folder)).toEqual([]);
	});
});
