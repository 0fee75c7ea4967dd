import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { faultReply, hidesSession, spoiled } from './faultReply.ts';
import { isStreamed, json, noContent } from './reply.ts';

const place = {
	licenseReply: () => ({ status: 429, headers: {}, body: 'declined' }),
	sitePath: '/Site',
	now: Date.parse('2026-01-31T10:00:00Z'),
};

describe('the answer of a fault', () => {
	it('has the status, the header and the body that were scripted', () => {
		expect(faultReply({ status: 429, retryAfter: '7' }, place)).toEqual({
			status: 429,
			headers: { 'Retry-After': '7' },
			body: 'declined',
		});
		expect(faultReply({ status: 500, body: { message: 'x' } }, place)?.body).toBe(
			'{"message":"x"}',
		);
		expect(faultReply({ status: 502, body: 'bad' }, place)?.body).toBe('bad');
		expect(faultReply({ html: true, status: 200 }, place)).toMatchObject({
			status: 200,
			headers: { 'Content-Type': 'text/html; charset=utf-8' },
		});
	});

	it('says the date to come back at, by the clock of the sandbox', () => {
		expect(faultReply({ status: 429, retryAfter: { dateInSeconds: 90 } }, place)).toMatchObject({
			headers: { 'Retry-After': 'Sat, 31 Jan 2026 10:01:30 GMT' },
		});
	});

	it.each([
		['~/Frames/Login.aspx', '/Site/Frames/Login.aspx'],
		['/~/x', '/~/x'],
		['http://elsewhere.invalid/', 'http://elsewhere.invalid/'],
	])('redirects to %s as %s', (scripted, location) => {
		expect(faultReply({ redirect: scripted }, place)).toMatchObject({
			status: 302,
			headers: { Location: location },
		});
	});

	it('says what a status usually says', () => {
		expect(faultReply({ status: 401 }, place)?.body).toContain('not logged in');
		expect(faultReply({ status: 500 }, place)?.body).toContain('PX.Data.PXException');
		expect(faultReply({ status: 504 }, place)?.body).toContain('<html>');
	});

	it('is the real one where the fault only changes it', () => {
		expect(faultReply({ delay: 5 }, place)).toBeUndefined();
		expect(faultReply({ empty: 204 }, place)).toBeUndefined();
	});
});

describe('a real answer', () => {
	const reply = json(200, { a: 1 });

	it('is cut in half', () => {
		expect(spoiled({ truncated: true }, reply).body).toBe('{"a');
	});

	it('that is streamed is cut in half too', async () => {
		const open = (length = 5) => Readable.from(['hello'.slice(0, length)]);
		const body = { size: 5, isChunked: false, open };
		const { body: half } = spoiled({ truncated: true }, { ...reply, body });
		if (!isStreamed(half)) throw new Error('It is not streamed any more.');
		expect([half.size, await text(half.open()), await text(half.open(9))]).toEqual([2, 'he', 'he']);
	});

	it('comes under a wrong content type', () => {
		const { headers } = spoiled({ contentType: 'text/plain' }, reply);
		expect(headers['Content-Type']).toBe('text/plain');
	});

	it('comes without its body, but with its cookies', () => {
		const signedIn = noContent({ 'Set-Cookie': ['a=b'] });
		expect(spoiled({ empty: 200 }, signedIn)).toEqual({ ...signedIn, status: 200 });
		expect(spoiled({ empty: 204 }, reply)).toEqual({ status: 204, headers: {}, body: '' });
		expect(spoiled({ empty: 200 }, reply)).toEqual({ ...reply, body: '' });
	});

	it('only comes late', () => {
		expect(spoiled({ delay: 1 }, reply)).toBe(reply);
	});
});

describe('a session that was opened', () => {
	it.each([
		[{ cut: 'afterExecution' as const }, true, true],
		[{ cut: 'midAnswer' as const }, true, true],
		[{ never: 'afterExecution' as const }, true, true],
		[{ status: 504, when: 'afterExecution' as const }, true, true],
		[{ status: 504, contentType: 'text/plain', when: 'afterExecution' as const }, true, true],
		[{ html: true as const, when: 'afterExecution' as const }, true, true],
		[{ truncated: true as const }, false, true],
		[{ empty: 200 as const }, false, true],
		[{ delay: 1 }, false, false],
		[{ contentType: 'text/html' }, false, false],
		[{ endSession: true as const }, false, false],
	])('behind %j is hidden: %p with cookies, %p with a token', (answer, cookies, token) => {
		expect(hidesSession(answer, { isToken: false })).toBe(cookies);
		expect(hidesSession(answer, { isToken: true })).toBe(token);
	});
});
