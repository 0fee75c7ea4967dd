import { endpointLabel, isUnderstood, type Endpoint } from '../contract/endpoint';
import { nearestNames } from '../contract/nearest';
import type { About } from './about';

/**
 * A sentence on what does exist, after an address was not found: the endpoints of the instance when
 * it is the endpoint that is wrong, else the entities whose names come near. Empty where neither helps.
 */
export async function suggest(
	{ endpoint, entity }: About,
	readEndpoints: () => Promise<readonly Endpoint[]>,
	readEntities: (endpoint: Endpoint) => Promise<readonly string[]>,
): Promise<string> {
	if (endpoint === undefined) return '';
	const label = endpointLabel(endpoint);
	const endpoints = await readEndpoints();
	if (!endpoints.some((row) => endpointLabel(row) === label)) {
		return `${label} is not published by this ERP. ${published(endpoints)} Correct the endpoint in the credential or the node.`;
	}
	const names = entity === undefined ? [] : await readEntities(endpoint);
	if (entity === undefined || names.includes(entity)) return '';
	const nearest = nearestNames(entity, names);
	const meant = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`;
	return `${label} has no entity "${entity}".${meant} Names are case-sensitive.`;
}

/** The endpoints of an instance in one sentence, without those that this package does not understand. */
export function published(endpoints: readonly Endpoint[]): string {
	const labels = endpoints.filter(isUnderstood).map(endpointLabel);
	return labels.length === 0 ? 'It publishes none.' : `It publishes ${labels.join(', ')}.`;
}
