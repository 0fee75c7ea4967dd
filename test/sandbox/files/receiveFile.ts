import { createHash, randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** A body that was read to its end, without ever being held. */
export interface ReceivedFile {
	readonly size: number;
	readonly sha256: string;
	/** Where its bytes are; undefined when it was larger than there was room. */
	readonly path?: string;
}

interface Room {
	/** An existing folder; asked for when there is something to write. */
	readonly folder: () => string;
	/** Bytes that may be written; of a larger file only the checksum is kept. */
	readonly bytes: number;
}

/**
 * Reads a stream to its end and writes it to the disk. What was written of a broken stream is removed.
 *
 * @throws the stream's error
 */
export async function receiveFile(
	stream: AsyncIterable<unknown>,
	room: Room,
): Promise<ReceivedFile> {
	const hash = createHash('sha256');
	const path = join(room.folder(), randomUUID());
	const handle = await open(path, 'w');
	let size = 0;
	try {
		for await (const chunk of stream) {
			const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
			hash.update(bytes);
			if (size <= room.bytes) await writeAll(handle, bytes);
			size += bytes.length;
		}
	} catch (error) {
		await handle.close();
		await rm(path, { force: true });
		throw error;
	}
	await handle.close();
	const sha256 = hash.digest('hex');
	if (size <= room.bytes) return { size, sha256, path };
	await rm(path, { force: true });
	return { size, sha256 };
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		written += (await handle.write(bytes, written)).bytesWritten;
	}
}
