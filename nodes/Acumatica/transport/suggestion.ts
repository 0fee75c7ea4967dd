import { endpointLabel, isUnderstood, type Endpoint } from '../contract/endpoint';
import { nearestNames } from '../contract/nearest';
import type { EndpointSchema } from '../contract/schema';
import type { About } from './about';

/**
 * A sentence on what does exist, after an address was not found: the endpoints of the instance when
 * it is the endpoint that is wrong, else the entities whose names come near. Empty where neither helps.
 */
export async function suggest(
	{ endpoint, entity, action }: About,
	readEndpoints: () => Promise<readonly Endpoint[]>,
	readSchema: (endpoint: Endpoint) => Promise<EndpointSchema>,
): Promise<string> {
	if (endpoint === undefined) return '';
	const label = endpointLabel(endpoint);
	const endpoints = await readEndpoints();
	if (!endpoints.some((row) => endpointLabel(row) === label)) {
		return `${label} is not published by this ERP. ${publishedEndpoints(endpoints)} Correct the endpoint in the credential or the node.`;
	}
	if (entity === undefined) return '';
	const { entities } = await readSchema(endpoint);
	const published = entities.get(entity);
	if (published === undefined) {
		return `${label} has no entity "${entity}".${meant(entity, [...entities.keys()])} Names are case-sensitive.`;
	}
	const actions = [...published.actions.keys()];
	if (action === undefined || actions.includes(action)) return '';
	const known = actions.length === 0 ? ' It has none at all.' : ` It has ${actions.join(', ')}.`;
	return `${entity} has no action "${action}" in ${label}.${meant(action, actions) || known}`;
}

function meant(name: string, candidates: readonly string[]): string {
	const nearest = nearestNames(name, candidates);
	return nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`;
}

/** The endpoints of an instance in one sentence, without those that this package does not understand. */
export function publishedEndpoints(endpoints: readonly Endpoint[]): string {
	const labels = endpoints.filter(isUnderstood).map(endpointLabel);
	return labels.length === 0 ? 'It publishes none.' : `It publishes ${labels.join(', ')}.`;
}
