/**
 * Queries that web servers do not take. IIS's request filtering refuses those above 2,048 characters with a
 * page and 404, ASP.NET with 400, unless they are configured otherwise; Windows' own HTTP service takes no
 * more than 16 KB with all headers (Microsoft's references of `requestLimits`, `httpRuntime`,
 * `MaxRequestBytes`).
 */
const usuallyTaken = 2048;
const everTaken = 15_000;

/** Whether a web page with that status is most likely about the length of the query. */
export function isRefusedQuery(status: number, queryLength = 0): boolean {
	return [400, 404, 414].includes(status) && queryLength > usuallyTaken;
}

/** Whether no server takes such a query, so that sending it, and again, only costs time. */
export function isHopelessQuery(queryLength: number): boolean {
	return queryLength > everTaken;
}

/** What a person can do about a query that is too long. */
export const longQueryAdvice =
	'Ask for less at once: fewer values in the filter (Is One Of), fewer names in Select and Custom Fields. Web servers take queries of 2,048 characters unless they are configured otherwise.';
