import { NodeOperationError, type INode } from 'n8n-workflow';

import { readAdHocSchema, type AdHocSchema } from '../contract/adHocSchema';
import type { CustomFieldTypes } from '../contract/customFields';
import { readSchema } from '../contract/document';
import { endpointLabel, endpointPath, parseEndpoints, type Endpoint } from '../contract/endpoint';
import { encodeSegment } from '../contract/recordKey';
import type { EndpointSchema } from '../contract/schema';
import type { About } from './about';
import type { Account } from './account';
import { createCache } from './cache';
import type { Clock } from './clock';
import type { Api } from './rejection';
import { requireNewest, requireUnderstood } from './endpointChoice';
import { suggest } from './suggestion';

const tenMinutes = 600_000;
const endpointsByInstance = createCache<Endpoint[]>(tenMinutes, 100);
const schemasByEndpoint = createCache<EndpointSchema>(tenMinutes, 20);
const adHocByEntity = createCache<AdHocSchema | undefined>(tenMinutes, 500);

/** What an instance tells of itself. Answers are remembered for ten minutes in this process. */
export interface Discovery {
	/** Endpoints that the instance publishes to this user. */
	endpoints(): Promise<readonly Endpoint[]>;
	/** The endpoint to use: the chosen one, or the newest version of the credential's. */
	endpoint(chosen?: Endpoint): Promise<Endpoint>;
	/** What the endpoint's description says; one download of several MB, on first use. */
	schema(endpoint: Endpoint): Promise<EndpointSchema>;
	entities(endpoint: Endpoint): Promise<readonly string[]>;
	/** Actions of an entity; empty where the endpoint does not have it. */
	actions(endpoint: Endpoint, entity: string): Promise<readonly string[]>;
	/** Undefined where the instance cannot tell. */
	customFields(endpoint: Endpoint, entity: string): Promise<CustomFieldTypes | undefined>;
	/** Custom fields and the actions of the form's workflow; undefined where the instance cannot tell. */
	adHocSchema(endpoint: Endpoint, entity: string): Promise<AdHocSchema | undefined>;
	/** A sentence that names what does exist, after a 404; empty when it cannot be found out. */
	suggestion(about: About): Promise<string>;
}

/**
 * @param api sends through the caller's own session
 * @param quietApi the same without suggestions, for use while one is being made
 */
export function discovery(
	api: Api,
	quietApi: Api,
	account: Account,
	node: INode,
	clock: Clock,
): Discovery {
	// Two users of a tenant may be shown different endpoints, and each tenant has its own.
	const instance = [account.baseUrl, account.tenant, account.clientId, account.username].join('\n');
	const keyOf = (endpoint: Endpoint) => `${instance}\n${endpointLabel(endpoint)}`;
	const endpointsBy = async (by: Api) =>
		await endpointsByInstance.get(instance, clock, async () => await readEndpoints(by, node));
	const schemaBy = async (by: Api, endpoint: Endpoint) =>
		await schemasByEndpoint.get(
			keyOf(endpoint),
			clock,
			async () => await readDocument(by, node, endpoint),
		);
	const adHoc = async (endpoint: Endpoint, entity: string) =>
		await adHocByEntity.get(
			`${keyOf(endpoint)}\n${entity}`,
			clock,
			async () => await readAdHoc(quietApi, endpoint, entity),
		);

	return {
		endpoints: async () => await endpointsBy(api),
		async endpoint(chosen) {
			const name = chosen?.name ?? account.endpointName;
			const version = chosen?.version ?? account.endpointVersion;
			return version === ''
				? requireNewest(await endpointsBy(api), name, node)
				: await requireUnderstood({ name, version }, async () => await endpointsBy(api), node);
		},
		schema: async (endpoint) => await schemaBy(api, endpoint),
		entities: async (endpoint) => [...(await schemaBy(api, endpoint)).entities.keys()],
		async actions(endpoint, entity) {
			const { entities } = await schemaBy(api, endpoint);
			return [...(entities.get(entity)?.actions.keys() ?? [])];
		},
		adHocSchema: adHoc,
		customFields: async (endpoint, entity) => (await adHoc(endpoint, entity))?.customFields,
		async suggestion(about) {
			try {
				return await suggest(
					about,
					async () => await endpointsBy(quietApi),
					async (endpoint) => await schemaBy(quietApi, endpoint),
				);
			} catch {
				// The suggestion only adorns an error that is shown anyway.
				return '';
			}
		},
	};
}

async function readEndpoints(api: Api, node: INode): Promise<Endpoint[]> {
	const { body } = await api(read('entity'), { doing: 'read the endpoints of' });
	const endpoints = parseEndpoints(body);
	if (endpoints !== undefined) return endpoints;
	throw new NodeOperationError(node, 'The server does not list endpoints, as an Acumatica would', {
		description:
			'Check the Instance URL of the credential: it must include the site name, if there is one.',
	});
}

async function readDocument(api: Api, node: INode, endpoint: Endpoint): Promise<EndpointSchema> {
	const label = endpointLabel(endpoint);
	const { body } = await api(read(`${endpointPath(endpoint)}/swagger.json`), {
		doing: `read the entities of ${label} from`,
		endpoint,
	});
	const schema = readSchema(body);
	if (schema !== undefined) return schema;
	throw new NodeOperationError(node, `The description of ${label} (swagger.json) cannot be read`, {
		description: 'Type the name of the entity instead of picking it.',
	});
}

async function readAdHoc(
	api: Api,
	endpoint: Endpoint,
	entity: string,
): Promise<AdHocSchema | undefined> {
	const path = `${endpointPath(endpoint)}/${encodeSegment(entity)}/$adHocSchema`;
	const { body } = await api(read(path), { doing: 'read the custom fields of', entity, endpoint });
	return readAdHocSchema(body);
}

function read(path: string) {
	return { method: 'GET', path, expect: 'json', replay: 'safe' } as const;
}
