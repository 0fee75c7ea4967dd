import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { addressOf } from './address';
import { toAnswer } from './answer';
import { failureOf } from './failure';
import { cancelled, type ApiRequest, type Caller, type Exchange, type Send } from './request';

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
		try {
			const options = { ...httpOptions(request, target), ignoreHttpStatusErrors: true };
			return answerOf(
				await caller.helpers.httpRequest(abortSignal ? { ...options, abortSignal } : options),
			);
		} catch (error) {
			return isRaised(cancelSignal) ? cancelled : failureOf(error);
		}
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
		try {
			return answerOf(
				await caller.helpers.httpRequestWithAuthentication.call(caller, credentialType, {
					...httpOptions(request, target),
					ignoreHttpStatusErrors: { ignore: true, except: [401] },
				}),
			);
		} catch (error) {
			return isRaised(cancelSignal) ? cancelled : failureOf(error);
		}
	};
}

/** A function, since the compiler takes a signal that was not raised before for one that never is. */
function isRaised(signal: AbortSignal | undefined): boolean {
	return signal?.aborted === true;
}

function httpOptions(request: ApiRequest, target: Target): IHttpRequestOptions {
	return {
		method: request.method,
		url: addressOf(target.baseUrl, request.path, request.query),
		headers: {
			accept: 'application/json',
			...(request.body !== undefined && { 'content-type': 'application/json' }),
			...request.headers,
		},
		...(request.body !== undefined && { body: request.body }),
		// As text: a web page must not pass for data, and long numbers must not lose digits.
		encoding: 'text',
		json: false,
		returnFullResponse: true,
		// A redirect is a sign-in page or a gateway; following it would carry credentials along.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		skipSslCertificateValidation: target.ignoreSSLIssues,
		timeout: target.timeout,
	};
}

const fullResponse = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

function answerOf(response: unknown): Exchange {
	const parsed = fullResponse.safeParse(response);
	if (!parsed.success) {
		return {
			kind: 'failure',
			reason: 'cut',
			message: 'The answer came without a status',
			phase: 'request',
		};
	}
	return toAnswer(parsed.data.statusCode, parsed.data.headers, parsed.data.body);
}
