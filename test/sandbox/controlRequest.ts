import { z } from 'zod';
import type { LongActionTable } from './actions/longActions.ts';
import type { FileRequest } from './files/addFile.ts';

const longAction = z.strictObject({
	takes: z.number().nonnegative().optional(),
	fails: z
		.union([
			z.string(),
			z.strictObject({
				text: z.string(),
				status: z.union([z.literal(422), z.literal(500)]).optional(),
			}),
		])
		.optional(),
	location: z
		.union([
			z.enum(['relative', 'absolute', 'window', 'missing']),
			z.strictObject({ origin: z.string() }),
		])
		.optional(),
});

const longActions = z.record(z.string(), z.union([longAction, z.literal(false)]));

const file = z.strictObject({
	entity: z.string(),
	keys: z.array(z.string()),
	row: z.strictObject({ detail: z.string(), index: z.number().int().nonnegative() }).optional(),
	name: z.string().min(1),
	size: z.number().int().nonnegative(),
	comment: z.string().optional(),
	seed: z.number().int().optional(),
});

/** @throws ZodError for what is no table of long actions */
export function readLongActions(value: unknown): LongActionTable {
	return longActions.parse(value);
}

/** @throws ZodError for what describes no file */
export function readFileRequest(value: unknown): FileRequest {
	return file.parse(value);
}

/** @throws ZodError for what says not how far */
export function readAdvance(value: unknown): number {
	return z.object({ advance: z.number() }).parse(value).advance;
}
