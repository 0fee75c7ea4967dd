import type { IBinaryData } from 'n8n-workflow';
import { binaryData, binaryDataIn } from '../support/binaryFiles.ts';
import { runNode } from '../support/engine.ts';
import { Container, core } from '../support/platform.ts';
import { answerDirections } from './carrying.ts';
import { installed } from './compiledPackage.ts';
import { givenConnection } from './connection.ts';

/** Attaches a file, or downloads it, with the compiled node in n8n's engine, which keeps it in files. */
const { url, username, password, tenant } = givenConnection();
const file = process.argv[3] ?? '';
const generous = { requestsPerMinute: 100_000, endpointVersion: '25.200.001' };
const credentials = {
	acumaticaApi: { instanceUrl: url, username, password, tenant, ...generous },
};
const record = {
	authentication: 'session',
	resource: 'file',
	entity: { __rl: true, mode: 'name', value: 'Customer' },
	recordKey: { __rl: true, mode: 'keys', value: 'C000001' },
};

const { end } = await binaryDataIn('filesystem');
process.once('SIGTERM', () => void end().then(() => process.exit()));
const small = await binaryData('warming up', 'small.bin', 'application/octet-stream');
const large = await Container.get(core.BinaryDataService).copyBinaryFile(
	{ type: 'execution', workflowId: 'another', executionId: 'another' },
	{ data: '', mimeType: 'application/octet-stream', fileName: 'large.bin' },
	file,
);

async function attach(data: IBinaryData): Promise<IBinaryData> {
	const run = await runNode({
		installed,
		credentials,
		node: { parameters: { ...record, operation: 'attach' } },
		items: [{ json: {}, binary: { data } }],
	});
	if (run.error) throw run.error.original;
	return data;
}

async function download(fileNamePattern: string): Promise<IBinaryData | undefined> {
	const run = await runNode({
		installed,
		credentials,
		node: { parameters: { ...record, operation: 'download', fileNamePattern } },
	});
	if (run.error) throw run.error.original;
	return run.outputs[0]?.[0]?.binary?.data;
}

await attach(small);
await download('small.bin');
answerDirections(async (direction) => {
	const data = direction === 'up' ? await attach(large) : await download('large.bin');
	return Container.get(core.BinaryDataService).getPath(data?.id ?? '');
});
