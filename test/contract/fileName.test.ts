import {
	dispositionFileName,
	fileNameOf,
	isSameFileName,
	matchesPattern,
} from '../../nodes/Acumatica/contract/fileName';

describe('the name of a file', () => {
	test.each([
		['invoice.pdf', 'invoice.pdf'],
		['Invoices (INV 000042)\\invoice.pdf', 'invoice.pdf'],
		['Bills and Adjustments (ACR 004849)\\2026\\a b.pdf', 'a b.pdf'],
		['C:\\Users\\me\\x.txt', 'x.txt'],
		['../../etc/passwd', 'passwd'],
		['..\\..\\web.config', 'web.config'],
		['Übersicht #1 100%.pdf', 'Übersicht #1 100%.pdf'],
		['請求書 📎.pdf', '請求書 📎.pdf'],
		['  padded.pdf ', 'padded.pdf'],
		['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'],
		['nul\u0000byte.pdf', 'nulbyte.pdf'],
		['exe\u202efdp.pdf', 'exefdp.pdf'],
		['.htaccess', '.htaccess'],
	])('of %j is %j', (path, name) => expect(fileNameOf(path)).toBe(name));

	test.each(['', '   ', '.', '..', '...', 'folder/', 'folder\\', 'x/..', '\u0000'])(
		'is nothing in %j',
		(path) => expect(fileNameOf(path)).toBe(''),
	);
});

test.each([
	['a.pdf', 'A.PDF', true],
	['Invoices (INV 1)\\a.pdf', 'a.pdf', true],
	['u\u0308.pdf', '\u00fc.pdf', true],
	['a.pdf', 'b.pdf', false],
])('%j and %j are names of one file: %s', (one, other, same) => {
	expect(isSameFileName(one, other)).toBe(same);
});

describe('a pattern', () => {
	test.each([
		['invoice.pdf', '*.pdf', true],
		['INVOICE.PDF', '*.pdf', true],
		['invoice.pdf', 'invoice.pdf', true],
		['invoice.pdf', 'inv*', true],
		['invoice-1.pdf', 'invoice-?.pdf', true],
		['📎.pdf', '?.pdf', true],
		['a.b.pdf', '*.*.pdf', true],
		['anything', '*', true],
		['', '*', true],
		['a.pdf', ' *.pdf ', true],
		['invoice.pdf', '**.pdf', true],
		['a(1)+[x].pdf', 'a(1)+[x].*', true],
		['invoice.pdfx', '*.pdf', false],
		['invoice-12.pdf', 'invoice-?.pdf', false],
		['xpdf', '*.pdf', false],
		['invoice.pdf', 'invoice', false],
		['invoice', 'invoice?', false],
		['a', '', false],
	])('%j matches %j: %s', (name, pattern, matches) => {
		expect(matchesPattern(name, pattern)).toBe(matches);
	});

	test('made to take for ever does not', () => {
		expect(matchesPattern('a'.repeat(2_000), `${'*a'.repeat(500)}b`)).toBe(false);
	});
});

describe('the name in a Content-Disposition header', () => {
	test.each([
		['attachment; filename="invoice.pdf"', 'invoice.pdf'],
		['attachment; filename=invoice.pdf', 'invoice.pdf'],
		['attachment;FileName="a; b.pdf"; size=3', 'a; b.pdf'],
		['attachment; filename="x.pdf"; filename*=UTF-8\'\'%C3%BCber%20uns.pdf', 'über uns.pdf'],
		["attachment; filename*=utf-8'de'%C3%BC.pdf", 'ü.pdf'],
		['attachment; filename="..\\\\..\\\\evil.pdf"', 'evil.pdf'],
		['attachment; filename="x.pdf"; filename*=UTF-8\'\'%ZZ', 'x.pdf'],
		['attachment; filename="x.pdf"; filename*=iso-8859-1\'\'%FC.pdf', 'x.pdf'],
		['attachment', ''],
		[undefined, ''],
	])('%s', (header, name) => expect(dispositionFileName(header)).toBe(name));
});
