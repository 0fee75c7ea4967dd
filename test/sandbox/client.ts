import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { request } from 'undici';
import type { Sandbox } from './sandbox.ts';

/** What came back. `json` is undefined where the text is no JSON. */
export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
	readonly json: unknown;
}

export interface Sending {
	/** An object is sent as JSON, text and streams as they are. */
	readonly body?: object | string | Readable;
	readonly headers?: Readonly<Record<string, string>>;
	/** Gives up. */
	readonly signal?: AbortSignal;
}

/** A plain client with a cookie jar, for the sandbox's own tests: other code than n8n's. */
export class SandboxClient {
	readonly cookies = new Map<string, string>();
	readonly #sandbox: Pick<Sandbox, 'url' | 'origin' | 'account'>;
	readonly #base: string;

	/** @param endpoint where paths without a slash in front go */
	constructor(
		sandbox: Pick<Sandbox, 'url' | 'origin' | 'account'>,
		endpoint = 'Default/25.200.001',
	) {
		this.#sandbox = sandbox;
		this.#base = `${sandbox.url}/entity/${endpoint}/`;
	}

	/**
	 * Sends one request; redirects are answers.
	 *
	 * @param path `/entity` is below the instance, `SalesOrder` below the endpoint, `_sandbox/ledger`
	 * below the origin
	 */
	async send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
		const { body, headers = {}, signal } = sending;
		const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const json = !isRaw(body) ? { 'content-type': 'application/json' } : {};
		const {
			statusCode,
			headers: received,
			body: stream,
		} = await request(this.#address(path), {
			method,
			signal,
			headers: { ...json, ...(jar === '' ? {} : { cookie: jar }), ...headers },
			body: isRaw(body) ? body : JSON.stringify(body),
		});
		this.#keepCookies(received['set-cookie']);
		const text = await stream.text();
		return { status: statusCode, headers: received, text, json: parsed(text) };
	}

	get(path: string, sending?: Sending): Promise<Answer> {
		return this.send('GET', path, sending);
	}

	put(
		path: string,
		body: object,
		headers?: Sending['headers'],
		signal?: AbortSignal,
	): Promise<Answer> {
		return this.send('PUT', path, { body, headers, signal });
	}

	signIn(more: object = {}, signal?: AbortSignal): Promise<Answer> {
		const { username, password, tenant } = this.#sandbox.account;
		return this.send('POST', '/entity/auth/login', {
			body: { name: username, password, tenant, ...more },
			signal,
		});
	}

	signOut(): Promise<Answer> {
		return this.send('POST', '/entity/auth/logout');
	}

	/** A token request with the account's client ID and secret. */
	token(form: Readonly<Record<string, string>>): Promise<Answer> {
		const { clientId, clientSecret } = this.#sandbox.account;
		return this.send('POST', '/identity/connect/token', {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({
				client_id: clientId,
				client_secret: clientSecret,
				...form,
			}).toString(),
		});
	}

	/** A token by the account's password. */
	passwordToken(scope = 'api'): Promise<Answer> {
		const { username, password } = this.#sandbox.account;
		return this.token({ grant_type: 'password', username, password, scope });
	}

	#address(path: string): string {
		if (path.startsWith('_sandbox')) return `${this.#sandbox.origin}/${path}`;
		return path.startsWith('/') ? `${this.#sandbox.url}${path}` : `${this.#base}${path}`;
	}

	#keepCookies(lines: string | string[] | undefined): void {
		for (const line of [lines ?? []].flat()) {
			const [pair = ''] = line.split(';');
			const equals = pair.indexOf('=');
			this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
		}
	}
}

function isRaw(body: Sending['body']): body is string | Readable | undefined {
	return typeof body !== 'object' || body instanceof Readable;
}

/** The value at a path: `valueAt(order, 'Details', 0, 'OrderQty', 'value')`. */
export function valueAt(json: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((place, step) => {
		if (typeof place !== 'object' || place === null) return undefined;
		return Object.entries(place).find(([name]) => name === String(step))?.[1];
	}, json);
}

/** The value of a field of a record from the wire, as text. */
export function fieldOf(json: unknown, field: string): string {
	return String(valueAt(json, field, 'value'));
}

/** `Bearer ...` of a token answer, as a header. */
export function bearer({ json }: Pick<Answer, 'json'>): { readonly authorization: string } {
	return { authorization: `Bearer ${String(valueAt(json, 'access_token'))}` };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
