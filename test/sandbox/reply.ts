import type { Readable } from 'node:stream';

/** A body that is read when it is sent, because it may be too large to be held. */
export interface StreamedBody {
	readonly size: number;
	/** Without Content-Length. */
	readonly isChunked: boolean;
	/** @param length only so many bytes from the start; default all */
	open(length?: number): Readable;
}

/** An answer before it is sent. Several values of one header become several lines (Set-Cookie). */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | readonly string[]>>;
	readonly body: string | Buffer | StreamedBody;
}

/** Thrown anywhere below a route; the server sends the reply it carries. */
export class Refusal extends Error {
	readonly reply: Reply;

	constructor(reply: Reply) {
		super(`refused with ${reply.status}`);
		this.reply = reply;
	}
}

export function isStreamed(body: Reply['body']): body is StreamedBody {
	return typeof body !== 'string' && !Buffer.isBuffer(body);
}

const jsonType = 'application/json; charset=utf-8';

/** JSON that is written already. */
export function jsonText(status: number, text: string): Reply {
	return { status, headers: { 'Content-Type': jsonType }, body: text };
}

export function json(status: number, value: unknown): Reply {
	return jsonText(status, JSON.stringify(value));
}

export function noContent(headers: Reply['headers'] = {}): Reply {
	return { status: 204, headers, body: '' };
}

export function redirect(location: string): Reply {
	return { status: 302, headers: { Location: location }, body: '' };
}

/** What a web server or a gateway says when it speaks for itself. */
export function page(status: number, title: string, content = ''): Reply {
	const body = `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${content}</body></html>`;
	return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

export interface Exception {
	readonly exceptionMessage: string;
	readonly exceptionType: string;
}

/** The body `HttpError` of an exception inside the ERP (facts, section 11 A). */
export function exception(status: number, { exceptionMessage, exceptionType }: Exception): Reply {
	return json(status, {
		message: 'An error has occurred.',
		exceptionMessage,
		exceptionType,
		stackTrace: `   at Sandbox.Screen.Execute(Request request)\r\n   at Sandbox.Contract.Service.Invoke(${exceptionType} thrown)\r\n   at Sandbox.Http.Controller.Run()`,
	});
}

/** The body `HttpError` of a request that never reached the ERP's logic. */
export function httpError(status: number, message: string, messageDetail?: string): Reply {
	return json(status, messageDetail === undefined ? { message } : { message, messageDetail });
}

/** 400 with the complaints of the reader of the body, by the place they are about. */
export function modelState(complaints: Readonly<Record<string, readonly string[]>>): Reply {
	return json(400, { message: 'The request is invalid.', modelState: complaints });
}

export function escapeHtml(text: string): string {
	const entities: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
