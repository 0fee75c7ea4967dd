import type { Sandbox } from '../sandbox/sandbox.ts';

/** Where the benchmarked instance is and who may sign in there, as one process tells another. */
export interface Connection {
	/** The instance URL, with the site. */
	readonly url: string;
	readonly username: string;
	readonly password: string;
	readonly tenant: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** What another process needs to know of a sandbox. */
export function connectionOf({ url, account }: Pick<Sandbox, 'url' | 'account'>): Connection {
	const { username, password, tenant, clientId, clientSecret } = account;
	return { url, username, password, tenant, clientId, clientSecret };
}

/** The connection that this process was started with. */
export function givenConnection(): Connection {
	return JSON.parse(process.argv[2] ?? '{}');
}

export interface TokenData {
	readonly access_token: string;
	readonly refresh_token?: string;
	readonly token_type: string;
}

/** A token for the connection; the work itself is what is measured, not the sign-in. */
export async function token(connection: Connection): Promise<TokenData> {
	const answer = await fetch(`${connection.url}/identity/connect/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'password',
			username: connection.username,
			password: connection.password,
			client_id: connection.clientId,
			client_secret: connection.clientSecret,
			scope: 'api offline_access',
		}),
	});
	if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as TokenData;
}

/** Signs in as people do without this package; returns the header that proves the session. */
export async function cookie({ url, username, password, tenant }: Connection): Promise<string> {
	const answer = await fetch(`${url}/entity/auth/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name: username, password, tenant }),
	});
	if (!answer.ok) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

export async function signOut({ url }: Connection, session: string): Promise<void> {
	await fetch(`${url}/entity/auth/logout`, { method: 'POST', headers: { cookie: session } });
}
