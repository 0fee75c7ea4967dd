import type { ContractFacts } from './contract.ts';
import { swagger2Definitions } from './swagger2Definitions.ts';
import { swagger2Paths } from './swagger2Paths.ts';

/**
 * What `GET {endpoint}/swagger.json` answered up to 2023 R2: a Swagger 2.0 document. Schemas stand under
 * `definitions`, a body is one of the `parameters`, and nothing is shared between operations.
 *
 * @param serverUrl address of the endpoint, such as `http://localhost/Site/entity/Default/23.200.001`
 */
export function swagger2Document(
	contract: ContractFacts,
	{ serverUrl }: { readonly serverUrl: string },
): Record<string, unknown> {
	const { endpoint, contractVersion } = contract;
	const { host, pathname, protocol } = new URL(serverUrl);
	return {
		swagger: '2.0',
		info: { title: `${endpoint.name}/${endpoint.version}`, version: String(contractVersion) },
		host,
		basePath: pathname,
		schemes: [protocol.replace(':', '')],
		paths: swagger2Paths(contract),
		definitions: swagger2Definitions(contract),
		tags: Object.keys(contract.entities).map((name) => ({ name, description: name })),
	};
}
