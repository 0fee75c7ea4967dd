import type {
	ILoadOptionsFunctions,
	INode,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import { additionalData, type Credentials, credentialStore, makeWorkflow } from './execution.ts';
import { findNode, type InstalledPackage, nodeTypeName } from './installedPackage.ts';
import { core, n8n, startEngine } from './platform.ts';

interface MethodResults {
	listSearch: INodeListSearchResult;
	loadOptions: INodePropertyOptions[];
	resourceMapping: ResourceMapperFields;
}

export interface MethodCall<Group extends keyof MethodResults> {
	readonly installed: InstalledPackage;
	/** The node's name within the package; the package's first node if left out. */
	readonly node?: string;
	readonly group: Group;
	readonly method: string;
	/** The parameters that the user has filled in so far. */
	readonly parameters?: INode['parameters'];
	readonly credentials?: Credentials;
	/** `[filter, paginationToken]` of a list search. */
	readonly args?: readonly (string | undefined)[];
	/** Where the asking parameter is; names with `&` are looked up beside it. */
	readonly path?: string;
}

type Method<Result> = (this: ILoadOptionsFunctions, ...args: unknown[]) => Promise<Result>;

/**
 * Calls a method of a node as the editor does while a person fills in parameters.
 * @returns what the editor would show.
 * @throws what the method throws, and when the node has no such method.
 */
export async function callMethod<Group extends keyof MethodResults>(
	call: MethodCall<Group>,
): Promise<MethodResults[Group]> {
	await startEngine();
	const nodeType = findNode(call.installed, call.node);
	const method: unknown = Reflect.get(Object(nodeType.methods?.[call.group]), call.method);
	if (!isMethod<MethodResults[Group]>(method)) {
		throw new n8n.UserError(`The node has no method ${call.group}.${call.method}`);
	}
	const store = credentialStore(call.credentials);
	const node: INode = {
		id: 'temporary',
		name: 'Temp-Node',
		type: nodeTypeName(nodeType),
		typeVersion: 1,
		position: [0, 0],
		parameters: structuredClone(call.parameters ?? {}),
		credentials: store.references(),
	};
	const workflow = makeWorkflow(call.installed, { nodes: [node] });
	const data = additionalData(call.installed, store, {
		mode: 'internal',
		workflow,
		currentNodeParameters: node.parameters,
	});
	const context = new core.LoadOptionsContext(workflow, node, data, call.path ?? 'parameters.x');
	return await workflow.expression.withIsolate(
		async () => await method.call(context, ...(call.args ?? [])),
	);
}

function isMethod<Result>(candidate: unknown): candidate is Method<Result> {
	return typeof candidate === 'function';
}
