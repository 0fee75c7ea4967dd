import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request that arrived. */
export interface Arrival {
	readonly method: string;
	readonly path: string;
	readonly authorization: string | undefined;
	readonly body: string;
}

/** Answers a request: a status and a JSON body, or undefined to leave the caller waiting. */
export type Answer = (
	arrival: Arrival,
) => { readonly status: number; readonly body: unknown } | undefined;

export interface TinyApi {
	readonly url: string;
	readonly arrivals: readonly Arrival[];
	/** Settles when the next request has arrived. */
	nextArrival(): Promise<void>;
	close(): Promise<void>;
}

/** A web API of a few lines for the harness's own tests: it shows what really goes over the wire. */
export async function startTinyApi(answer: Answer): Promise<TinyApi> {
	const arrivals: Arrival[] = [];
	let waiting: Array<() => void> = [];
	const server = createServer((request: IncomingMessage, response: ServerResponse) => {
		void text(request).then((body) => {
			const { method = '', url: path = '', headers } = request;
			const arrival = { method, path, authorization: headers.authorization, body };
			arrivals.push(arrival);
			for (const tell of waiting) tell();
			waiting = [];
			const answered = answer(arrival);
			if (!answered) return;
			response.writeHead(answered.status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answered.body));
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		arrivals,
		nextArrival: async () => await new Promise((tell) => waiting.push(tell)),
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
