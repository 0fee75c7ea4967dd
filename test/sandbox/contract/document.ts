import { z } from 'zod';

const reference = z.object({ $ref: z.string() });
const body = z.object({ 'application/json': z.object({ schema: reference }) });
const property = z.object({
	$ref: z.string().optional(),
	items: reference.optional(),
	properties: z.record(z.string(), reference.partial()).optional(),
});
const schema = z.object({
	allOf: z
		.array(
			z.object({
				$ref: z.string().optional(),
				properties: z.record(z.string(), property).optional(),
			}),
		)
		.optional(),
	properties: z.record(z.string(), property).optional(),
});
const operation = z.object({
	operationId: z.string(),
	requestBody: z.object({ content: body }).optional(),
	parameters: z
		.array(z.object({ in: z.string().optional(), schema: reference.partial().optional() }))
		.optional(),
});
/**
 * What we read of an endpoint's document: OpenAPI 3.0 from 2024 R2 on (`components`, `requestBody`),
 * Swagger 2.0 before (`definitions`, a parameter in `body`).
 */
export const endpointDocument = z.object({
	info: z.object({ title: z.string(), version: z.string() }),
	paths: z.record(z.string(), z.object({ put: operation.optional(), post: operation.optional() })),
	components: z.object({ schemas: z.record(z.string(), schema) }).optional(),
	definitions: z.record(z.string(), schema).optional(),
});

export type EndpointDocument = z.infer<typeof endpointDocument>;
export type Operation = z.infer<typeof operation>;
export type Schema = z.infer<typeof schema>;
