import {
	inputFieldProperty,
	outputFieldProperty,
	readBinaryField,
	readDetailFiles,
	readFileName,
	readFileNamePattern,
	readText,
} from '../../../nodes/Acumatica/operations/file/parameters';
import { operationCall } from '../../support/operationCall.ts';

test('the binary field is one parameter with two labels', () => {
	expect([inputFieldProperty, outputFieldProperty]).toMatchObject([
		{ name: 'binaryPropertyName', displayName: 'Input Data Field Name', default: 'data' },
		{ name: 'binaryPropertyName', displayName: 'Put Output File in Field', default: 'data' },
	]);
	const read = (binaryPropertyName: unknown) =>
		readBinaryField(operationCall({ binaryPropertyName }), inputFieldProperty);
	expect([read('pdf'), read(' '), read(undefined)]).toEqual(['pdf', 'data', 'data']);
	expect(() => read({})).toThrow('The parameter "Input Data Field Name" cannot be used');
});

test('the name of a file comes without folders, and must be one where something is entered', () => {
	const read = (fileName: unknown) => readFileName(operationCall({ fileName }));
	expect([read('a/b\\c.pdf'), read(''), read(undefined)]).toEqual(['c.pdf', '', '']);
	expect(() => read('folder/')).toThrow('"File Name" holds "folder/"');
});

test('without a pattern every file is wanted', () => {
	const wanted = (fileNamePattern: unknown) =>
		readFileNamePattern(operationCall({ fileNamePattern }));
	expect([wanted('*.pdf')('a.pdf'), wanted('*.pdf')('a.txt')]).toEqual([true, false]);
	expect([wanted('')('a.txt'), wanted(undefined)('a.txt')]).toEqual([true, true]);
});

test('the details whose files are wanted are a list of names', () => {
	const read = (options: unknown) => readDetailFiles(operationCall({ options }));
	expect(read({ detailFiles: 'Details, Transactions' })).toEqual(['Details', 'Transactions']);
	expect([read({}), read(undefined)]).toEqual([[], []]);
});

test('a number is taken for its text', () => {
	expect(readText(operationCall({ fileId: 5 }), 'fileId', 'File ID')).toBe('5');
});
