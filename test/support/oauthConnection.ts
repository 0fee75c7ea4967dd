import { createHash, randomBytes } from 'node:crypto';
import { request } from 'undici';
import type { Sandbox } from '../sandbox/sandbox.ts';

export interface OAuthTokens {
	readonly access_token: string;
	readonly refresh_token?: string;
	readonly token_type: string;
	readonly scope: string;
}

const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/**
 * Goes through the sandbox's sign-in and consent as a person with a browser does, and trades the code
 * for tokens as n8n does.
 */
export async function connectOAuth2(
	{ url, account }: Pick<Sandbox, 'url' | 'account'>,
	scope = 'api offline_access',
): Promise<OAuthTokens> {
	const verifier = randomBytes(32).toString('base64url');
	const asked = new URLSearchParams({
		response_type: 'code',
		client_id: account.clientId,
		redirect_uri: redirectUri,
		scope,
		state: 'state',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
	});
	const consent = await request(`${url}/identity/connect/authorize`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: `${asked.toString()}&decision=allow`,
	});
	await consent.body.dump();
	const code = new URL(String(consent.headers.location)).searchParams.get('code') ?? '';
	const answer = await request(`${url}/identity/connect/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code,
			redirect_uri: redirectUri,
			client_id: account.clientId,
			client_secret: account.clientSecret,
			code_verifier: verifier,
		}).toString(),
	});
	return (await answer.body.json()) as OAuthTokens;
}
