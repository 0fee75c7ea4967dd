import { z } from 'zod';

import { isRecord } from '../contract/scalar';
import { toAnswer } from './answer';
import type { Exchange, FailureReason } from './request';

/** The parts of n8n's and axios's errors that tell what happened. */
const thrown = z.object({
	message: z.string().catch(''),
	code: z.string().optional().catch(undefined),
	response: z
		.object({
			status: z.number(),
			headers: z.custom<Record<string, unknown>>(isRecord).catch({}),
			data: z.unknown(),
		})
		.optional()
		.catch(undefined),
	cause: z.unknown(),
});

/** Makes a value of what the platform threw: an answer where one came (a 401), else a failure. */
export function failureOf(error: unknown): Exchange {
	const messages: string[] = [];
	for (let current: unknown = error, depth = 0; current !== undefined && depth < 5; depth++) {
		const parsed = thrown.safeParse(current);
		if (!parsed.success) break;
		const { response, code, message } = parsed.data;
		// The body is left as a stream where it could not be unpacked: the answer broke off on its way.
		if (response !== undefined && response.status !== 401 && isStream(response.data))
			return { kind: 'failure', reason: 'cut', message, phase: 'request' };
		if (response !== undefined) return toAnswer(response.status, response.headers, response.data);
		const reason = code === undefined ? undefined : reasonOf(code, message);
		if (reason !== undefined)
			return { kind: 'failure', reason, message: `${message} (${code})`, phase: 'request' };
		if (message !== '') messages.push(message);
		current = parsed.data.cause;
	}
	const message = messages[0] ?? 'The request was not sent';
	const reason = /aborted|socket hang up|timeout/i.test(messages.join(' ')) ? 'cut' : 'platform';
	return { kind: 'failure', reason, message, phase: 'request' };
}

function isStream(body: unknown): boolean {
	return isRecord(body) && typeof body.pipe === 'function';
}

const reasons: Readonly<Record<string, FailureReason>> = {
	ECONNREFUSED: 'refused',
	EAI_AGAIN: 'refused',
	EHOSTUNREACH: 'refused',
	ENETUNREACH: 'refused',
	ENOTFOUND: 'unknownHost',
	ECONNABORTED: 'timedOut',
	ETIMEDOUT: 'timedOut',
	ESOCKETTIMEDOUT: 'timedOut',
	ECONNRESET: 'cut',
	EPIPE: 'cut',
	ERR_BAD_RESPONSE: 'cut',
	ERR_CANCELED: 'cancelled',
};

function reasonOf(code: string, message: string): FailureReason | undefined {
	// axios gives an answer that broke off half-way the code of a time-out.
	if (code === 'ECONNABORTED' && !/timeout/i.test(message)) return 'cut';
	// A port that speaks no TLS: no certificate would help.
	if (/wrong version number|packet length too long/i.test(message)) return 'refused';
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO|ERR_TLS|ERR_SSL/.test(code)) return 'certificate';
	const reason = reasons[code];
	// Of a connection that was open already: the request may have got through.
	if (reason === 'refused' && /^(?:read|write) /.test(message)) return 'cut';
	return reason ?? (code.startsWith('HPE_') ? 'cut' : undefined);
}
