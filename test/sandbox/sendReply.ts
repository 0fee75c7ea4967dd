import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { isStreamed, type Reply } from './reply.ts';

/** Sends a reply at a time of the sandbox. */
export function send(response: ServerResponse, reply: Reply, now: number): void {
	const { status, body } = reply;
	response.statusCode = status;
	response.setHeader('Server', 'Microsoft-IIS/10.0');
	response.setHeader('Date', new Date(now).toUTCString());
	setHeaders(response, reply);
	if (!isStreamed(body)) {
		response.end(body);
		return;
	}
	if (!body.isChunked) response.setHeader('Content-Length', body.size);
	// A client that goes away ends both; nobody is left to be told.
	pipeline(body.open(), response, () => undefined);
}

/** Sends as much of a reply as a scripted cut lets through, and ends the connection. */
export function cut(response: ServerResponse, reply: Reply, where: string): void {
	const { status, body } = reply;
	if (where !== 'midAnswer') {
		response.destroy();
		return;
	}
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	setHeaders(response, reply);
	if (isStreamed(body)) {
		if (!body.isChunked) response.setHeader('Content-Length', body.size + 1);
		const half = body.open(Math.ceil(body.size / 2));
		half.pipe(response, { end: false });
		// What was written arrives before the end does.
		half.once('end', () => response.socket?.destroySoon());
		return;
	}
	response.setHeader('Content-Length', Buffer.byteLength(body) + 1);
	response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

function setHeaders(response: ServerResponse, { headers }: Reply): void {
	for (const [name, value] of Object.entries(headers)) {
		response.setHeader(name, typeof value === 'string' ? value : [...value]);
	}
}
