import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { isSuccess, type Answer, type ApiRequest, type Exchange, type Send } from './request';
import { subject, type About } from './about';
import { queryString } from './address';
import { isDisguisedError } from './decoding';
import { explain, type Explanation } from './explanation';
import { isHopelessQuery, longQueryAdvice } from './longQuery';
import { redact } from './redaction';

/** What operations get of an answer. */
export interface ApiResponse {
	readonly status: number;
	readonly headers: Answer['headers'];
	/** Parsed JSON, where JSON was expected. */
	readonly body: unknown;
}

/** Sends a request and returns a successful answer; everything else is an error a person can act on. */
export type Api = (request: ApiRequest, about: About) => Promise<ApiResponse>;

/** What the rejection knows beyond the answer. */
export interface RejectionContext {
	readonly node: INode;
	readonly itemIndex: number;
	readonly baseUrl: string;
	readonly secrets: () => readonly string[];
	/** Looks for the names that do exist, after a 404; empty when it cannot tell. */
	readonly suggest: (about: About) => Promise<string>;
}

/** Where failures, which are values up to here, become errors. */
export function rejecting(send: Send, context: RejectionContext): Api {
	return async (request, about) => {
		const { length: queryLength } = queryString(request.query);
		if (isHopelessQuery(queryLength)) throw tooLong(queryLength, about, context);
		const exchange = await send(request);
		if (isSuccess(exchange) && exchange.phase === 'request' && !isDisguisedError(exchange)) {
			const { status, headers, body } = exchange;
			return { status, headers, body };
		}
		throw await rejection(exchange, { ...about, queryLength }, context);
	};
}

function tooLong(queryLength: number, about: About, { node, itemIndex }: RejectionContext) {
	const what = `Could not ${about.doing} ${subject(about)}`;
	const error = new NodeOperationError(
		node,
		`${what}: its query of ${queryLength} characters is longer than web servers take`,
		{ itemIndex, description: `${longQueryAdvice} Nothing was sent.` },
	);
	error.context.faultKind = 'tooLarge';
	return error;
}

async function rejection(exchange: Exchange, about: About, context: RejectionContext) {
	const explanation = explain(exchange, about, context.baseUrl);
	const suggestion = explanation.kind === 'addressNotFound' ? await context.suggest(about) : '';
	const clean = (text: string) => redact(text, context.secrets());
	const message = clean(explanation.message);
	// Who knows what does exist need not guess what may be wrong.
	const description = clean(suggestion === '' ? explanation.description : suggestion);
	const { node, itemIndex } = context;
	const error =
		exchange.kind === 'failure' &&
		(exchange.reason === 'cancelled' || exchange.reason === 'platform')
			? new NodeOperationError(node, message, { description, itemIndex })
			: new NodeApiError(node, {}, { message, description, itemIndex, ...code(explanation) });
	// The platform takes any text with EEXIST or EPERM in it ("PREEXISTING") for an error of the system.
	error.message = message;
	error.context.faultKind = explanation.kind;
	error.context.fields = explanation.fields.map(({ path, message: text }) => ({
		path,
		message: clean(text),
	}));
	return error;
}

function code({ httpCode }: Explanation): { httpCode: string } | Record<string, never> {
	return httpCode === undefined ? {} : { httpCode };
}
