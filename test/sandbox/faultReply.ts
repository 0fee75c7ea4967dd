import type { FaultAnswer } from './faults.ts';
import { exception, httpError, isStreamed, page, redirect, type Reply } from './reply.ts';

/** What a scripted answer depends on. */
export interface FaultPlace {
	/** What the license says when it refuses, for a scripted 429. */
	readonly licenseReply: () => Reply;
	/** `/AcumaticaERP`, or nothing. */
	readonly sitePath: string;
	/** The sandbox's time. */
	readonly now: number;
}

/**
 * The answer that takes the place of the real one.
 *
 * @returns undefined where the fault changes the real answer instead of replacing it
 */
export function faultReply(answer: FaultAnswer, place: FaultPlace): Reply | undefined {
	if ('html' in answer) return page(answer.status ?? 200, 'Service Unavailable', '<p>Sandbox.</p>');
	if ('redirect' in answer) return redirect(answer.redirect.replace(/^~/, place.sitePath));
	if (!('status' in answer)) return undefined;
	const { status, retryAfter, contentType } = answer;
	const usual = usualReply(status, place);
	const headers = { ...usual.headers };
	if (retryAfter !== undefined) {
		headers['Retry-After'] =
			typeof retryAfter === 'string'
				? retryAfter
				: new Date(place.now + retryAfter.dateInSeconds * 1000).toUTCString();
	}
	if (contentType !== undefined) headers['Content-Type'] = contentType;
	return { status, headers, body: bodyText(answer.body) ?? usual.body };
}

function bodyText(body: unknown): string | undefined {
	if (body === undefined || typeof body === 'string') return body;
	return JSON.stringify(body);
}

function usualReply(status: number, { licenseReply }: FaultPlace): Reply {
	if (status === 429) return licenseReply();
	if (status === 401) return httpError(401, 'You are not logged in.');
	if (status === 500) {
		return exception(500, {
			exceptionMessage: 'Error: The operation failed.',
			exceptionType: 'PX.Data.PXException',
		});
	}
	if (status >= 500) return page(status, `${status} - gateway`);
	return httpError(status, 'The request could not be completed.');
}

/** The real answer, spoiled: half of the text, none of it, or the right text under a wrong content type. */
export function spoiled(answer: FaultAnswer, reply: Reply): Reply {
	if ('truncated' in answer) {
		return { ...reply, body: firstHalf(reply.body) };
	}
	if ('empty' in answer) {
		const { 'Content-Type': contentType, ...headers } = reply.headers;
		const isTyped = answer.empty === 200 && contentType !== undefined;
		return {
			status: answer.empty,
			headers: isTyped ? { ...headers, 'Content-Type': contentType } : headers,
			body: '',
		};
	}
	if ('contentType' in answer && answer.contentType !== undefined && !('status' in answer)) {
		return { ...reply, headers: { ...reply.headers, 'Content-Type': answer.contentType } };
	}
	return reply;
}

function firstHalf(body: Reply['body']): Reply['body'] {
	if (!isStreamed(body)) return body.slice(0, Math.floor(body.length / 2));
	const size = Math.floor(body.size / 2);
	return { ...body, size, open: (length = size) => body.open(Math.min(length, size)) };
}

/**
 * Whether the client of a request that opened a session never gets what it takes to use or close it:
 * cookies come as headers, a token in the body.
 */
export function hidesSession(answer: FaultAnswer, { isToken }: { isToken: boolean }): boolean {
	if ('truncated' in answer || 'empty' in answer) return isToken;
	if ('delay' in answer || 'endSession' in answer) return false;
	return !('contentType' in answer) || 'status' in answer;
}
