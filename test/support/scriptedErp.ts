import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as it arrived, byte by byte. */
export interface Arrived {
	readonly request: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: Buffer;
}

export interface Scripted {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** An object is sent as JSON. */
	readonly body?: Buffer | string | object;
	/** Breaks the connection after so many bytes of the body. */
	readonly cutAfter?: number;
	/** Sends so many bytes of the body, and then nothing more. */
	readonly stallAfter?: number;
}

export interface ScriptedErp {
	readonly sandbox: {
		readonly url: string;
		readonly account: Readonly<Record<'username' | 'password' | 'tenant', string>> & {
			readonly clientId: '';
			readonly clientSecret: '';
		};
	};
	/** What came besides sign-in and sign-out. */
	readonly arrived: readonly Arrived[];
	close(): Promise<void>;
}

/** A server with cookie login that answers everything else as the test says, byte by byte. */
export async function startScriptedErp(
	answer: (arrived: Arrived) => Scripted,
): Promise<ScriptedErp> {
	const arrived: Arrived[] = [];
	const server = createServer((message, response) => {
		void buffer(message).then((body) => {
			const request = `${message.method} ${message.url}`;
			if (request.endsWith('/auth/login')) {
				response.writeHead(204, { 'set-cookie': 'ASP.NET_SessionId=session-1' }).end();
			} else if (request.endsWith('/auth/logout')) {
				response.writeHead(204).end();
			} else {
				const one = { request, headers: message.headers, body };
				arrived.push(one);
				send(response, answer(one));
			}
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	const account = { username: 'admin', password: 'p@ss', tenant: 'Company' };
	return {
		sandbox: {
			url: `http://127.0.0.1:${port}/Site`,
			account: { ...account, clientId: '', clientSecret: '' },
		},
		arrived,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

function send(response: ServerResponse, scripted: Scripted): void {
	const { status = 200, body = '', headers = {}, cutAfter, stallAfter } = scripted;
	const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
	const bytes = isJson ? Buffer.from(JSON.stringify(body)) : Buffer.from(body);
	response.writeHead(status, {
		...(isJson && { 'content-type': 'application/json' }),
		...(status !== 204 && { 'content-length': String(bytes.length) }),
		...headers,
	});
	const most = cutAfter ?? stallAfter;
	if (most === undefined) {
		response.end(bytes);
		return;
	}
	response.write(bytes.subarray(0, most), () => {
		if (cutAfter !== undefined) response.destroy();
	});
}
