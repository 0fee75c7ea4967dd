import type { Exchange } from '../exchange.ts';
import { escapeHtml, json, page, redirect, Refusal, type Reply } from '../reply.ts';
import type { SignInDesk } from './identify.ts';
import { findApplication, type Account } from './organization.ts';
import { readScopes } from './token.ts';

interface AuthorizationRequest {
	readonly account: Account;
	readonly redirectUri: string;
	readonly scopes: readonly string[];
	readonly state?: string;
	readonly challenge?: string;
}

/** `GET {instance}/identity/connect/authorize`: the page on which the user allows the application in. */
export function showConsent(desk: SignInDesk, exchange: Exchange): Reply {
	const request = readRequest(desk, exchange.query);
	if ('status' in request) return request;
	const hidden = [...exchange.query]
		.map(
			([name, value]) =>
				`<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
		)
		.join('');
	const { account, scopes } = request;
	return page(
		200,
		'Allow access?',
		`<p>${escapeHtml(account.clientId)} asks for: <b>${escapeHtml(scopes.join(', '))}</b></p>` +
			`<p>Signed in to the sandbox as ${escapeHtml(account.username)}, tenant ${escapeHtml(account.tenant)}.</p>` +
			`<form method="post">${hidden}` +
			'<button name="decision" value="allow">Allow</button> ' +
			'<button name="decision" value="deny">Deny</button></form>',
	);
}

/** `POST` of that page: back to the application, with a code or with the refusal. */
export function takeConsent(desk: SignInDesk, exchange: Exchange): Reply {
	const form = new URLSearchParams(exchange.body.toString('utf8'));
	const request = readRequest(desk, form);
	if ('status' in request) return request;
	if (form.get('decision') !== 'allow') return back(request, { error: 'access_denied' });
	const { account, scopes, redirectUri, challenge } = request;
	const code = desk.grants.issueCode({ account, scopes, redirectUri, challenge });
	return back(request, { code, scope: scopes.join(' ') });
}

/** `GET {instance}/identity/.well-known/openid-configuration`. */
export function openIdConfiguration(instanceUrl: string): Reply {
	const identity = `${instanceUrl}/identity`;
	return json(200, {
		issuer: identity,
		authorization_endpoint: `${identity}/connect/authorize`,
		token_endpoint: `${identity}/connect/token`,
		scopes_supported: [
			'openid',
			'profile',
			'email',
			'phone',
			'api',
			'offline_access',
			'api:concurrent_access',
		],
		response_types_supported: ['code'],
		grant_types_supported: ['authorization_code', 'password', 'refresh_token'],
		token_endpoint_auth_methods_supported: ['client_secret_post'],
		code_challenge_methods_supported: ['S256'],
	});
}

/**
 * @returns the request, or the redirect that reports what is wrong with it
 * @throws Refusal 400 with a page, where there is no address that could be trusted with a redirect
 */
function readRequest(desk: SignInDesk, query: URLSearchParams): AuthorizationRequest | Reply {
	const account = findApplication(query.get('client_id') ?? '');
	if (account === undefined) throw new Refusal(page(400, 'invalid_client'));
	const redirectUri = query.get('redirect_uri') ?? '';
	const registered = desk.settings.redirectUris;
	const allowed =
		registered.length === 0 ? URL.canParse(redirectUri) : registered.includes(redirectUri);
	if (!allowed) throw new Refusal(page(400, 'invalid_redirect_uri'));
	const target = { redirectUri, state: query.get('state') ?? undefined };
	const problem = protocolProblem(query);
	if (problem !== undefined) return back(target, { error: problem });
	const scopes = readScopes(query.get('scope') ?? '');
	if (scopes === undefined) return back(target, { error: 'invalid_scope' });
	return { account, scopes, challenge: query.get('code_challenge') ?? undefined, ...target };
}

function protocolProblem(query: URLSearchParams): string | undefined {
	if (query.get('response_type') !== 'code') return 'unsupported_response_type';
	const hasChallenge = query.has('code_challenge');
	if (hasChallenge && query.get('code_challenge_method') !== 'S256') return 'invalid_request';
	return undefined;
}

function back(
	{ redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
	answer: Readonly<Record<string, string>>,
): Reply {
	const parameters = Object.entries(state === undefined ? answer : { ...answer, state });
	const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
	return redirect(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`);
}
