import { z } from 'zod';

import type { OperationCall } from '../operation';

const actionOptions = z
	.object({
		waitForCompletion: z.coerce.boolean().optional().default(true),
		maxWaitSeconds: z.coerce.number().min(0).catch(600),
		returnRecord: z.coerce.boolean().optional().default(false),
		actionUrlForm: z.enum(['entity', 'record']).catch('entity'),
	})
	.passthrough()
	.default({});

export type ActionOptions = z.output<typeof actionOptions>;

/** Reads the collection `options` of one item, as far as actions are concerned. */
export function readActionOptions(call: OperationCall): ActionOptions {
	return call.parameters.read('options', 'Options', actionOptions);
}
