import { Readable } from 'node:stream';

import { failureOf } from '../../nodes/Acumatica/transport/failure';

const error = (more: object, message = 'it broke') => Object.assign(new Error(message), more);

describe('failureOf', () => {
	test.each([
		['ECONNREFUSED', 'refused'],
		['EAI_AGAIN', 'refused'],
		['ENOTFOUND', 'unknownHost'],
		['ECONNRESET', 'cut'],
		['EPIPE', 'cut'],
		['HPE_INVALID_CONSTANT', 'cut'],
		['ETIMEDOUT', 'timedOut'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
		['CERT_HAS_EXPIRED', 'certificate'],
		['ERR_CANCELED', 'cancelled'],
	])('%s means %s', (code, reason) => {
		expect(failureOf(error({ code }))).toMatchObject({ kind: 'failure', reason });
	});

	test('tells a time-out from an answer that broke off, which have the same code', () => {
		expect(failureOf(error({ code: 'ECONNABORTED' }, 'timeout of 5 ms exceeded'))).toMatchObject({
			reason: 'timedOut',
		});
		expect(failureOf(error({ code: 'ECONNABORTED' }, 'stream has been aborted'))).toMatchObject({
			reason: 'cut',
		});
	});

	test('takes an answer that could not be unpacked for one that broke off', () => {
		const response = { status: 200, headers: {}, data: Readable.from(['not gzip']) };
		expect(failureOf(error({ code: 'Z_DATA_ERROR', response }))).toMatchObject({ reason: 'cut' });
	});

	test('does not take the end of an open connection for a refusal', () => {
		expect(failureOf(error({ code: 'EHOSTUNREACH' }, 'read EHOSTUNREACH'))).toMatchObject({
			reason: 'cut',
		});
	});

	test('does not blame the certificate where the port speaks no TLS', () => {
		const message = 'write EPROTO 40:error:0A00010B:SSL routines::wrong version number';
		expect(failureOf(error({ code: 'EPROTO' }, message))).toMatchObject({ reason: 'refused' });
	});

	test("finds the reason below n8n's own error", () => {
		const wrapped = error({ cause: error({ cause: error({ code: 'ECONNRESET' }) }) });
		expect(failureOf(wrapped)).toMatchObject({ reason: 'cut' });
	});

	test('takes an answer that came as an error for an answer', () => {
		const response = {
			status: 401,
			headers: { 'WWW-Authenticate': 'Bearer' },
			data: '{"message":"no"}',
		};
		expect(failureOf(error({ cause: error({ response }) }))).toMatchObject({
			kind: 'answer',
			status: 401,
			headers: { 'www-authenticate': 'Bearer' },
			text: '{"message":"no"}',
		});
	});

	test('passes on why the platform would not send it', () => {
		expect(failureOf(error({}, 'OAuth credentials not connected'))).toMatchObject({
			reason: 'platform',
			message: 'OAuth credentials not connected',
		});
	});

	test.each([undefined, null, 'text', 7])('makes something of %p', (thrown) => {
		expect(failureOf(thrown)).toMatchObject({ kind: 'failure', reason: 'platform' });
	});
});
