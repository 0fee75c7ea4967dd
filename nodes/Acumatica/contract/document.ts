import { z } from 'zod';

import { readParameters, readShape, schemaName } from './documentSchemas';
import { inquiryOf } from './inquiries';
import { isRecord, type PlainRecord } from './scalar';
import type { EndpointSchema, EntityShape, FieldType, PublishedEntity } from './schema';

const objectShape = z.custom<PlainRecord>(isRecord);
const openApi = z.object({
	paths: objectShape,
	info: z
		.object({ title: z.string().catch(''), version: z.coerce.string() })
		.partial()
		.catch({})
		.optional(),
	components: z.object({ schemas: objectShape }).partial().catch({}).optional(),
	/** Where Swagger 2.0 has the schemas. */
	definitions: objectShape.optional().catch(undefined),
});

/**
 * Reduces an endpoint's `swagger.json` to what this package needs: OpenAPI 3.0 (from 2024 R2) or
 * Swagger 2.0 (before). Every entity has a path `/Name`, every action of it a path `/Name/Action`.
 * Parts that cannot be read are left out; shapes refer to each other by name, so that one may lead
 * back to itself.
 *
 * @returns undefined where it is no such document
 */
export function readSchema(body: unknown): EndpointSchema | undefined {
	const parsed = openApi.safeParse(body);
	if (!parsed.success) return undefined;
	const { paths, info, components, definitions } = parsed.data;
	const schemas = components?.schemas ?? definitions ?? {};
	// The title is the endpoint: `Default/25.200.001`.
	const [endpointName = ''] = info?.title?.split('/') ?? [];
	const entities = entitiesOf(paths, schemas, endpointName);
	return {
		contractVersion: info?.version ?? '',
		entities,
		shapes: shapesOf(entities, schemas),
	};
}

function entitiesOf(
	paths: PlainRecord,
	schemas: PlainRecord,
	endpointName: string,
): Map<string, PublishedEntity> {
	const names = Object.keys(paths)
		.map((path) => /^\/([^/{}$]+)$/.exec(path)?.[1])
		.filter((name): name is string => name !== undefined)
		.sort(alphabetically);
	const actions = new Map<string, Map<string, ReadonlyMap<string, FieldType>>>(
		names.map((name) => [name, new Map()]),
	);
	const actionPaths = Object.keys(paths)
		.map((path) => /^\/([^/{}$]+)\/([^/{}$]+)$/.exec(path))
		.filter((match) => match !== null)
		.sort((a, b) => alphabetically(a[2] ?? '', b[2] ?? ''));
	for (const [path, entity = '', action = ''] of actionPaths) {
		actions.get(entity)?.set(action, readParameters(bodyOf(paths[path], 'post'), schemas));
	}
	return new Map(
		names.map((name) => {
			const shape = schemaName(bodyOf(paths[`/${name}`], 'put')) ?? name;
			const inquiry = inquiryOf(name, endpointName);
			return [
				name,
				{
					shape,
					actions: actions.get(name) ?? new Map(),
					...(inquiry !== undefined && { inquiry }),
				},
			];
		}),
	);
}

/** All shapes that an entity leads to, each read once. */
function shapesOf(
	entities: ReadonlyMap<string, PublishedEntity>,
	schemas: PlainRecord,
): Map<string, EntityShape> {
	const shapes = new Map<string, EntityShape>();
	const open = [...entities.values()].map(({ shape }) => shape);
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		if (shapes.has(name)) continue;
		const shape = readShape(name, schemas);
		if (shape === undefined) continue;
		shapes.set(name, shape);
		open.push(...shape.linked.values(), ...shape.details.values());
	}
	return shapes;
}

/** The schema of a request's body: in its content (OpenAPI 3.0), or among its parameters (Swagger 2.0). */
function bodyOf(path: unknown, method: 'put' | 'post'): unknown {
	const request = isRecord(path) ? path[method] : undefined;
	if (!isRecord(request)) return undefined;
	const { requestBody, parameters } = request;
	const content = isRecord(requestBody) ? requestBody.content : undefined;
	const json = isRecord(content) ? content['application/json'] : undefined;
	if (isRecord(json)) return json.schema;
	const body = Array.isArray(parameters)
		? parameters.find((one) => isRecord(one) && one.in === 'body')
		: undefined;
	return isRecord(body) ? body.schema : undefined;
}

function alphabetically(a: string, b: string): number {
	return a.localeCompare(b, 'en');
}
