import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { n8n } from './platform.ts';

/** A package of one node, just enough for each thing that the harness promises. */
const description: INodeTypeDescription = {
	displayName: 'Tiny',
	name: 'tiny',
	group: ['transform'],
	version: 1,
	description: 'Asks the tiny API',
	defaults: { name: 'Tiny' },
	inputs: ['main'],
	outputs: ['main'],
	credentials: [{ name: 'tinyOAuth2Api' }, { name: 'tinyApi', testedBy: 'tinyApiTest' }],
	properties: [
		{ displayName: 'Path', name: 'path', type: 'string', default: '/echo' },
		{ displayName: 'Credential', name: 'credential', type: 'string', default: 'tinyOAuth2Api' },
	],
};

async function ask(this: IExecuteFunctions, index: number): Promise<INodeExecutionData> {
	const path = this.getNodeParameter('path', index, '');
	const type = this.getNodeParameter('credential', index, '');
	const { instanceUrl, name } = await this.getCredentials(String(type));
	const url = `${instanceUrl}${path}`;
	this.logger.info('asking', { path });
	const body: IDataObject =
		type === 'tinyApi'
			? await this.helpers.httpRequest({ url, abortSignal: this.getExecutionCancelSignal() })
			: await this.helpers.httpRequestWithAuthentication.call(this, String(type), { url });
	return { json: { name, ...body }, pairedItem: { item: index } };
}

export class Tiny implements INodeType {
	description = description;

	methods = {
		listSearch: {
			async search(this: ILoadOptionsFunctions, filter?: string, page?: string) {
				const prefix = this.getCurrentNodeParameter('path');
				return { results: [{ name: `${prefix} ${filter}`, value: page ?? '' }] };
			},
		},
		loadOptions: {
			async names(this: ILoadOptionsFunctions) {
				const { name } = await this.getCredentials('tinyApi');
				return [{ name: String(name), value: this.getNode().name }];
			},
		},
		credentialTest: {
			async tinyApiTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted) {
				const url = `${credential.data?.instanceUrl}/ping?${Object.keys(this.helpers).join()}`;
				await this.helpers.request({ url });
				return { status: 'OK' as const, message: String(credential.data?.name) };
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			try {
				items.push(await ask.call(this, index));
			} catch (error) {
				throw Object.assign(new n8n.NodeApiError(this.getNode(), Object(error)), {
					context: { itemIndex: index },
				});
			}
		}
		this.addExecutionHints({ message: `${items.length} asked` });
		return [items];
	}
}

const connection: ICredentialType['properties'] = [
	{ displayName: 'Instance URL', name: 'instanceUrl', type: 'string', default: '' },
	{ displayName: 'Name', name: 'name', type: 'string', default: 'by default' },
];

export const tinyApi: ICredentialType = {
	name: 'tinyApi',
	displayName: 'Tiny API',
	properties: connection,
};

export const tinyOAuth2Api: ICredentialType = {
	name: 'tinyOAuth2Api',
	displayName: 'Tiny OAuth2 API',
	extends: ['oAuth2Api'],
	properties: [
		...connection,
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["instanceUrl"]}}/token',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	],
};

/** A type that declares its test instead of leaving it to a node. */
export const tinyDeclaredApi: ICredentialType = {
	name: 'tinyDeclaredApi',
	displayName: 'Tiny Declared API',
	properties: connection,
	test: {
		request: { baseURL: '={{$credentials.instanceUrl}}', url: '/declared' },
		rules: [{ type: 'responseCode', properties: { value: 404, message: 'No such instance' } }],
	},
};

export const installed = {
	nodes: [new Tiny()],
	credentialTypes: [tinyApi, tinyOAuth2Api, tinyDeclaredApi],
};
