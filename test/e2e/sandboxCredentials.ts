import { connectOAuth2 } from './connectOAuth2.ts';
import type { RestClient } from './restClient.ts';

/** An account of the sandbox, as `sandbox.account` has it. */
export interface SandboxAccount {
	readonly username: string;
	readonly password: string;
	readonly tenant: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** A credential as n8n stores it, and what the node's parameter `authentication` says to use it. */
export interface StoredCredential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly authentication: string;
}

/** The credential types of the package by the node's values of `authentication`. */
export const credentialTypes = {
	session: 'acumaticaApi',
	passwordOAuth2: 'acumaticaPasswordOAuth2Api',
	oAuth2: 'acumaticaOAuth2Api',
} as const;

export type Authentication = keyof typeof credentialTypes;

/**
 * Creates a credential for the sandbox in n8n; the one with an authorization code is connected too.
 * @param sandboxUrl the instance URL
 */
export async function storeCredential(
	client: RestClient,
	serverUrl: string,
	authentication: Authentication,
	sandboxUrl: string,
	account: SandboxAccount,
): Promise<StoredCredential> {
	const type = credentialTypes[authentication];
	const name = `Sandbox (${authentication})`;
	const data = { ...connection(sandboxUrl), ...ownFields(authentication, account) };
	const id = await client.createCredential(type, name, data);
	if (authentication === 'oAuth2') await connectOAuth2(client, serverUrl, id);
	return { id, name, type, authentication };
}

/** The license of the sandbox is generous: the node must not pace itself through the demo. */
function connection(sandboxUrl: string): object {
	return { instanceUrl: sandboxUrl, requestsPerMinute: 10_000, concurrentRequests: 3 };
}

function ownFields(authentication: Authentication, account: SandboxAccount): object {
	const { username, password, tenant, clientId, clientSecret } = account;
	switch (authentication) {
		case 'session':
			return { username, password, tenant };
		case 'passwordOAuth2':
			return { clientId, clientSecret, username, password, scope: 'api' };
		case 'oAuth2':
			return { clientId, clientSecret, scope: 'api offline_access' };
	}
}
