import { commentHeader, readComment } from '../../../nodes/Acumatica/operations/file/comment';
import { operationCall } from '../../support/operationCall.ts';

const read = (comment: unknown) => readComment(operationCall({ comment }));

test.each([
	['First version', 'First version'],
	['  two\r\n lines\t', 'two lines'],
	['Straße, 10 £', 'Straße, 10 £'],
	['x'.repeat(500), 'x'.repeat(500)],
	['a\u0000b', 'a b'],
	[7, '7'],
	[undefined, ''],
	[null, ''],
])('%j is sent as %j', (entered, sent) => expect(read(entered)).toBe(sent));

test('more than 500 characters are refused', () => {
	expect(() => read('x'.repeat(501))).toThrow('"Comment" has 501 characters');
});

test('goes into its header as the bytes of UTF-8', () => {
	expect(commentHeader('First')).toEqual({ 'PX-CbFileComment': 'First' });
	const { 'PX-CbFileComment': sent = '' } = commentHeader('Straße 日本 📎');
	expect(sent).toMatch(/^[\x20-\xff]+$/);
	expect(Buffer.from(sent, 'latin1').toString('utf8')).toBe('Straße 日本 📎');
});

test('without a comment there is no header for one', () => {
	expect(commentHeader('')).toEqual({});
});
