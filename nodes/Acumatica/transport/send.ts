import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { isRecord } from '../contract/scalar';
import { addressOf } from './address';
import { toAnswer } from './answer';
import { failureOf } from './failure';
import { isFileStream, received } from './receiving';
import {
	cancelled,
	type ApiRequest,
	type Caller,
	type Exchange,
	type FileBody,
	type Send,
} from './request';

/** Where requests go, and how long one may take. */
export interface Target {
	readonly baseUrl: string;
	readonly ignoreSSLIssues: boolean;
	/** Milliseconds, the answer's body included. */
	readonly timeout: number;
}

/**
 * Sends through n8n without authentication of its own: cookie or token stand in the request's
 * headers. A 401 comes back as an answer.
 *
 * @param cancelSignal ends the request in flight; left out for a sign-out, which has to go through
 *   although the execution was cancelled
 */
export function plainSend(caller: Caller, target: Target, cancelSignal?: AbortSignal): Send {
	return async (request) => {
		if (isRaised(cancelSignal)) return cancelled;
		const abortSignal = request.uninterruptible === true ? undefined : cancelSignal;
		const options = { ...(await httpOptions(request, target)), ignoreHttpStatusErrors: true };
		const send = async (): Promise<unknown> =>
			await caller.helpers.httpRequest(abortSignal ? { ...options, abortSignal } : options);
		return await exchanged(send, request, target, cancelSignal);
	};
}

/**
 * Sends with a credential that n8n itself authenticates (OAuth 2.0, authorization code). A 401 has to
 * reach the platform as an error, or it would not refresh the token: hence `except`.
 */
export function authenticatedSend(
	caller: Caller,
	credentialType: string,
	target: Target,
	cancelSignal?: AbortSignal,
): Send {
	return async (request) => {
		if (isRaised(cancelSignal)) return cancelled;
		const options: IHttpRequestOptions = {
			...(await httpOptions(request, target)),
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		};
		const send = async (): Promise<unknown> =>
			await caller.helpers.httpRequestWithAuthentication.call(caller, credentialType, options);
		return await exchanged(send, request, target, cancelSignal);
	};
}

/** What goes wrong with the file of a request or an answer, outside of the exchange, is raised. */
async function exchanged(
	send: () => Promise<unknown>,
	request: ApiRequest,
	target: Target,
	cancelSignal: AbortSignal | undefined,
): Promise<Exchange> {
	let response: unknown;
	try {
		response = await send();
	} catch (error) {
		return isRaised(cancelSignal) ? cancelled : failureOf(error);
	}
	return await answerOf(response, request, target);
}

/** A function, since the compiler takes a signal that was not raised before for one that never is. */
function isRaised(signal: AbortSignal | undefined): boolean {
	return signal?.aborted === true;
}

async function httpOptions(request: ApiRequest, target: Target): Promise<IHttpRequestOptions> {
	const { body } = request;
	return {
		method: request.method,
		url: addressOf(target.baseUrl, request.path, request.query),
		headers: {
			...acceptHeaders(request),
			...(body !== undefined && contentHeaders(body)),
			...request.headers,
		},
		...(body !== undefined && { body: typeof body === 'string' ? body : await body.open() }),
		// As text: a web page must not pass for data, and long numbers must not lose digits.
		encoding: request.expect === 'file' ? 'stream' : 'text',
		json: false,
		returnFullResponse: true,
		// A redirect is a sign-in page or a gateway; following it would carry credentials along.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		skipSslCertificateValidation: target.ignoreSSLIssues,
		timeout: target.timeout,
	};
}

/** A file that is not compressed on its way can be compared with the length that is announced. */
function acceptHeaders({ expect }: ApiRequest): Record<string, string> {
	if (expect === 'file')
		return { accept: 'application/octet-stream', 'accept-encoding': 'identity' };
	return { accept: expect === 'text' ? 'application/xml' : 'application/json' };
}

function contentHeaders(body: string | FileBody): Record<string, string> {
	return typeof body === 'string'
		? { 'content-type': 'application/json' }
		: { 'content-type': 'application/octet-stream', 'content-length': String(body.size) };
}

const fullResponse = z.object({
	statusCode: z.number(),
	headers: z.custom<Record<string, unknown>>(isRecord).catch({}),
	body: z.unknown(),
});

async function answerOf(response: unknown, request: ApiRequest, target: Target): Promise<Exchange> {
	const parsed = fullResponse.safeParse(response);
	if (!parsed.success) {
		return {
			kind: 'failure',
			reason: 'cut',
			message: 'The answer came without a status',
			phase: 'request',
		};
	}
	const { statusCode, headers, body } = parsed.data;
	return isFileStream(body)
		? await received(toAnswer(statusCode, headers, ''), body, request.receive, target.timeout)
		: toAnswer(statusCode, headers, body);
}
