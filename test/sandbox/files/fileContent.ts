import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

/** The bytes of a file, wherever they come from. */
export interface FileContent {
	readonly size: number;
	/** @param length only so many bytes from the start; default all */
	open(length?: number): Readable;
}

export function contentOnDisk(path: string, size: number): FileContent {
	return {
		size,
		open(length = size) {
			return length === 0 ? Readable.from([]) : createReadStream(path, { end: length - 1 });
		},
	};
}

const blockSize = 65_536;

/**
 * Bytes that are made when they are read, always the same for one seed: a large file that takes no room.
 */
export function generatedContent(size: number, seed: number): FileContent {
	return {
		size,
		open: (length = size) =>
			Readable.from(blocks(Math.min(length, size), seed), { objectMode: false }),
	};
}

export function sha256Of(size: number, seed: number): string {
	const hash = createHash('sha256');
	for (const block of blocks(size, seed)) hash.update(block);
	return hash.digest('hex');
}

/** Blocks differ by their number only, which is enough for a missing or a doubled one to show. */
function* blocks(size: number, seed: number): Generator<Buffer> {
	const pattern = Buffer.alloc(blockSize);
	let state = (seed ^ 0x9e3779b9) >>> 0;
	for (let index = 0; index < blockSize; index += 4) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		pattern.writeUInt32LE(state, index);
	}
	for (let start = 0; start < size; start += blockSize) {
		const block = Buffer.from(pattern);
		block.writeDoubleLE(start, 0);
		yield block.subarray(0, size - start);
	}
}
