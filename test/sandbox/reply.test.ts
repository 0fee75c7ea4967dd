import { escapeHtml, exception, httpError, modelState, noContent, page } from './reply.ts';

describe('replies', () => {
	it('report an exception with message, type and stack', () => {
		const reply = exception(500, {
			exceptionMessage: 'Broken.',
			exceptionType: 'PX.Data.PXException',
		});
		expect(reply.status).toBe(500);
		expect(reply.headers['Content-Type']).toBe('application/json; charset=utf-8');
		expect(JSON.parse(String(reply.body))).toEqual({
			message: 'An error has occurred.',
			exceptionMessage: 'Broken.',
			exceptionType: 'PX.Data.PXException',
			stackTrace: expect.stringContaining('   at '),
		});
	});

	it('leave out a detail that there is not', () => {
		expect(httpError(404, 'Nothing.').body).toBe('{"message":"Nothing."}');
		expect(httpError(404, 'Nothing.', 'Here.').body).toContain('"messageDetail":"Here."');
	});

	it('report complaints about a body by place', () => {
		expect(JSON.parse(String(modelState({ '': ['Empty.'] }).body))).toEqual({
			message: 'The request is invalid.',
			modelState: { '': ['Empty.'] },
		});
	});

	it('have no body where there is no content', () => {
		expect(noContent()).toEqual({ status: 204, headers: {}, body: '' });
	});

	it('do not let text become markup', () => {
		expect(escapeHtml(`<a href="x">'&'</a>`)).toBe(
			'&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;',
		);
		expect(page(400, '<b>').body).toContain('<h1>&lt;b&gt;</h1>');
	});
});
