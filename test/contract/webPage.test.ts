import { looksLikeWebPage, pageTitle } from '../../nodes/Acumatica/contract/webPage';

describe('a web page', () => {
	it.each([
		[
			'<!DOCTYPE html><html><head><title lang="en">\n 502 Bad\n Gateway </title></head></html>',
			'502 Bad Gateway',
		],
		['\ufeff\r\n<html><body>Hello</body></html>', ''],
		['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html><title>Login</title></html>', 'Login'],
		['<!-- proxy --><html><title>Blocked</title></html>', 'Blocked'],
		['<h2>Our services are not available right now</h2>', ''],
		['<BODY></BODY>', ''],
	])('is known as one, and has a title: %p', (html, title) => {
		expect(looksLikeWebPage(html)).toBe(true);
		expect(pageTitle(html)).toBe(title);
	});

	it.each([
		'',
		'{"a":"<html>"}',
		'[]',
		'The <html> module failed',
		'"<html>"',
		'<?xml version="1.0"?><edmx:Edmx/>',
		'<Error><Message>No</Message></Error>',
		'<payment/>',
	])('is not %p', (text) => {
		expect(looksLikeWebPage(text)).toBe(false);
	});
});
