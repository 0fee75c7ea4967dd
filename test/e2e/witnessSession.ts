import { request } from 'undici';
import type { SandboxAccount } from './sandboxCredentials.ts';

/** What a client of the API can look at, signed in by itself. */
export interface Witness {
	/** Reads JSON of Default/24.200.001: `SalesOrder/SO/000001?$expand=Details`. */
	read(path: string): Promise<unknown>;
	/** The bytes of a file by the address that the ERP gave for it, below the origin. */
	download(href: string): Promise<Buffer>;
}

/**
 * Looks at the ERP with a client of its own: other code than our node and than n8n's HTTP client, so that
 * a mistake which they share does not hide itself. Signs in before and out after.
 */
export async function asWitness<Seen>(
	sandboxUrl: string,
	{ username, password, tenant }: SandboxAccount,
	look: (witness: Witness) => Promise<Seen>,
): Promise<Seen> {
	const signIn = await request(`${sandboxUrl}/entity/auth/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name: username, password, tenant }),
	});
	await signIn.body.dump();
	const cookie = [signIn.headers['set-cookie'] ?? []]
		.flat()
		.map((line) => line.slice(0, line.indexOf(';')))
		.join('; ');
	const get = async (address: string, accept: string) => {
		const answer = await request(address, { headers: { cookie, accept } });
		if (answer.statusCode === 200) return answer.body;
		throw new Error(`${address} -> ${answer.statusCode} ${await answer.body.text()}`);
	};
	try {
		return await look({
			read: async (path) => {
				const body = await get(
					`${sandboxUrl}/entity/Default/24.200.001/${path}`,
					'application/json',
				);
				return await body.json();
			},
			download: async (href) => {
				const body = await get(new URL(href, sandboxUrl).href, 'application/octet-stream');
				return Buffer.from(await body.arrayBuffer());
			},
		});
	} finally {
		const signOut = await request(`${sandboxUrl}/entity/auth/logout`, {
			method: 'POST',
			headers: { cookie, 'content-length': '0' },
		});
		await signOut.body.dump();
	}
}
