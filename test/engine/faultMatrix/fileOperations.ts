import { createHash } from 'node:crypto';
import { sha256Of } from '../../sandbox/files/fileContent.ts';
import type { FaultedOperation } from './runCell.ts';

const content = 'All of the file. '.repeat(2_000);
const size = 100_000;
const customer = { entity: 'Customer', recordKey: 'C000003' };

/** Files go in under a name of their own, and come from one that the sandbox has had from the start. */
export const fileOperations: readonly FaultedOperation[] = [
	{
		title: 'attach',
		kind: 'filePut',
		run: (reference) => ({
			resource: 'file',
			operation: 'attach',
			parameters: { ...customer, fileName: `${reference}.pdf` },
			binaries: [
				{ data: { data: Buffer.from(content).toString('base64'), mimeType: 'application/pdf' } },
			],
		}),
		timesDone: (sandbox, reference) =>
			sandbox.ledger.files.filter(
				({ name, size }) => name === `${reference}.pdf` && size === content.length,
			).length,
		isRight: ({ json }) => json[0]?.attached === true && json[0].size === content.length,
	},
	{
		title: 'download',
		kind: 'fileGet',
		prepare: (sandbox, reference) => {
			sandbox.addFile({ entity: 'Customer', keys: ['C000003'], name: `${reference}.txt`, size });
		},
		run: (reference) => ({
			resource: 'file',
			operation: 'download',
			parameters: { ...customer, fileNamePattern: `${reference}.txt` },
		}),
		timesDone: () => 1,
		isRight: ({ outputs }) => {
			const { data = '' } = outputs[0]?.[0]?.binary?.data ?? {};
			const hash = createHash('sha256').update(Buffer.from(data, 'base64'));
			return hash.digest('hex') === sha256Of(size, 0);
		},
		// Half of the bytes with a length to match: nothing tells them from a file of that size.
		undetectable: ['truncatedJson'],
	},
];
