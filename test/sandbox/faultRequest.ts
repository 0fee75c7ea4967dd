import { z } from 'zod';
import { requestKinds } from './exchange.ts';
import { isFaultName, namedFault, type FaultName } from './faultCatalog.ts';
import type { Fault } from './faults.ts';

const moment = z.enum(['beforeExecution', 'afterExecution']);
const when = moment.optional();

/** Fields decide which fault it is, as in faults.ts; the order matters where one has several. */
const faultAnswer = z.union([
	z.strictObject({ html: z.literal(true), status: z.number().int().optional(), when }),
	z.strictObject({
		status: z.number().int(),
		retryAfter: z.union([z.string(), z.strictObject({ dateInSeconds: z.number() })]).optional(),
		body: z.unknown(),
		contentType: z.string().optional(),
		when,
	}),
	z.strictObject({ redirect: z.string() }),
	z.strictObject({ cut: z.enum([...moment.options, 'midAnswer', 'midUpload']) }),
	z.strictObject({ never: moment }),
	z.strictObject({ endSession: z.literal(true) }),
	z.strictObject({ empty: z.union([z.literal(200), z.literal(204)]) }),
	z.strictObject({ delay: z.number().nonnegative(), when }),
	z.strictObject({ truncated: z.literal(true) }),
	z.strictObject({ contentType: z.string() }),
]);

const scope = {
	match: z
		.strictObject({
			method: z.string().optional(),
			path: z.string().optional(),
			kind: z.enum(requestKinds).optional(),
		})
		.optional(),
	times: z.number().int().positive().optional(),
};

const fault = z.union([
	z.strictObject({ ...scope, answer: faultAnswer }),
	z
		.strictObject({ ...scope, name: z.custom<FaultName>(isFaultName, 'No fault has this name.') })
		.transform(({ name, ...rest }) => namedFault(name, rest)),
]);

/**
 * Faults as they come over HTTP: one or a list, each with its `answer` or with a `name` of the catalog.
 *
 * @throws ZodError for anything else
 */
export function readFaults(value: unknown): readonly Fault[] {
	return z.array(fault).parse(Array.isArray(value) ? value : [value]);
}
