import type { IncomingMessage } from 'node:http';
import { cutsUpload, type FaultScript } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import type { Settings } from '../options.ts';
import type { FileStore } from './fileStore.ts';
import { receiveFile, type ReceivedFile } from './receiveFile.ts';

interface Place {
	readonly files: FileStore;
	readonly faults: FaultScript;
	readonly ledger: Ledger;
	readonly settings: Pick<Settings, 'maxFileSize'>;
}

/**
 * Takes the body of an upload to its end, also one that is too large: its client shall see the answer.
 *
 * @throws when the connection ends before the body does; nothing is left of it then
 */
export async function receiveUpload(
	{ files, faults, ledger, settings }: Place,
	message: IncomingMessage,
): Promise<ReceivedFile> {
	const target = { method: 'PUT', path: message.url ?? '/', kind: 'filePut' } as const;
	const isCut = faults.take(target, cutsUpload) !== undefined;
	const bytes = Math.min(files.roomLeft, settings.maxFileSize);
	try {
		return await receiveFile(isCut ? firstHalf(message) : message, {
			folder: () => files.folder(),
			bytes,
		});
	} catch (error) {
		ledger.brokenUploads += 1;
		throw error;
	}
}

/** Ends the connection when half of the body has come; of a body of unknown length after its first part. */
async function* firstHalf(message: IncomingMessage): AsyncGenerator<unknown> {
	let left = Number(message.headers['content-length'] ?? 0) / 2;
	for await (const chunk of message) {
		left -= Buffer.byteLength(chunk);
		if (left <= 0) break;
		yield chunk;
	}
	message.destroy();
	throw new Error('A scripted fault has cut the upload.');
}
