import type { INode } from 'n8n-workflow';
import type { CredentialData } from './credentialStore.ts';
import { credentialStore } from './execution.ts';
import { findNode, nodeTypeName } from './installedPackage.ts';
import type { LogLine } from './platform.ts';
import type { RunError } from './runError.ts';
import {
	type NodeOutcome,
	type RunOptions,
	runWorkflow,
	type WorkflowOutcome,
} from './workflowRun.ts';
import { startType } from './standIns.ts';

type NodeSettings = Pick<
	INode,
	'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'executeOnce' | 'alwaysOutputData'
>;

export interface NodeRun extends RunOptions {
	readonly node: NodeSettings & {
		readonly parameters: INode['parameters'];
		/** The node's name within the package; the package's first node if left out. */
		readonly name?: string;
		/** Names of the credential types attached to the node; all that are given if left out. */
		readonly credentials?: readonly string[];
	};
}

export interface NodeRunOutcome extends NodeOutcome {
	readonly status: WorkflowOutcome['status'];
	readonly error?: RunError;
	readonly log: readonly LogLine[];
	readonly updatedCredentials: CredentialData;
}

/**
 * Executes one node in n8n's engine: a manual trigger hands `items` to it.
 * @returns what came out of the node and how the execution ended; nothing is thrown when it failed.
 * @example
 * const run = await runNode({ installed, credentials: { acumaticaApi }, node: { parameters } });
 * expect(run.json).toEqual([{ OrderNbr: '000001' }]);
 */
export async function runNode({ node, ...options }: NodeRun): Promise<NodeRunOutcome> {
	const store = credentialStore(options.credentials);
	const { credentials, name, ...settings } = node;
	const run = await runWorkflow(
		{
			nodes: [
				{ name: 'Start', type: startType },
				{
					...settings,
					name: 'Node',
					type: nodeTypeName(findNode(options.installed, name)),
					credentials: store.references(credentials),
				},
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		},
		{ ...options, credentials: store },
	);
	const { nodes, ...rest } = run;
	return { outputs: [], json: [], hints: [], ...nodes.Node, ...rest };
}
