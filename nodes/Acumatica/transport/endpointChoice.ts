import { NodeOperationError, type INode } from 'n8n-workflow';

import { endpointLabel, isUnderstood, newestVersion, type Endpoint } from '../contract/endpoint';
import { publishedEndpoints } from './suggestion';

/**
 * The chosen endpoint, unless this package does not speak its contract version.
 *
 * @param readAll reads what the instance publishes; asked only when there is a choice to explain
 * @throws NodeOperationError that names the endpoints to choose from
 */
export async function requireUnderstood(
	endpoint: Endpoint,
	readAll: () => Promise<readonly Endpoint[]>,
	node: INode,
): Promise<Endpoint> {
	if (isUnderstood(endpoint)) return endpoint;
	const endpoints = await readAll();
	const label = endpointLabel(endpoint);
	const exists = endpoints.some((row) => endpointLabel(row) === label);
	throw new NodeOperationError(
		node,
		exists
			? `${label} speaks contract version 5, which this node does not understand yet`
			: `${label} is not published by this ERP`,
		{
			description: `${publishedEndpoints(endpoints)} Correct the endpoint in the credential or the node.`,
		},
	);
}

/**
 * The newest version of the named endpoint.
 *
 * @throws NodeOperationError that names the endpoints to choose from
 */
export function requireNewest(endpoints: readonly Endpoint[], name: string, node: INode): Endpoint {
	const newest = newestVersion(endpoints, name);
	if (newest !== undefined) return newest;
	throw new NodeOperationError(
		node,
		`This Acumatica publishes no endpoint "${name}" that this node understands`,
		{ description: `${publishedEndpoints(endpoints)} Change Endpoint Name in the credential.` },
	);
}
