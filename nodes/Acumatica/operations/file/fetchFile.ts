import { NodeOperationError, type IBinaryData } from 'n8n-workflow';

import { dispositionFileName } from '../../contract/fileName';
import { mimeTypeOf } from '../../contract/mimeType';
import { encodeSegment } from '../../contract/recordKey';
import type { About } from '../../transport/about';
import { header, type Answer } from '../../transport/request';
import type { OperationCall } from '../operation';
import { readRecordOptions } from '../recordOptions';

export interface FileAddress {
	readonly id: string;
	/** Empty where only the ERP can tell. */
	readonly fileName: string;
	/** Path of the endpoint below the instance. */
	readonly endpointPath: string;
	readonly about: About;
}

export interface FetchedFile {
	readonly data: IBinaryData;
	/** Bytes. */
	readonly size: number;
}

/** Downloads a file into n8n's binary data, from the start again when it breaks off. */
export async function fetchFile(
	call: OperationCall,
	{ id, fileName, endpointPath, about }: FileAddress,
): Promise<FetchedFile> {
	const fetched: FetchedFile[] = [];
	let isEmpty = false;
	await call.api(
		{
			method: 'GET',
			path: `${endpointPath}/files/${encodeSegment(id)}`,
			headers: readRecordOptions(call).headers,
			expect: 'file',
			replay: 'safe',
			async receive(file, answer) {
				const name = fileName || dispositionFileName(header(answer, 'content-disposition')) || id;
				if (isOther(answer, name)) return undefined;
				const whole = await call.writeBinary(file, name, mimeTypeOf(name));
				// An answer may lose its body on the way: nothing has to come twice to be a file.
				if (whole.size === 0 && !isEmpty) {
					isEmpty = true;
					return undefined;
				}
				fetched.push(whole);
				return whole.size;
			},
		},
		about,
	);
	// Those before it, if any, broke off.
	const last = fetched.at(-1);
	if (last !== undefined) return last;
	throw new NodeOperationError(call.node, `Could not ${about.doing} Acumatica: no file came`, {
		itemIndex: call.itemIndex,
	});
}

/**
 * True for a web page or JSON in the place of a file of another kind: files come as bytes of no kind,
 * so that this is a sign-in page, a gateway or an error.
 */
function isOther(answer: Answer, fileName: string): boolean {
	const type = header(answer, 'content-type') ?? '';
	const mime = mimeTypeOf(fileName);
	if (/\bhtml\b/i.test(type)) return mime !== 'text/html';
	return /\bjson\b/i.test(type) && mime !== 'application/json';
}
