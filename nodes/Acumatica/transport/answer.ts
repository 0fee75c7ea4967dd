import type { Answer } from './request';

/** An answer as the layers pass it on: header names in lower case, the body as text. */
export function toAnswer(status: number, headers: Record<string, unknown>, body: unknown): Answer {
	const kept: Array<[string, string | string[]]> = [];
	for (const [name, value] of Object.entries(headers)) {
		if (Array.isArray(value)) kept.push([name.toLowerCase(), value.map(String)]);
		else if (value !== undefined && value !== null) kept.push([name.toLowerCase(), String(value)]);
	}
	return {
		kind: 'answer',
		status,
		headers: Object.fromEntries(kept),
		text: bodyText(body),
		phase: 'request',
	};
}

function bodyText(body: unknown): string {
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	// A stream that nobody has read, with an error that the platform raised.
	if (typeof body === 'object' && body !== null && 'pipe' in body) return '';
	return body === undefined || body === null ? '' : JSON.stringify(body);
}
