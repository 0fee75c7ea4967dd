import { header, type Exchange } from '../exchange.ts';
import { exception, httpError, modelState, noContent, Refusal, type Reply } from '../reply.ts';
import { signInCookies, signOutCookies } from './cookies.ts';
import { signedInSession, type SignInDesk } from './identify.ts';
import { defaultTenant, findBranch, findTenant, findUser, type Branch } from './organization.ts';

/**
 * `POST {instance}/entity/auth/login`.
 *
 * @returns 204 with the cookies of a new session
 * @throws Refusal 400 for a body that cannot be read, 500 for everything the ERP itself refuses (a wrong
 * password too: facts, section 2), 415 for another content type
 */
export function signIn(desk: SignInDesk, exchange: Exchange): Reply {
	const fields = readFields(exchange);
	if (fields.has('tenant') && fields.has('company')) {
		throw new Refusal(
			modelState({ credentials: ['Specify either the tenant or the company, not both.'] }),
		);
	}
	const tenant = tenantOf(fields.get('tenant') ?? fields.get('company') ?? '');
	const user = findUser(tenant, fields.get('name') ?? '', fields.get('password') ?? '');
	if (user === undefined) throw refused('Error: Invalid credentials. Please try again.');
	const branch = branchOf(fields.get('branch') ?? '');
	const session = desk.sessions.open({
		hold: 'cookies',
		tenant,
		username: user.username,
		branch,
		locale: fields.get('locale') || undefined,
	});
	return noContent({ 'Set-Cookie': signInCookies(session.cookies, desk.clock.now()) });
}

/** `POST {instance}/entity/auth/logout`, with cookies or a bearer token. */
export function signOut(desk: SignInDesk, exchange: Exchange): Reply {
	const session = signedInSession(desk, exchange);
	if (session === undefined) throw new Refusal(httpError(401, 'You are not logged in.'));
	desk.sessions.close(session);
	if (session.hold !== 'cookies') return noContent();
	return noContent({ 'Set-Cookie': signOutCookies(session.cookies, desk.clock.now()) });
}

/** An empty tenant lands on the default one without a word. */
function tenantOf(name: string): string {
	if (name === '') return defaultTenant;
	const tenant = findTenant(name);
	if (tenant !== undefined) return tenant;
	throw refused(
		'A proper company ID cannot be determined for the request.',
		'PX.Data.PXUndefinedCompanyException',
	);
}

function branchOf(text: string): Branch | undefined {
	if (text === '') return undefined;
	const branch = findBranch(text);
	if (branch === undefined) throw refused(`Error: The branch '${text}' cannot be found.`);
	return branch;
}

function refused(exceptionMessage: string, exceptionType = 'PX.Data.PXException'): Refusal {
	return new Refusal(exception(500, { exceptionMessage, exceptionType }));
}

function readFields(exchange: Exchange): ReadonlyMap<string, string> {
	const type = (header(exchange, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
	const text = exchange.body.toString('utf8');
	if (type === 'application/x-www-form-urlencoded') {
		return new Map(lowerCased([...new URLSearchParams(text)]));
	}
	if (type === 'application/json' || type === 'text/json') return readJson(text);
	throw new Refusal(
		httpError(
			415,
			`The request entity's media type '${type ?? ''}' is not supported for this resource.`,
		),
	);
}

function readJson(text: string): ReadonlyMap<string, string> {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		throw new Refusal(modelState({ credentials: ['The credentials are not valid JSON.'] }));
	}
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new Refusal(modelState({ credentials: ['The credentials must be an object.'] }));
	}
	const texts = Object.entries(body).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string',
	);
	return new Map(lowerCased(texts));
}

function lowerCased(entries: readonly (readonly [string, string])[]): [string, string][] {
	return entries.map(([name, value]) => [name.toLowerCase(), value]);
}
