import type { Fault } from '../contract/fault';
import type { About } from './about';
import type { Answer } from './request';

/**
 * Queries that web servers do not take. IIS's request filtering refuses those above 2,048 characters with
 * 404, ASP.NET with 400, unless they are configured otherwise; Windows' own HTTP service takes no more than
 * 16 KB with all headers (Microsoft's references of `requestLimits`, `httpRuntime`, `MaxRequestBytes`).
 */
const usuallyTaken = 2048;
const everTaken = 15_000;

/** What IIS says where Acumatica's own error pages cannot speak for it, as integrators report. */
const iisAlone = /custom error module does not recognize this error/i;

/** Whether an answer is the web server's own, and most likely about the length of the query. */
export function isRefusedQuery(
	{ status, phase }: Pick<Answer, 'status' | 'phase'>,
	fault: Pick<Fault, 'isWebPage' | 'message'>,
	{ queryLength }: Pick<About, 'queryLength'>,
): boolean {
	// A sign-in comes before the request with the query.
	if (phase === 'signIn' || ![400, 404, 414].includes(status)) return false;
	return isLongQuery(queryLength) && (fault.isWebPage || iisAlone.test(fault.message));
}

/** Whether the query is longer than most servers take. */
export function isLongQuery(queryLength = 0): boolean {
	return queryLength > usuallyTaken;
}

/** Whether no server takes such a query, so that sending it, and again, only costs time. */
export function isHopelessQuery(queryLength: number): boolean {
	return queryLength > everTaken;
}

/** What a person can do about a query that is too long. */
export const longQueryAdvice =
	'Ask for less at once: fewer values in the filter (Is One Of), fewer names in Select and Custom Fields. Web servers take queries of 2,048 characters unless they are configured otherwise. If other queries fail as well, check the name of the entity.';
