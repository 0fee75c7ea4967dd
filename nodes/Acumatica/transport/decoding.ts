import { readFault } from '../contract/fault';
import { jsonOf, parseJson } from '../contract/json';
import { isRecord } from '../contract/scalar';
import { looksLikeWebPage } from '../contract/webPage';
import { header, isSuccess, type Answer, type Exchange, type Layer } from './request';

/**
 * Parses the answers that should hold JSON. What cannot be parsed, or is empty where data is due,
 * becomes a failure of the connection: nobody may take it for data, and whoever decides on repeating
 * sees that the request may have been executed.
 */
export const decoding: Layer = (next) => async (request) => {
	const exchange = await next(request);
	if (!isSuccess(exchange) || exchange.phase !== 'request') return exchange;
	if (request.expect === 'text') return { ...exchange, body: exchange.text };
	return request.expect === 'json' ? decoded(exchange) : exchange;
};

function decoded(answer: Answer): Exchange {
	if (looksLikeWebPage(answer.text)) return answer;
	const type = header(answer, 'content-type');
	if (type !== undefined && !/json/i.test(type) && answer.text.trim() !== '') {
		return unreadable(answer, `The answer came as ${type}, where JSON was due`);
	}
	if (answer.text.trim() === '')
		return unreadable(answer, 'The answer was empty where data was due');
	try {
		return { ...answer, body: parseJson(answer.text) };
	} catch {
		return unreadable(answer, 'The answer broke off or is no JSON');
	}
}

function unreadable(answer: Answer, message: string): Exchange {
	return {
		kind: 'failure',
		reason: 'unreadable',
		message: `${message} (status ${answer.status})`,
		phase: 'request',
	};
}

/** An answer that looks successful but is a web page or an error object: it must not pass for data. */
export function isDisguisedError(answer: Answer): boolean {
	if (looksLikeWebPage(answer.text)) return true;
	// Where no body is due, none was parsed either.
	const body = answer.body ?? jsonOf(answer.text);
	if (!isRecord(body) || 'id' in body) return false;
	const isException = 'exceptionMessage' in body || 'ExceptionMessage' in body;
	return isException && readFault(answer.text).message !== '';
}
