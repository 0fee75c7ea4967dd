import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestRequest,
	ICredentialType,
	INode,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore.ts';
import { additionalData, type Credentials, credentialStore, makeWorkflow } from './execution.ts';
import type { InstalledPackage } from './installedPackage.ts';
import { core, n8n, startEngine } from './platform.ts';

export interface CredentialTest {
	readonly installed: InstalledPackage;
	readonly type: string;
	readonly credentials: Credentials;
}

/**
 * Tests a credential as the server does when a person saves it: the request that the type declares;
 * else, for types that extend `oAuth2Api`, whether a token is there; else the function that a node
 * names in `testedBy`, whose context has no more than the old `helpers.request`.
 * @returns the line that the editor shows.
 */
export async function testCredential(test: CredentialTest): Promise<INodeCredentialTestResult> {
	await startEngine();
	const store = credentialStore(test.credentials);
	const data = additionalData(test.installed, store, { mode: 'internal' });
	const saved = store.get(test.type, store.references([test.type])[test.type]?.id ?? null);
	const fields = await data.credentialsHelper.resolve(data, saved, test.type, 'internal');
	const type = test.installed.credentialTypes.find(({ name }) => name === test.type);
	if (type?.test) return await runRequest(test, store, { type, request: type.test, fields });
	if (data.credentialsHelper.getParentTypes(test.type).includes('oAuth2Api')) {
		return hasToken(fields)
			? { status: 'OK', message: 'Credential is connected' }
			: { status: 'Error', message: 'Credential is not connected' };
	}
	const testedBy = testFunction(test.installed.nodes, test.type);
	if (!testedBy) {
		return { status: 'Error', message: 'No testing function found for this credential.' };
	}
	return await testedBy.call(new core.CredentialTestContext(data), decrypted(test.type, fields));
}

function decrypted(type: string, data: ICredentialDataDecryptedObject): ICredentialsDecrypted {
	return { id: type, name: type, type, data };
}

function hasToken(fields: ICredentialDataDecryptedObject): boolean {
	return Reflect.has(Object(fields.oauthTokenData), 'access_token');
}

function testFunction(nodes: readonly INodeType[], type: string) {
	for (const { description, methods } of nodes) {
		const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy;
		if (typeof testedBy === 'string') return methods?.credentialTest?.[testedBy];
	}
	return undefined;
}

interface DeclaredTest {
	readonly type: ICredentialType;
	readonly request: ICredentialTestRequest;
	readonly fields: ICredentialDataDecryptedObject;
}

/** A declared test runs as a node with a single parameter that is sent as the request. */
async function runRequest(
	test: CredentialTest,
	store: CredentialStore,
	declared: DeclaredTest,
): Promise<INodeCredentialTestResult> {
	const nodeType = testingNode(declared);
	const node: INode = {
		id: 'temporary',
		name: 'Temp-Node',
		type: `n8n-nodes-acumatica-erp.${nodeType.description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: store.references([test.type]),
	};
	const installed = { ...test.installed, nodes: [nodeType] };
	const workflow = makeWorkflow(installed, { nodes: [node] });
	const context = new core.ExecuteContext(
		workflow,
		node,
		additionalData(installed, store, { mode: 'internal', workflow }),
		'internal',
		n8n.createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const routing = new core.RoutingNode(context, nodeType, decrypted(test.type, declared.fields));
	try {
		const items = await workflow.expression.withIsolate(async () => await routing.runNode());
		return verdictOnBody(declared.request, items?.[0]?.[0]?.json);
	} catch (error) {
		return verdictOnError(declared.request, error);
	}
}

function testingNode({ type, request }: DeclaredTest): INodeType {
	return {
		description: {
			name: 'credentialTest',
			displayName: 'Credential test',
			description: 'Sends the request that a credential type declares',
			group: ['transform'],
			version: 1,
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: request.request },
				},
			],
		},
	};
}

function verdictOnBody(request: ICredentialTestRequest, body: unknown): INodeCredentialTestResult {
	for (const rule of request.rules ?? []) {
		if (rule.type !== 'responseSuccessBody' || !('key' in rule.properties)) continue;
		if (Reflect.get(Object(body), rule.properties.key) === rule.properties.value) {
			return { status: 'Error', message: rule.properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function verdictOnError(
	request: ICredentialTestRequest,
	error: unknown,
): INodeCredentialTestResult {
	const cause: unknown = Reflect.get(Object(error), 'cause');
	const response: unknown = Reflect.get(Object(cause), 'response');
	const status: unknown = Reflect.get(Object(response), 'status');
	for (const rule of request.rules ?? []) {
		if (rule.type === 'responseCode' && rule.properties.value === status) {
			return { status: 'Error', message: rule.properties.message };
		}
	}
	const text =
		Reflect.get(Object(response), 'statusText') ||
		(typeof status === 'number' && `Received HTTP status code: ${status}`) ||
		Reflect.get(Object(cause), 'code') ||
		Reflect.get(Object(error), 'message');
	return { status: 'Error', message: String(text) };
}
