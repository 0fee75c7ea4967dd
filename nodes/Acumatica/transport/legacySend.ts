import type { ICredentialTestFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { isRecord } from '../contract/scalar';
import type { Account } from './account';
import { addressOf } from './address';
import { toAnswer } from './answer';
import { failureOf } from './failure';
import type { ApiRequest, Send } from './request';

const response = z.object({
	statusCode: z.number(),
	headers: z.custom<Record<string, unknown>>(isRecord),
	body: z.unknown(),
});

/** People watch a credential being tested. */
const timeout = 60_000;

/** Sends with the platform's older request function: credential tests are offered no other. */
export function legacySend(caller: ICredentialTestFunctions, account: Account): Send {
	return async (request) => {
		try {
			const answer: unknown = await caller.helpers.request(requestOptions(request, account));
			const { statusCode, headers, body } = response.parse(answer);
			return toAnswer(statusCode, headers, body);
		} catch (error) {
			return failureOf(error);
		}
	};
}

function requestOptions(request: ApiRequest, account: Account): object {
	return {
		method: request.method,
		uri: addressOf(account.baseUrl, request.path, request.query),
		headers: {
			accept: 'application/json',
			...(request.body !== undefined && { 'content-type': 'application/json' }),
			...request.headers,
		},
		...(request.body !== undefined && { body: request.body }),
		resolveWithFullResponse: true,
		simple: false,
		followRedirect: false,
		followAllRedirects: false,
		rejectUnauthorized: !account.ignoreSSLIssues,
		timeout,
	};
}
