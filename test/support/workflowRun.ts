import type {
	IConnections,
	INode,
	INodeExecutionData,
	IRun,
	IDataObject,
	NodeExecutionHint,
	Workflow,
} from 'n8n-workflow';
import type { CredentialData, CredentialStore } from './credentialStore.ts';
import { type RunError, runError } from './runError.ts';
import { additionalData, type Credentials, credentialStore, makeWorkflow } from './execution.ts';
import type { InstalledPackage } from './installedPackage.ts';
import { core, type LogLine, n8n, startEngine, withLog } from './platform.ts';
import { startType } from './standIns.ts';

/** A workflow file: what the editor exports. Other fields of the file are ignored. */
export interface WorkflowFile {
	readonly name?: string;
	readonly nodes: readonly WorkflowFileNode[];
	readonly connections: IConnections;
}

type WorkflowFileNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

export interface RunOptions {
	readonly installed: InstalledPackage;
	/** By type; a node that names a type in its `credentials` gets the one of that type. */
	readonly credentials?: Credentials;
	/** What the manual trigger hands on; one empty item if nothing is given. */
	readonly items?: readonly INodeExecutionData[];
	/** Cancels the execution after so many milliseconds, or when the promise is settled. */
	readonly cancelAfter?: number | Promise<unknown>;
}

/** What one node has done; of a node that ran several times, the last time. */
export interface NodeOutcome {
	/** Items of every output; an output without any is an empty list. */
	readonly outputs: readonly (readonly INodeExecutionData[])[];
	/** The data of the first output's items. */
	readonly json: readonly IDataObject[];
	readonly hints: readonly NodeExecutionHint[];
	readonly error?: RunError;
}

export interface WorkflowOutcome {
	readonly status: IRun['status'];
	readonly nodes: Readonly<Record<string, NodeOutcome>>;
	readonly error?: RunError;
	readonly log: readonly LogLine[];
	/** The credentials whose saved fields the execution has changed, e.g. a renewed token. */
	readonly updatedCredentials: CredentialData;
}

/**
 * Executes a whole workflow in n8n's engine, as a person does who presses the button: from its
 * manual trigger on. Several executions may run at the same time in one process.
 * @returns what happened, also when a node failed: nothing is thrown for that.
 * @throws when the workflow has no manual trigger or names an unknown node type.
 */
export async function runWorkflow(
	file: WorkflowFile,
	options: RunOptions,
): Promise<WorkflowOutcome> {
	await startEngine();
	const store = credentialStore(options.credentials);
	const workflow = makeWorkflow(options.installed, {
		name: file.name,
		nodes: file.nodes.map((node, index) => asNode(node, index, store)),
		connections: structuredClone(file.connections),
	});
	const { result: run, log } = await withLog(async () => await execute(workflow, options, store));
	const { error, runData } = run.data.resultData;
	const nodes = Object.entries(runData).map(([name, tasks]) => [name, outcome(tasks.at(-1))]);
	return {
		status: run.status,
		nodes: Object.fromEntries(nodes),
		...(error && { error: runError(error) }),
		log,
		updatedCredentials: store.updated(),
	};
}

function asNode(node: WorkflowFileNode, index: number, store: CredentialStore): INode {
	return {
		id: String(index),
		typeVersion: 1,
		position: [index * 200, 0],
		parameters: {},
		...structuredClone(node),
		...(node.credentials && { credentials: store.references(Object.keys(node.credentials)) }),
	};
}

async function execute(
	workflow: Workflow,
	options: RunOptions,
	store: CredentialStore,
): Promise<IRun> {
	const start = Object.values(workflow.nodes).find(({ type }) => type === startType);
	if (!start) throw new n8n.UserError('The workflow has no manual trigger to start from');
	const data = additionalData(options.installed, store, { mode: 'manual', workflow });
	const items = options.items ?? [{ json: {} }];
	const running = new core.WorkflowExecute(data, 'manual').run({
		workflow,
		startNode: start,
		triggerToStartFrom: {
			name: start.name,
			data: {
				startTime: 0,
				executionTime: 0,
				executionIndex: 0,
				source: [],
				data: { main: [structuredClone([...items])] },
			},
		},
	});
	const stopWaiting = cancelling(() => running.cancel(), options.cancelAfter);
	try {
		return await running;
	} finally {
		stopWaiting();
	}
}

function cancelling(cancel: () => void, after: RunOptions['cancelAfter']): () => void {
	if (after === undefined) return () => {};
	if (typeof after !== 'number') {
		let over = false;
		const cancelUnlessOver = () => {
			if (!over) cancel();
		};
		after.then(cancelUnlessOver, cancelUnlessOver);
		return () => {
			over = true;
		};
	}
	const timer = setTimeout(cancel, after);
	return () => clearTimeout(timer);
}

function outcome(
	task: IRun['data']['resultData']['runData'][string][number] | undefined,
): NodeOutcome {
	const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		hints: task?.hints ?? [],
		...(task?.error && { error: runError(task.error) }),
	};
}
