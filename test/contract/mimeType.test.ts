import { mimeTypeOf, sendableMimeType } from '../../nodes/Acumatica/contract/mimeType';

test.each([
	['invoice.pdf', 'application/pdf'],
	['PHOTO.JPG', 'image/jpeg'],
	['a.b.csv', 'text/csv'],
	['sheet.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['page.html', 'text/html'],
	['data.unknown', 'application/octet-stream'],
	['noending', 'application/octet-stream'],
	['x.constructor', 'application/octet-stream'],
	['', 'application/octet-stream'],
])('%j is %s', (name, type) => expect(mimeTypeOf(name)).toBe(type));

test.each([
	['application/pdf', 'application/pdf'],
	[' text/plain; charset=utf-8 ', 'text/plain; charset=utf-8'],
	['image/svg+xml', 'image/svg+xml'],
	['', 'application/octet-stream'],
	['pdf', 'application/octet-stream'],
	['text/plain\r\nX-Evil: 1', 'application/octet-stream'],
])('%j is sent as %s', (type, sent) => expect(sendableMimeType(type)).toBe(sent));
