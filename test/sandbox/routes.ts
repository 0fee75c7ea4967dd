import { showStatus } from './actions/actionStatus.ts';
import { invokeAction, refusePost } from './actions/invokeAction.ts';
import type { Call, SessionCall } from './call.ts';
import { listEndpoints, listEntities, showAdHocSchema, showDocument } from './discovery.ts';
import type { RequestKind } from './exchange.ts';
import { getFile } from './files/getFile.ts';
import { putLinkedFile, putRecordFile } from './files/putFile.ts';
import { showDacMetadata } from './odata/showDacMetadata.ts';
import { listRecords } from './records/list.ts';
import { patchRecord, putRecord } from './records/save.ts';
import { deleteRecord, getRecord } from './records/single.ts';
import { page, type Reply } from './reply.ts';
import { openIdConfiguration, showConsent, takeConsent } from './signIn/authorize.ts';
import { signIn, signOut } from './signIn/cookieSignIn.ts';
import { issueTokens } from './signIn/token.ts';

interface Address {
	readonly method: string;
	/** Below the site; `:name` is one segment, `*` all that follow (at least one). */
	readonly path: string;
	readonly kind: RequestKind;
}

/** Who may call a route decides what it gets to know. */
export type Route = Address &
	(
		| { readonly access: 'anyone'; readonly answer: (call: Call) => Reply }
		| { readonly access: 'session'; readonly answer: (call: SessionCall) => Reply }
	);

const endpoint = '/entity/:endpoint/:version';
const entity = `${endpoint}/:entity`;

/** All that the instance answers, first match first. */
export const routes: readonly Route[] = [
	open('POST', '/entity/auth/login', 'signIn', ({ instance, exchange }) =>
		signIn(instance, exchange),
	),
	open('POST', '/entity/auth/logout', 'signOut', ({ instance, exchange }) =>
		signOut(instance, exchange),
	),
	open('GET', '/identity/.well-known/openid-configuration', 'discovery', ({ instance }) =>
		openIdConfiguration(`${instance.origin()}${instance.sitePath}`),
	),
	open('GET', '/identity/connect/authorize', 'authorize', ({ instance, exchange }) =>
		showConsent(instance, exchange),
	),
	open('POST', '/identity/connect/authorize', 'authorize', ({ instance, exchange }) =>
		takeConsent(instance, exchange),
	),
	open('POST', '/identity/connect/token', 'token', ({ instance, exchange }) =>
		issueTokens(instance, exchange),
	),
	open('GET', '/Frames/Login.aspx', 'other', () => page(200, 'Sign In')),
	signedIn('GET', '/t/:tenant/api/odata/dac/$metadata', 'odata', showDacMetadata),
	open('GET', '/entity', 'discovery', listEndpoints),
	open('GET', `${endpoint}/swagger.json`, 'schema', showDocument),
	signedIn('GET', endpoint, 'discovery', listEntities),
	signedIn('GET', `${entity}/$adHocSchema`, 'schema', showAdHocSchema),
	signedIn('GET', `${endpoint}/files/:id`, 'fileGet', getFile),
	signedIn('PUT', `${endpoint}/files/*`, 'filePut', putLinkedFile),
	signedIn('GET', entity, 'list', listRecords),
	signedIn('PUT', entity, 'put', putRecord),
	signedIn('PATCH', entity, 'patch', patchRecord),
	signedIn('POST', entity, 'other', refusePost),
	signedIn('POST', `${entity}/:action`, 'action', invokeAction),
	signedIn('GET', `${entity}/:action/status/:id`, 'status', showStatus),
	signedIn('GET', `${entity}/*`, 'get', getRecord),
	signedIn('DELETE', `${entity}/*`, 'delete', deleteRecord),
	signedIn('PUT', `${entity}/*`, 'filePut', putRecordFile),
];

export interface Matched {
	readonly route: Route;
	readonly parameters: Readonly<Record<string, string>>;
	readonly rest: readonly string[];
}

/** The route for a request, with what its placeholders stand for. */
export function findRoute(method: string, segments: readonly string[]): Matched | undefined {
	for (const route of routes) {
		if (route.method !== method) continue;
		const matched = matchPath(route.path, segments);
		if (matched !== undefined) return { route, ...matched };
	}
	return undefined;
}

function matchPath(path: string, segments: readonly string[]): Omit<Matched, 'route'> | undefined {
	const pattern = path.split('/').filter((part) => part !== '');
	const isOpenEnded = pattern.at(-1) === '*';
	const fixed = isOpenEnded ? pattern.slice(0, -1) : pattern;
	const fits = isOpenEnded ? segments.length > fixed.length : segments.length === fixed.length;
	if (!fits) return undefined;
	const parameters: Record<string, string> = {};
	for (const [index, part] of fixed.entries()) {
		const segment = segments[index] ?? '';
		if (part.startsWith(':')) parameters[part.slice(1)] = segment;
		else if (part !== segment) return undefined;
	}
	return { parameters, rest: segments.slice(fixed.length) };
}

function open(
	method: string,
	path: string,
	kind: RequestKind,
	answer: (call: Call) => Reply,
): Route {
	return { method, path, kind, access: 'anyone', answer };
}

function signedIn(
	method: string,
	path: string,
	kind: RequestKind,
	answer: (call: SessionCall) => Reply,
): Route {
	return { method, path, kind, access: 'session', answer };
}
