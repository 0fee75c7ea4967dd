import nock from 'nock';
import { type AcumaticaRun, runAcumatica } from './acumaticaRun.ts';
import type { NodeRunOutcome } from './nodeRun.ts';

// It intercepts from the import on, and would spoil tests against a sandbox in the same file.
nock.restore();

const origin = 'https://erp.example.com';

/** A request as it went over the wire. */
export interface WireRequest {
	readonly request: string;
	/** Without those that every HTTP client adds. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

export interface WireRun extends Omit<AcumaticaRun, 'sandbox' | 'authentication'> {
	/** The answer to every request but sign-in and sign-out. */
	readonly answer: {
		readonly status: number;
		readonly body?: unknown;
		readonly headers?: Readonly<Record<string, string>>;
	};
}

/** Cookie login of the account below, which every run starts with. */
export const signIn: WireRequest = {
	request: 'POST /Site/entity/auth/login',
	headers: { accept: 'application/json', 'content-type': 'application/json' },
	body: { name: 'admin', password: 'p@ss', tenant: 'Company' },
};

/** The headers that prove the session; requests without a body carry no others. */
export const proof = {
	accept: 'application/json',
	cookie: 'ASP.NET_SessionId=session-1; UserBranch=1',
} as const;

/** The sign-out that every run ends with. IIS refuses it without a length. */
export const signOut: WireRequest = {
	request: 'POST /Site/entity/auth/logout',
	headers: { ...proof, 'content-length': '0' },
	body: '',
};

/** Runs the node with cookie login against a scripted server and tells what was sent to it. */
export async function onTheWire({
	answer,
	...run
}: WireRun): Promise<{ readonly sent: readonly WireRequest[]; readonly outcome: NodeRunOutcome }> {
	const sent: WireRequest[] = [];
	nock.activate();
	for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
		nock(origin)
			.persist()
			.intercept(/^/, method)
			.reply(function (path, body) {
				sent.push({ request: `${method} ${path}`, headers: ownHeaders(this.req.headers), body });
				return reply(path, answer);
			});
	}
	const account = { username: 'admin', password: 'p@ss', tenant: 'Company' };
	try {
		const outcome = await runAcumatica({
			...run,
			sandbox: {
				url: `${origin}/Site`,
				account: { ...account, clientId: '', clientSecret: '' },
			},
			credential: { endpointVersion: '24.200.001', ...run.credential },
		});
		return { sent, outcome };
	} finally {
		nock.cleanAll();
		nock.restore();
	}
}

function reply(path: string, { status, body, headers }: WireRun['answer']): nock.ReplyFnResult {
	if (path.endsWith('/login')) {
		const cookies = ['ASP.NET_SessionId=session-1; path=/; HttpOnly', 'UserBranch=1; path=/'];
		return [204, '', { 'Set-Cookie': cookies }];
	}
	if (path.endsWith('/logout')) return [204];
	return [status, JSON.stringify(body) ?? '', { 'Content-Type': 'application/json', ...headers }];
}

const everyClients = /^(host|user-agent|connection|accept-encoding)$/;

function ownHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers)
			.map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
			.filter(([name]) => !everyClients.test(name))
			.filter(([name, value]) => name !== 'content-length' || value === '0'),
	);
}
