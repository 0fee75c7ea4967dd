import { toAnswer } from '../../nodes/Acumatica/transport/answer';

describe('toAnswer', () => {
	test('writes header names in lower case and keeps repeated ones apart', () => {
		const answer = toAnswer(
			204,
			{ 'Set-Cookie': ['A=1', 'B=2'], 'Content-Length': 0, Empty: null },
			'',
		);
		expect(answer).toMatchObject({
			kind: 'answer',
			status: 204,
			headers: { 'set-cookie': ['A=1', 'B=2'], 'content-length': '0' },
			phase: 'request',
		});
		expect(answer.headers).not.toHaveProperty('empty');
	});

	test.each([
		['text', 'abc', 'abc'],
		['bytes', Buffer.from('é'), 'é'],
		['what the platform has parsed already', { a: 1 }, '{"a":1}'],
		['nothing', undefined, ''],
	])('takes a body of %s as text', (_case, body, text) => {
		expect(toAnswer(200, {}, body).text).toBe(text);
	});
});
