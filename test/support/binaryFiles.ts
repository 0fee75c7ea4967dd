import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { IBinaryData } from 'n8n-workflow';
import { Container, core, keepBinaryData, startEngine } from './platform.ts';

/** Where n8n keeps binary data: in memory, or in files as the server does by default. */
export const binaryModes = ['default', 'filesystem'] as const;

/**
 * Has n8n keep binary data in that way.
 * @returns the way back to memory, which removes the files
 */
export async function binaryDataIn(mode: (typeof binaryModes)[number]): Promise<{
	readonly folder: string;
	readonly end: () => Promise<void>;
}> {
	await startEngine();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-binary-'));
	await keepBinaryData(mode, folder);
	return {
		folder,
		async end() {
			await keepBinaryData('default');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Binary data as another node would have left it. */
export async function binaryData(
	content: Buffer | string | Readable,
	fileName: string,
	mimeType = 'application/pdf',
): Promise<IBinaryData> {
	await startEngine();
	return await Container.get(core.BinaryDataService).store(
		{ type: 'execution', workflowId: 'another', executionId: 'another' },
		typeof content === 'string' ? Buffer.from(content) : content,
		{ data: '', mimeType, ...(fileName !== '' && { fileName }) },
	);
}

/** What binary data holds, wherever it is. */
export async function contentOf(data: IBinaryData | undefined): Promise<Buffer> {
	if (data === undefined) throw new Error('There is no binary data');
	return await Container.get(core.BinaryDataService).getAsBuffer(data);
}
