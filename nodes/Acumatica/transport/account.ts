import { z } from 'zod';

import { isRecord } from '../contract/scalar';
import { AccountFault } from './accountFault';
import { normalizeInstanceUrl } from './address';

/** The values of the parameter `authentication`. */
export const authentications = ['oAuth2', 'passwordOAuth2', 'session'] as const;

export type Authentication = (typeof authentications)[number];

/** The credential type behind each way to authenticate. */
export function credentialTypeOf(authentication: Authentication): string {
	switch (authentication) {
		case 'oAuth2':
			return 'acumaticaOAuth2Api';
		case 'passwordOAuth2':
			return 'acumaticaPasswordOAuth2Api';
		case 'session':
			return 'acumaticaApi';
	}
}

const text = z.string().optional().default('');
const connectionBlock = {
	instanceUrl: text,
	endpointName: text,
	endpointVersion: text,
	requestsPerMinute: z.coerce.number().int().min(1).catch(100),
	concurrentRequests: z.coerce.number().int().min(1).catch(3),
	ignoreSSLIssues: z
		.union([z.literal(true), z.literal('true')])
		.transform(Boolean)
		.catch(false),
};

const credentialShapes = {
	oAuth2: z.object({
		...connectionBlock,
		scope: text,
		clientId: text,
		clientSecret: text,
		oauthTokenData: z.unknown(),
	}),
	passwordOAuth2: z.object({
		...connectionBlock,
		clientId: text,
		clientSecret: text,
		username: text,
		password: text,
		scope: text,
	}),
	session: z.object({
		...connectionBlock,
		username: text,
		password: text,
		tenant: text,
		branch: text,
		locale: text,
	}),
};

/** Who signs in where, and what the license allows: a credential after parsing. */
export interface Account {
	readonly authentication: Authentication;
	/** Without a slash at the end: `https://erp.example.com/Site`. */
	readonly baseUrl: string;
	readonly endpointName: string;
	/** Empty: the newest that the instance publishes and this package understands. */
	readonly endpointVersion: string;
	readonly requestsPerMinute: number;
	readonly concurrentRequests: number;
	readonly ignoreSSLIssues: boolean;
	readonly username: string;
	readonly password: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly scope: string;
	readonly tenant: string;
	readonly branch: string;
	readonly locale: string;
	/** Never to be shown: blotted out of messages. */
	readonly secrets: readonly string[];
}

/**
 * Reads a decrypted credential.
 *
 * @throws AccountFault when a field that is needed is empty or no web address
 */
export function readAccount(authentication: Authentication, credential: unknown): Account {
	const parsed = credentialShapes[authentication].safeParse(credential);
	if (!parsed.success) {
		const field = parsed.error.issues[0]?.path.join('.') ?? '';
		throw new AccountFault(
			`The credential's field "${field}" cannot be read. Open the credential and save it again.`,
		);
	}
	const empty = {
		username: '',
		password: '',
		clientId: '',
		clientSecret: '',
		scope: '',
		tenant: '',
		branch: '',
		locale: '',
	};
	const fields = { ...empty, ...parsed.data };
	for (const name of requiredFields[authentication]) {
		if (fields[name].trim() === '')
			throw new AccountFault(`The credential has no ${labels[name]}. Enter it in the credential.`);
	}
	return {
		...fields,
		authentication,
		baseUrl: normalizeInstanceUrl(fields.instanceUrl),
		endpointName: fields.endpointName.trim() || 'Default',
		endpointVersion: fields.endpointVersion.trim(),
		secrets: [fields.password, fields.clientSecret, ...tokens(parsed.data)].filter(
			(secret) => secret.length > 3,
		),
	};
}

const requiredFields = {
	oAuth2: [],
	passwordOAuth2: ['clientId', 'clientSecret', 'username', 'password'],
	session: ['username', 'password'],
} as const satisfies Record<Authentication, readonly string[]>;
const labels = {
	clientId: 'client ID',
	clientSecret: 'client secret',
	username: 'username',
	password: 'password',
};

function tokens(credential: unknown): string[] {
	if (!isRecord(credential) || !isRecord(credential.oauthTokenData)) return [];
	const { access_token, refresh_token } = credential.oauthTokenData;
	return [access_token, refresh_token].filter(
		(token): token is string => typeof token === 'string',
	);
}

/** The gate's key: license limits hold for the whole instance, whoever the tenant is. */
export function licenseKey(account: Account): string {
	return account.baseUrl.toLowerCase();
}
