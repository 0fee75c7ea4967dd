import { z } from 'zod';

import { isRecord } from './scalar';

/** OpenAPI 3.0 (from 2024 R2) and Swagger 2.0 (before) agree on `paths`. */
const document = z.object({ paths: z.custom<Record<string, unknown>>(isRecord) });

/** Entities of an endpoint, each with its actions, in alphabetical order. */
export type EndpointContents = ReadonlyMap<string, readonly string[]>;

/**
 * What an endpoint's `swagger.json` describes, or undefined when it is no such document. Every entity
 * has a path `/Name`, every action of it a path `/Name/Action`.
 */
export function endpointContents(body: unknown): EndpointContents | undefined {
	const parsed = document.safeParse(body);
	if (!parsed.success) return undefined;
	const paths = Object.keys(parsed.data.paths);
	const entities = paths
		.map((path) => /^\/([^/{}$]+)$/.exec(path)?.[1])
		.filter((name): name is string => name !== undefined)
		.sort(alphabetically);
	const contents = new Map<string, string[]>(entities.map((entity) => [entity, []]));
	for (const path of paths) {
		const [, entity = '', action = ''] = /^\/([^/{}$]+)\/([^/{}$]+)$/.exec(path) ?? [];
		if (action !== '') contents.get(entity)?.push(action);
	}
	for (const actions of contents.values()) actions.sort(alphabetically);
	return contents;
}

function alphabetically(a: string, b: string): number {
	return a.localeCompare(b, 'en');
}
