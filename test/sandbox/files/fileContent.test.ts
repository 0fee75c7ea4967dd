import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { contentOnDisk, generatedContent, sha256Of } from './fileContent.ts';

describe('content on the disk', () => {
	const folder = mkdtempSync(join(tmpdir(), 'acumatica-sandbox-'));
	const path = join(folder, 'a');
	beforeAll(() => writeFileSync(path, 'hello'));
	afterAll(() => rmSync(folder, { recursive: true }));

	it('is read whole, in part, or not at all', async () => {
		const content = contentOnDisk(path, 5);
		expect(String(await buffer(content.open()))).toBe('hello');
		expect(String(await buffer(content.open(2)))).toBe('he');
		expect(await buffer(content.open(0))).toHaveLength(0);
	});
});

describe('generated content', () => {
	it.each([0, 1, 65_536, 200_001])('of %d bytes is always the same', async (size) => {
		const bytes = await buffer(generatedContent(size, 7).open());
		expect(bytes).toHaveLength(size);
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256Of(size, 7));
	});

	it('differs from seed to seed, and from block to block', async () => {
		expect(sha256Of(1000, 1)).not.toBe(sha256Of(1000, 2));
		const bytes = await buffer(generatedContent(131_072, 1).open());
		expect(bytes.subarray(0, 65_536).equals(bytes.subarray(65_536))).toBe(false);
	});

	it('is made only as it is read', async () => {
		const stream = generatedContent(2 ** 50, 1).open();
		for await (const chunk of stream) {
			expect(chunk).toHaveLength(65_536);
			break;
		}
		expect(stream.destroyed).toBe(true);
	});

	it('can be read in part', async () => {
		const content = generatedContent(200_000, 1);
		const [whole, part] = await Promise.all([
			buffer(content.open()),
			buffer(content.open(100_000)),
		]);
		expect(part.equals(whole.subarray(0, 100_000))).toBe(true);
	});
});
