import { z } from 'zod';

/** Name and version of a contract: `Default`, `24.200.001`. Versions of custom endpoints are free text. */
export interface Endpoint {
	readonly name: string;
	readonly version: string;
}

const endpointRow = z.object({
	name: z.string(),
	version: z.union([z.string(), z.number().transform(String)]),
});
/** `GET /entity`: an object with `endpoints`, or, on older builds, the bare list. */
const endpointList = z.union([
	z.object({ endpoints: z.array(endpointRow) }).transform((listing) => listing.endpoints),
	z.array(endpointRow),
]);

/** Contract version 5 (other JSON, other filters) arrives with Default/26.200.001. */
const firstDefaultOfContract5 = '26.200.001';

/** The endpoints that an answer to `GET /entity` lists, or undefined when it is no such answer. */
export function parseEndpoints(body: unknown): Endpoint[] | undefined {
	const parsed = endpointList.safeParse(body);
	return parsed.success ? parsed.data : undefined;
}

/** `Name/Version`, as the endpoint picker and messages show it. */
export function endpointLabel(endpoint: Endpoint): string {
	return `${endpoint.name}/${endpoint.version}`;
}

/** Reads `Name/Version`; undefined where the text is not of that form. */
export function parseEndpointLabel(label: string): Endpoint | undefined {
	const match = /^\s*([^/\s]+)\s*\/\s*([^/\s]+)\s*\/?\s*$/.exec(label);
	return match?.[1] !== undefined && match[2] !== undefined
		? { name: match[1], version: match[2] }
		: undefined;
}

/** Path of an endpoint below the instance URL. */
export function endpointPath(endpoint: Endpoint): string {
	return `entity/${encodeURIComponent(endpoint.name)}/${encodeURIComponent(endpoint.version)}`;
}

/** False for versions of Default that speak contract version 5, which this package does not speak yet. */
export function isUnderstood(endpoint: Endpoint): boolean {
	return (
		endpoint.name.toLowerCase() !== 'default' ||
		compareVersions(endpoint.version, firstDefaultOfContract5) < 0
	);
}

/** Newest version of the named endpoint that this package understands. */
export function newestVersion(endpoints: readonly Endpoint[], name: string): Endpoint | undefined {
	return endpoints
		.filter((endpoint) => endpoint.name === name && isUnderstood(endpoint))
		.sort((a, b) => compareVersions(b.version, a.version))[0];
}

/** Orders versions by their numbers (`9` before `10`), then as text; they are free text after all. */
export function compareVersions(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}
