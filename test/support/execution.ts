import { randomUUID } from 'node:crypto';
import type {
	IConnections,
	INode,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { EngineCredentials } from './engineCredentials.ts';
import { type CredentialData, CredentialStore } from './credentialStore.ts';
import { type InstalledPackage, nodeTypes } from './installedPackage.ts';
import { Container, core, n8n } from './platform.ts';

/** Data of saved credentials, or a store that several executions share. */
export type Credentials = CredentialData | CredentialStore;

/** The store behind what a test has given: its own, or a new one filled with the data. */
export function credentialStore(credentials: Credentials = {}): CredentialStore {
	return credentials instanceof CredentialStore ? credentials : new CredentialStore(credentials);
}

/** A workflow as the engine wants it, with the settings that the editor writes. */
export function makeWorkflow(
	installed: InstalledPackage,
	graph: { readonly nodes: INode[]; readonly connections?: IConnections; readonly name?: string },
): Workflow {
	return new n8n.Workflow({
		id: randomUUID(),
		name: graph.name ?? 'Test',
		nodes: graph.nodes,
		connections: graph.connections ?? {},
		active: false,
		nodeTypes: nodeTypes(installed),
		settings: { executionOrder: 'v1' },
	});
}

function unavailable(what: string): () => Promise<never> {
	return async () => {
		throw new n8n.UnexpectedError(`${what} needs the n8n server`);
	};
}

// Every parameter read makes addresses out of these, so they have to be valid ones.
const address = (path: string) => `http://localhost/${path}`;
const addresses = {
	restApiUrl: address('rest'),
	instanceBaseUrl: address(''),
	formBaseUrl: address('form'),
	formWaitingBaseUrl: address('form-waiting'),
	formTestBaseUrl: address('form-test'),
	webhookBaseUrl: address('webhook'),
	webhookWaitingBaseUrl: address('webhook-waiting'),
	webhookTestBaseUrl: address('webhook-test'),
	mcpBaseUrl: address('mcp'),
	mcpTestBaseUrl: address('mcp-test'),
};

/** What the server hands to every execution beside the workflow itself. */
export function additionalData(
	installed: InstalledPackage,
	store: CredentialStore,
	circumstances: {
		readonly mode: WorkflowExecuteMode;
		readonly workflow?: Workflow;
		readonly currentNodeParameters?: INodeParameters;
	},
): IWorkflowExecuteAdditionalData & { credentialsHelper: EngineCredentials } {
	const { mode, workflow, currentNodeParameters } = circumstances;
	const executionId = randomUUID();
	return {
		...addresses,
		credentialsHelper: new EngineCredentials(installed.credentialTypes, store),
		hooks: new core.ExecutionLifecycleHooks(mode, executionId, workflowRecord(workflow)),
		executionId,
		currentNodeExecutionIndex: 0,
		currentNodeParameters,
		variables: {},
		workflowSettings: {},
		externalSecretsProxy: Container.get(core.ExternalSecretsProxy),
		logAiEvent() {},
		executeWorkflow: unavailable('A sub-workflow'),
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		startRunnerTask: unavailable('Code of a user'),
	};
}

function workflowRecord(workflow: Workflow | undefined) {
	const now = new Date();
	return {
		id: workflow?.id ?? '',
		name: workflow?.name ?? '',
		active: false,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		activeVersionId: null,
		nodes: Object.values(workflow?.nodes ?? {}),
		connections: workflow?.connectionsBySourceNode ?? {},
	};
}
