import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ReceivedFile } from './files/receiveFile.ts';
import { readCookies } from './signIn/cookies.ts';
import { page, Refusal } from './reply.ts';

/** What a request is for, as the license, the faults and the ledger tell requests apart. */
export const requestKinds = [
	'signIn',
	'signOut',
	'token',
	'authorize',
	'discovery',
	'schema',
	'odata',
	'list',
	'get',
	'put',
	'patch',
	'delete',
	'action',
	'status',
	'filePut',
	'fileGet',
	'other',
] as const;

export type RequestKind = (typeof requestKinds)[number];

/** A request that was read whole. */
export interface Exchange {
	readonly method: string;
	/** Decoded path below the site, in segments: `['entity', 'Default', '24.200.001', 'SalesOrder']`. */
	readonly segments: readonly string[];
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly cookies: ReadonlyMap<string, string>;
	/** Empty where the body was received as a file. */
	readonly body: Buffer;
	readonly upload?: ReceivedFile;
}

/** Where a request goes, known before its body is. */
export interface Target {
	readonly path: string;
	readonly query: URLSearchParams;
}

/**
 * Splits the address of a request.
 *
 * @throws Refusal 400 when the path has a broken escape, as IIS answers it
 */
export function targetOf(message: IncomingMessage): Target {
	const address = message.url ?? '/';
	const mark = address.indexOf('?');
	const path = mark < 0 ? address : address.slice(0, mark);
	const query = new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1));
	try {
		return { path: decodeURIComponent(path), query };
	} catch {
		throw new Refusal(page(400, 'Bad Request'));
	}
}

/**
 * The path below the site, in segments, without the one that stands for a window of the browser
 * (`/(W(10005))/`). IIS decodes before anything else looks, so that an encoded
 * slash inside a key separates like a plain one: such a key cannot be addressed.
 *
 * @returns undefined when the path is outside the site
 */
export function segmentsInSite(site: string, path: string): string[] | undefined {
	const segments = path.split('/').filter((segment) => segment !== '');
	const isInSite = site === '' || segments[0]?.toLowerCase() === site.toLowerCase();
	if (!isInSite) return undefined;
	const below = site === '' ? segments : segments.slice(1);
	return /^\(W\(\d+\)\)$/i.test(below[0] ?? '') ? below.slice(1) : below;
}

/** The whole body. */
export async function readBody(message: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

/** The value of a header that may come once only. */
export function header(exchange: Pick<Exchange, 'headers'>, name: string): string | undefined {
	const value = exchange.headers[name.toLowerCase()];
	return Array.isArray(value) ? value.join(', ') : value;
}

/**
 * Reads a request whole.
 *
 * @param receive takes the body where it is a file
 */
export async function readExchange(
	message: IncomingMessage,
	{ query }: Target,
	segments: readonly string[],
	receive?: (message: IncomingMessage) => Promise<ReceivedFile>,
): Promise<Exchange> {
	const { method = 'GET', headers } = message;
	const cookies = readCookies(headers.cookie ?? '');
	const about = { method, segments, query, headers, cookies };
	if (receive === undefined) return { ...about, body: await readBody(message) };
	return { ...about, body: Buffer.alloc(0), upload: await receive(message) };
}
