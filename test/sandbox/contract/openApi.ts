import type { ContractFacts } from './contract.ts';
import { openApiParameters, openApiPaths, openApiResponses } from './openApiPaths.ts';
import { openApiSchemas } from './openApiSchemas.ts';

/**
 * What `GET {endpoint}/swagger.json` answers: an OpenAPI 3.0.1 document in the shape that a 2025 R2
 * instance exports. As there, nothing in it says which fields are keys, read-only or required, and the
 * contract's version is `info.version`, the endpoint's is in `info.title`.
 *
 * @param serverUrl address of the endpoint, such as `http://localhost/Site/entity/Default/25.200.001`
 */
export function openApiDocument(
	contract: ContractFacts,
	{ serverUrl }: { readonly serverUrl: string },
): Record<string, unknown> {
	const { endpoint, contractVersion } = contract;
	return {
		openapi: '3.0.1',
		info: { title: `${endpoint.name}/${endpoint.version}`, version: String(contractVersion) },
		servers: [{ url: serverUrl }],
		paths: openApiPaths(contract),
		components: {
			schemas: openApiSchemas(contract),
			responses: openApiResponses,
			parameters: openApiParameters,
		},
		tags: Object.keys(contract.entities).map((name) => ({ name, description: name })),
	};
}
