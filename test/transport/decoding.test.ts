import { decoding, isDisguisedError } from '../../nodes/Acumatica/transport/decoding';
import type { Answer, ApiRequest, Exchange } from '../../nodes/Acumatica/transport/request';

const request: ApiRequest = { method: 'GET', path: 'entity', expect: 'json', replay: 'safe' };
const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status: 200,
	headers: {},
	text,
	phase: 'request',
	...more,
});
const decode = async (exchange: Exchange, more: Partial<ApiRequest> = {}) =>
	await decoding(async () => exchange)({ ...request, ...more });

describe('decoding', () => {
	test('parses the body of a successful answer, digit for digit', async () => {
		expect(await decode(answer('{"ID":{"value":12345678901234567890}}'))).toMatchObject({
			body: { ID: { value: '12345678901234567890' } },
		});
	});

	test.each([
		['broken off', '[{"id":"a","Order'],
		['plain text', 'OK'],
		['empty', ''],
	])('takes a body that is %s for a lost answer, not for data', async (_case, text) => {
		expect(await decode(answer(text))).toMatchObject({ kind: 'failure', reason: 'unreadable' });
	});

	test('takes JSON of another type for a lost answer as well: nobody knows who sent it', async () => {
		const html = answer('{"id":"a"}', { headers: { 'content-type': 'text/html; charset=utf-8' } });
		expect(await decode(html)).toMatchObject({
			kind: 'failure',
			reason: 'unreadable',
			message: 'The answer came as text/html; charset=utf-8, where JSON was due (status 200)',
		});
		for (const type of ['application/json; charset=utf-8', 'text/json']) {
			expect(
				await decode(answer('{"id":"a"}', { headers: { 'content-type': type } })),
			).toMatchObject({ kind: 'answer' });
		}
	});

	test('leaves web pages, errors, sign-ins and answers without a body to others', async () => {
		for (const exchange of [
			answer('<!DOCTYPE html><html></html>'),
			answer('oops', { status: 500 }),
			answer('', { phase: 'signIn' }),
		]) {
			expect(await decode(exchange)).toBe(exchange);
		}
		const nothing = answer('', { status: 204 });
		expect(await decode(nothing, { expect: 'nothing' })).toBe(nothing);
	});
});

describe('isDisguisedError', () => {
	test.each([
		['a web page with status 200', answer('<html><title>Sign in</title></html>'), true],
		[
			'an error object with status 200',
			answer('{"exceptionMessage":"x"}', { body: { exceptionMessage: 'x' } }),
			true,
		],
		['one where no body is due', answer('{"exceptionMessage":"x"}'), true],
		['nothing', answer(''), false],
		[
			'a record',
			answer('{"id":"a"}', { body: { id: 'a', exceptionMessage: { value: 'field' } } }),
			false,
		],
		['a list', answer('[]', { body: [] }), false],
	])('%s', (_case, exchange, disguised) => {
		expect(isDisguisedError(exchange)).toBe(disguised);
	});
});
