import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { StoredCredential } from '../e2e/sandboxCredentials.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const acumatica = 'n8n-nodes-acumatica-erp.acumatica';

const workflowFile = z
	.object({
		name: z.string(),
		nodes: z.array(
			z
				.object({ name: z.string(), type: z.string(), parameters: z.record(z.unknown()) })
				.passthrough(),
		),
		connections: z.record(z.unknown()),
		settings: z.record(z.unknown()),
	})
	.passthrough();

export type Workflow = z.infer<typeof workflowFile>;

/** Names of the nodes whose output the demo and the tests look at. */
export const exampleNodes = {
	start: 'Start',
	created: 'Create sales orders',
	openOrders: 'Read open orders',
	outcomes: "Every row's outcome",
	summary: 'Summary',
} as const;

/** Workflows of the folder `examples`. */
export type ExampleName = 'web-shop-orders' | 'order-to-cash';

/** A workflow of the repository, with one credential chosen in every Acumatica node. */
export function exampleWorkflow(
	credential: StoredCredential,
	example: ExampleName = 'web-shop-orders',
): Workflow {
	const workflow = readWorkflow(example);
	const { type, id, name, authentication } = credential;
	const nodes = workflow.nodes.map((node) =>
		node.type === acumatica
			? {
					...node,
					parameters: { ...node.parameters, authentication },
					credentials: { [type]: { id, name } },
				}
			: node,
	);
	return { ...workflow, nodes, settings: { ...workflow.settings, saveManualExecutions: true } };
}

/** The same workflow with a Schedule Trigger, every ten seconds, in place of the manual one. */
export function scheduled(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.name === exampleNodes.start
			? {
					...node,
					type: 'n8n-nodes-base.scheduleTrigger',
					typeVersion: 1.2,
					parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 10 }] } },
				}
			: node,
	);
	return { ...workflow, name: `${workflow.name}, on a schedule`, nodes };
}

export function readWorkflow(example: ExampleName): Workflow {
	const text = readFileSync(join(examples, `${example}.workflow.json`), 'utf8');
	return workflowFile.parse(JSON.parse(text));
}

/** Puts the shop's export where the workflow reads it. */
export function provideExport(filesFolder: string): void {
	copyFileSync(
		join(examples, 'data/web-shop-orders.csv'),
		join(filesFolder, 'web-shop-orders.csv'),
	);
}
