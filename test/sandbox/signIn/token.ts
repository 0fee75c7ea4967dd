import { createHash } from 'node:crypto';
import { header, type Exchange } from '../exchange.ts';
import { json, Refusal, type Reply } from '../reply.ts';
import type { IssuedTokens } from './grants.ts';
import type { SignInDesk } from './identify.ts';
import { findApplication, findUser, type Account } from './organization.ts';

type GrantType = (desk: SignInDesk, application: Account, form: URLSearchParams) => IssuedTokens;

const grantTypes: ReadonlyMap<string, GrantType> = new Map([
	['password', byPassword],
	['authorization_code', byCode],
	['refresh_token', byRefreshToken],
]);

/**
 * `POST {instance}/identity/connect/token`.
 *
 * @returns 200 with tokens
 * @throws Refusal 400 with the standard OAuth error, 500 "API Login Limit"
 */
export function issueTokens(desk: SignInDesk, exchange: Exchange): Reply {
	const form = new URLSearchParams(exchange.body.toString('utf8'));
	const application = authenticatedApplication(desk, exchange, form);
	const grantType = grantTypes.get(form.get('grant_type') ?? '');
	if (grantType === undefined) throw oauthError('unsupported_grant_type');
	const reply = json(200, grantType(desk, application, form));
	return { ...reply, headers: { ...reply.headers, 'Cache-Control': 'no-store, no-cache' } };
}

/**
 * The scopes of a request.
 *
 * @returns undefined when one of them does not exist; `api:offline_access` is such a one, though often
 * seen (facts, section 0.3)
 */
export function readScopes(text: string): readonly string[] | undefined {
	const scopes = text.split(' ').filter((scope) => scope !== '');
	return scopes.length > 0 && scopes.every((scope) => knownScopes.has(scope)) ? scopes : undefined;
}

const knownScopes: ReadonlySet<string> = new Set([
	'api',
	'offline_access',
	'api:concurrent_access',
	'openid',
	'email',
	'profile',
	'phone',
]);

function byPassword(desk: SignInDesk, application: Account, form: URLSearchParams): IssuedTokens {
	const scopes = requestedScopes(form);
	const name = form.get('username') ?? '';
	const user = findUser(application.tenant, name, form.get('password') ?? '');
	if (user === undefined) throw oauthError('invalid_grant', 'invalid_username_or_password');
	return desk.grants.start(application, scopes);
}

function byCode(desk: SignInDesk, application: Account, form: URLSearchParams): IssuedTokens {
	const code = desk.grants.redeemCode(form.get('code') ?? '');
	if (code === undefined || code.account !== application) throw oauthError('invalid_grant');
	if (code.redirectUri !== form.get('redirect_uri')) throw oauthError('invalid_grant');
	const verifier = form.get('code_verifier');
	const answered = verifier === null ? undefined : challengeOf(verifier);
	if (answered !== code.challenge) throw oauthError('invalid_grant');
	return desk.grants.start(application, code.scopes);
}

function byRefreshToken(
	desk: SignInDesk,
	application: Account,
	form: URLSearchParams,
): IssuedTokens {
	const issued = desk.grants.refresh(form.get('refresh_token') ?? '', application.clientId);
	if (issued === undefined) throw oauthError('invalid_grant');
	return issued;
}

function requestedScopes(form: URLSearchParams): readonly string[] {
	const scopes = readScopes(form.get('scope') ?? '');
	if (scopes === undefined) throw oauthError('invalid_scope');
	return scopes;
}

function challengeOf(verifier: string): string {
	return createHash('sha256').update(verifier).digest('base64url');
}

function authenticatedApplication(
	desk: SignInDesk,
	exchange: Exchange,
	form: URLSearchParams,
): Account {
	const [clientId, secret] = basicPair(desk, exchange) ?? [
		form.get('client_id') ?? '',
		form.get('client_secret') ?? '',
	];
	const application = findApplication(clientId);
	if (application === undefined || application.clientSecret !== secret) {
		throw oauthError('invalid_client');
	}
	return application;
}

/** HTTP Basic is not documented for Acumatica's token address: by default the header is not looked at. */
function basicPair(desk: SignInDesk, exchange: Exchange): readonly [string, string] | undefined {
	if (desk.settings.basicClientAuthentication === 'refuse') return undefined;
	const encoded = /^Basic +(.+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	return [decodeURIComponent(text.slice(0, colon)), decodeURIComponent(text.slice(colon + 1))];
}

function oauthError(error: string, error_description?: string): Refusal {
	return new Refusal(json(400, { error, error_description }));
}
