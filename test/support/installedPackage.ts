import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';
import { n8n } from './platform.ts';
import { standIns } from './standIns.ts';

/** What an installed community package brings: instances of its node and credential classes. */
export interface InstalledPackage {
	readonly nodes: readonly INodeType[];
	readonly credentialTypes: readonly ICredentialType[];
}

const packageName = 'n8n-nodes-acumatica-erp';

/** The type by which a workflow names a node: the package's name, a dot, the node's name. */
export function nodeTypeName(node: INodeType): string {
	return `${packageName}.${node.description.name}`;
}

/**
 * The node of that name, or the package's first one.
 * @throws when the package has none
 */
export function findNode({ nodes }: InstalledPackage, name?: string): INodeType {
	const found = nodes.find(({ description }) => name === undefined || description.name === name);
	if (!found) throw new n8n.UserError(`The package has no node ${name ?? 'at all'}`);
	return found;
}

/** The package's nodes and the few stand-ins for n8n's own, found by type as the engine asks. */
export function nodeTypes(installed: InstalledPackage): INodeTypes {
	const known = new Map<string, INodeType>(standIns);
	for (const node of installed.nodes) known.set(nodeTypeName(node), node);
	const find = (type: string): INodeType => {
		const node = known.get(type);
		if (!node) throw new n8n.UserError(`Unrecognized node type: ${type}`);
		return node;
	};
	return {
		getByName: find,
		getByNameAndVersion: (type, version) =>
			n8n.NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () =>
			Object.fromEntries([...known.keys()].map((type) => [type, { className: type }])),
	};
}
