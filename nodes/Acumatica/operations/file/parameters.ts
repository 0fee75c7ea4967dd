import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { fileNameOf, matchesPattern } from '../../contract/fileName';
import { RecordFault } from '../../contract/recordFault';
import type { OperationCall } from '../operation';
import { names } from '../../parameters/parameterReader';

export const inputFieldProperty: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	description: 'Name of the binary field of the item with the file to attach',
};

export const outputFieldProperty: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	description: 'Name of the binary field to put the file in',
};

export const fileNameProperty: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
};

export const fileNamePatternProperty: INodeProperties = {
	displayName: 'File Name Pattern',
	name: 'fileNamePattern',
	type: 'string',
	default: '',
	placeholder: 'e.g. *.pdf',
	description:
		'Only files whose name matches: * stands for any text, ? for one character. Without it, all files.',
};

const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? ''));

export function readText(call: OperationCall, name: string, label: string): string {
	return call.parameters.read(name, label, text);
}

export function readBinaryField(call: OperationCall, { displayName }: INodeProperties): string {
	return readText(call, 'binaryPropertyName', displayName).trim() || 'data';
}

/**
 * Reads the parameter `fileName`, without folders; empty where nothing is entered.
 *
 * @throws RecordFault when it is no name of a file
 */
export function readFileName(call: OperationCall): string {
	const entered = readText(call, 'fileName', 'File Name');
	if (entered.trim() === '') return '';
	const name = fileNameOf(entered);
	if (name !== '') return name;
	throw new RecordFault('File Name', `holds "${entered}", which is not the name of a file`);
}

/** A function that tells whether a file is wanted, by the parameter `fileNamePattern`. */
export function readFileNamePattern(call: OperationCall): (fileName: string) => boolean {
	const pattern = readText(call, 'fileNamePattern', 'File Name Pattern').trim();
	return (fileName) => pattern === '' || matchesPattern(fileName, pattern);
}

const fileOptions = z
	.object({ detailFiles: names.nullish().transform((list) => list ?? []) })
	.passthrough()
	.default({});

/** Names of the details whose files are wanted as well. */
export function readDetailFiles(call: OperationCall): string[] {
	return call.parameters.read('options', 'Options', fileOptions).detailFiles;
}
