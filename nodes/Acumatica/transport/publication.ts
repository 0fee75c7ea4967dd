import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { readAdHocSchema, type AdHocSchema } from '../contract/adHocSchema';
import { readSchema } from '../contract/document';
import { endpointLabel, endpointPath, parseEndpoints, type Endpoint } from '../contract/endpoint';
import { readDacLengths, type DacLengths } from '../contract/fieldLengths';
import { encodeSegment } from '../contract/recordKey';
import type { EndpointSchema } from '../contract/schema';
import type { Api } from './rejection';

/** What an instance publishes of itself, each read with one request. */

export async function readEndpoints(api: Api, node: INode): Promise<Endpoint[]> {
	const { body } = await api(read('entity'), { doing: 'read the endpoints of' });
	const endpoints = parseEndpoints(body);
	if (endpoints !== undefined) return endpoints;
	throw new NodeOperationError(node, 'The server does not list endpoints, as an Acumatica would', {
		description:
			'Check the Instance URL of the credential: it must include the site name, if there is one.',
	});
}

export async function readDocument(
	api: Api,
	node: INode,
	endpoint: Endpoint,
): Promise<EndpointSchema> {
	const label = endpointLabel(endpoint);
	const { body } = await api(read(`${endpointPath(endpoint)}/swagger.json`), {
		doing: `read the entities of ${label} from`,
		endpoint,
	});
	const schema = readSchema(body);
	if (schema !== undefined) return schema;
	const unreadable = new NodeOperationError(
		node,
		`The description of ${label} (swagger.json) cannot be read`,
		{ description: 'Type names instead of picking them.' },
	);
	unreadable.context.faultKind = 'unreadable';
	throw unreadable;
}

export async function readAdHoc(
	api: Api,
	endpoint: Endpoint,
	entity: string,
): Promise<AdHocSchema | undefined> {
	const path = `${endpointPath(endpoint)}/${encodeSegment(entity)}/$adHocSchema`;
	const { body } = await api(read(path), { doing: 'read the custom fields of', entity, endpoint });
	return readAdHocSchema(body);
}

/** Lengths of texts, from the description of DAC-based OData: one download of many MB. */
export async function readTextLengths(api: Api, tenant: string): Promise<DacLengths> {
	const path = `t/${encodeSegment(tenant)}/api/odata/dac/$metadata`;
	const request = { method: 'GET', path, expect: 'text', replay: 'safe' } as const;
	const { body } = await api(request, { doing: 'read the lengths of fields from' });
	return readDacLengths(typeof body === 'string' ? body : '');
}

function read(path: string) {
	return { method: 'GET', path, expect: 'json', replay: 'safe' } as const;
}

const notToBeHad = new Set<unknown>([
	'addressNotFound',
	'forbidden',
	'notConfigured',
	'serverError',
	'tooLarge',
	'unexpected',
	'unreadable',
]);

/**
 * Undefined for the failure of a look-up that would fail again: not every user may read descriptions, and
 * some are broken. Anything else may work the next time, and is raised again.
 */
export async function orUndefined(error: unknown): Promise<undefined> {
	const isOurs = error instanceof NodeApiError || error instanceof NodeOperationError;
	const kind: unknown = isOurs ? error.context.faultKind : undefined;
	// The web server's own page: there is nothing at that address.
	const isMissing = error instanceof NodeApiError && kind === 'webPage' && error.httpCode === '404';
	return notToBeHad.has(kind) || isMissing ? undefined : await Promise.reject(error);
}
