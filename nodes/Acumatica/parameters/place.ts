import { NodeOperationError, type INode } from 'n8n-workflow';

import { parseEndpointLabel, type Endpoint } from '../contract/endpoint';
import { locator, type ParameterReader } from './parameterReader';

/** Whose parameters are read: an operation on one item, or a poll, which has none. */
export interface Asker {
	readonly parameters: ParameterReader;
	readonly node: INode;
	readonly itemIndex?: number;
}

/**
 * Reads the parameter `entity`.
 *
 * @throws NodeOperationError when it is empty or no name
 */
export function readEntityName({ parameters, node, itemIndex }: Asker): string {
	const { value } = parameters.read('entity', 'Entity', locator);
	if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(value)) return value;
	throw new NodeOperationError(
		node,
		value === '' ? 'No entity is chosen' : `"${value}" is not the name of an entity`,
		{
			...(itemIndex !== undefined && { itemIndex }),
			description:
				'Pick an entity from the list, or type its name as in the endpoint, for example SalesOrder.',
		},
	);
}

/**
 * Reads the parameter `endpoint`; undefined where the credential's is to be used.
 *
 * @throws NodeOperationError when it is not `Name/Version`
 */
export function readEndpoint({ parameters, node, itemIndex }: Asker): Endpoint | undefined {
	const { value } = parameters.read('endpoint', 'Endpoint', locator);
	if (value === '') return undefined;
	const endpoint = parseEndpointLabel(value);
	if (endpoint !== undefined) return endpoint;
	throw new NodeOperationError(node, `"${value}" is not an endpoint`, {
		...(itemIndex !== undefined && { itemIndex }),
		description:
			'Enter name and version, for example Default/24.200.001, or leave it empty to use the endpoint of the credential.',
	});
}
