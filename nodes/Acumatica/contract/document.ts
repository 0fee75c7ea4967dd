import { z } from 'zod';

import { isRecord } from './scalar';

/** OpenAPI 3.0 (from 2024 R2) and Swagger 2.0 (before) agree on `paths`. */
const document = z.object({ paths: z.custom<Record<string, unknown>>(isRecord) });

/**
 * Names of the entities that an endpoint's `swagger.json` describes, in alphabetical order, or
 * undefined when it is no such document. Every entity has a path `/Name`.
 */
export function entityNames(body: unknown): string[] | undefined {
	const parsed = document.safeParse(body);
	if (!parsed.success) return undefined;
	return Object.keys(parsed.data.paths)
		.map((path) => /^\/([^/{}$]+)$/.exec(path)?.[1])
		.filter((name): name is string => name !== undefined)
		.sort((a, b) => a.localeCompare(b, 'en'));
}
