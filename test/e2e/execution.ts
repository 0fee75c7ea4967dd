import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

/** The JSON of an item. */
export type OutputItem = Readonly<Record<string, unknown>>;

/** What the server kept of an execution that has ended. */
export interface FinishedExecution {
	readonly status: string;
	/** What stopped it. */
	readonly error?: { readonly message: string; readonly node?: string };
	/** Per node its outputs, each a list of items; a node that did not run has no entry. */
	readonly outputs: Readonly<Record<string, readonly (readonly OutputItem[])[]>>;
}

const endings = new Set(['success', 'error', 'canceled', 'crashed']);
const answer = z.object({ status: z.string(), data: z.string() });
const items = z.array(z.object({ json: z.record(z.unknown()) }));
const nodeRun = z.object({ data: z.object({ main: z.array(items.nullable()) }).optional() });
const runData = z.object({
	resultData: z.object({
		runData: z.record(z.array(nodeRun)),
		error: z
			.object({ message: z.string(), node: z.object({ name: z.string() }).optional() })
			.optional(),
	}),
});

/** n8n keeps execution data in the format of the package `flatted`, and brings that package along. */
const requireFromN8n = createRequire(join(import.meta.dirname, 'node_modules/n8n/package.json'));

/**
 * Reads the answer of `GET /rest/executions/:id`.
 * @returns undefined while the execution still runs
 */
export function readExecution(body: unknown): FinishedExecution | undefined {
	const { status, data } = answer.parse(body);
	if (!endings.has(status)) return undefined;
	const flatted: { parse(text: string): unknown } = requireFromN8n('flatted');
	const { resultData } = runData.parse(flatted.parse(data));
	const outputs = Object.entries(resultData.runData).map(([node, runs]) => [
		node,
		(runs.at(-1)?.data?.main ?? []).map((output) => (output ?? []).map(({ json }) => json)),
	]);
	const { error } = resultData;
	return {
		status,
		...(error && { error: { message: error.message, node: error.node?.name } }),
		outputs: Object.fromEntries(outputs),
	};
}
