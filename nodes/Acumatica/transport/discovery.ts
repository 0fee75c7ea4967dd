import type { INode } from 'n8n-workflow';

import type { AdHocSchema } from '../contract/adHocSchema';
import type { CustomFieldTypes } from '../contract/customFieldTypes';
import { endpointLabel, type Endpoint } from '../contract/endpoint';
import type { DacLengths } from '../contract/fieldLengths';
import { schemaBytes, type EndpointSchema } from '../contract/schema';
import type { About } from './about';
import type { Account } from './account';
import { createCache } from './cache';
import type { Clock } from './clock';
import type { Api } from './rejection';
import { requireNewest, requireUnderstood } from './endpointChoice';
import {
	orUndefined,
	readAdHoc,
	readDocument,
	readEndpoints,
	readTextLengths,
} from './publication';
import { suggest } from './suggestion';
import { tenantOf } from './tenant';

const tenMinutes = 600_000;
const day = 86_400_000;
const endpointsByInstance = createCache<Endpoint[]>(tenMinutes, 100);
/** One of Default takes half a MB; of a description of 20 MB it can be 130 MB, if it has many small entities. */
const schemasByEndpoint = createCache<EndpointSchema>(tenMinutes, 20, {
	weigh: schemaBytes,
	heaviest: 20_000_000,
});
const textLengthsByTenant = createCache<DacLengths>(day, 20);
const adHocByEntity = createCache<AdHocSchema | undefined>(tenMinutes, 500);

/** What an instance tells of itself. Answers are remembered for ten minutes in this process. */
export interface Discovery {
	/** Endpoints that the instance publishes to this user. */
	endpoints(): Promise<readonly Endpoint[]>;
	/** The endpoint to use: the chosen one, or the newest version of the credential's. */
	endpoint(chosen?: Endpoint): Promise<Endpoint>;
	/** What the endpoint's description says; one download of several MB, on first use. */
	schema(endpoint: Endpoint): Promise<EndpointSchema>;
	/**
	 * The same, up to a day old: an execution must not download it again and again. Undefined where this
	 * user may not read it, or it is none.
	 */
	lastingSchema(endpoint: Endpoint): Promise<EndpointSchema | undefined>;
	/** Actions of an entity; empty where the endpoint does not have it. */
	actions(endpoint: Endpoint, entity: string): Promise<readonly string[]>;
	/** Undefined where the instance cannot tell. */
	customFields(endpoint: Endpoint, entity: string): Promise<CustomFieldTypes | undefined>;
	/** Custom fields and the actions of the form's workflow; undefined where the instance cannot tell. */
	adHocSchema(endpoint: Endpoint, entity: string): Promise<AdHocSchema | undefined>;
	/**
	 * Lengths of texts, up to a day old, or ten minutes where there are none; undefined where the instance
	 * does not tell them to this user.
	 */
	textLengths(): Promise<DacLengths | undefined>;
	/** A sentence that names what does exist, after a 404; empty when it cannot be found out. */
	suggestion(about: About): Promise<string>;
}

/**
 * @param api sends through the caller's own session
 * @param quietApi the same without suggestions, for use while one is being made
 * @param unreadable descriptions that this lane has asked for in vain
 */
export function discovery(
	api: Api,
	quietApi: Api,
	account: Account,
	node: INode,
	clock: Clock,
	unreadable: Set<string> = new Set(),
): Discovery {
	// Two users of a tenant may be shown different endpoints, and each tenant has its own.
	const instance = [account.baseUrl, account.tenant, account.clientId, account.username].join('\n');
	const keyOf = (endpoint: Endpoint) => `${instance}\n${endpointLabel(endpoint)}`;
	const endpointsBy = async (by: Api) =>
		await endpointsByInstance.get(instance, clock, async () => await readEndpoints(by, node));
	const schemaBy = async (by: Api, endpoint: Endpoint, lifetime = tenMinutes) =>
		await schemasByEndpoint.get(
			keyOf(endpoint),
			clock,
			async () => await readDocument(by, node, endpoint),
			lifetime,
		);
	const readable = async <Read>(key: string, read: () => Promise<Read>) => {
		if (unreadable.has(key)) return undefined;
		const found = await read().catch(orUndefined);
		if (found === undefined) unreadable.add(key);
		return found;
	};
	const adHoc = async (endpoint: Endpoint, entity: string) => {
		const key = `${keyOf(endpoint)}\n${entity}`;
		const look = async () => await readAdHoc(quietApi, endpoint, entity);
		return await readable(key, async () => await adHocByEntity.get(key, clock, look));
	};
	const textLengths = async () => {
		const tenant = tenantOf(account);
		if (tenant === '') return undefined;
		const look = async () => await readTextLengths(quietApi, tenant);
		const lengths = await textLengthsByTenant.get(instance, clock, look);
		// Who starts to publish them should not wait for a day.
		const isLasting = lengths.size > 0;
		return isLasting ? lengths : await textLengthsByTenant.get(instance, clock, look, tenMinutes);
	};

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
		lastingSchema: async (endpoint) =>
			await readable(keyOf(endpoint), async () => await schemaBy(api, endpoint, day)),
		async actions(endpoint, entity) {
			const { entities } = await schemaBy(api, endpoint);
			return [...(entities.get(entity)?.actions.keys() ?? [])];
		},
		textLengths: async () => await readable(`${instance}\nlengths`, textLengths),
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
