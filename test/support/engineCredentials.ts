import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore.ts';
import { oAuth2Api, tokenData } from './parentCredential.ts';
import { core, n8n } from './platform.ts';
import { standIns } from './standIns.ts';

const placeholder: INode = {
	id: 'placeholder',
	name: '',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * Stands in for the server's CredentialsHelper: inherits properties, fills in defaults, resolves
 * expressions and saves renewed tokens in the server's order (credentials-helper of n8n 2.40), with
 * a store in memory instead of the database.
 */
export class EngineCredentials extends n8n.ICredentialsHelper {
	readonly #types: ReadonlyMap<string, ICredentialType>;
	readonly #store: CredentialStore;

	constructor(types: readonly ICredentialType[], store: CredentialStore) {
		super();
		this.#types = new Map([oAuth2Api, ...types].map((type) => [type.name, type]));
		this.#store = store;
	}

	override getParentTypes(name: string): string[] {
		const parents = this.#types.get(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.#type(name);
		if (type.extends === undefined) {
			return name === 'oAuth2Api' ? [...type.properties, tokenData] : type.properties;
		}
		const merged: INodeProperties[] = [];
		for (const parent of type.extends) {
			n8n.NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		n8n.NodeHelpers.mergeNodeProperties(merged, type.properties);
		return merged;
	}

	override async getCredentials(
		credential: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentials> {
		const saved = new core.Credentials({ id: credential.id, name: credential.name }, type);
		await saved.setData(this.#store.get(type, credential.id));
		return saved;
	}

	override async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		credential: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		raw?: boolean,
	): Promise<ICredentialDataDecryptedObject> {
		const saved = this.#store.get(type, credential.id);
		return raw ? saved : await this.resolve(additionalData, saved, type, mode);
	}

	/** Defaults of the type's properties, then expressions, `$self` being the credential itself. */
	async resolve(
		additionalData: IWorkflowExecuteAdditionalData,
		saved: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const properties = this.getCredentialsProperties(type);
		const withDefaults = n8n.NodeHelpers.getNodeParameters(
			properties,
			saved as INode['parameters'],
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (saved.oauthTokenData !== undefined) withDefaults.oauthTokenData = saved.oauthTokenData;
		const { expression } = emptyWorkflow();
		const keys = core.getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		return await expression.withIsolate(
			async () =>
				expression.getComplexParameterValue(
					placeholder,
					withDefaults as INode['parameters'],
					mode,
					keys,
					undefined,
					undefined,
					withDefaults,
				) as ICredentialDataDecryptedObject,
		);
	}

	override async authenticate(
		_credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		this.#refuse(typeName, 'authenticate');
		return request as IHttpRequestOptions;
	}

	override async preAuthentication(
		_helpers: IHttpRequestHelper,
		_credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<undefined> {
		this.#refuse(typeName, 'preAuthentication');
	}

	override async runPreAuthentication(
		_helpers: IHttpRequestHelper,
		_credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<undefined> {
		this.#refuse(typeName, 'preAuthentication');
	}

	override async updateCredentials(
		_credential: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.#store.save(type, data);
	}

	override async updateCredentialsOauthTokenData(
		credential: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const before = this.#store.get(type, credential.id);
		const { oauthTokenData } = data;
		if (oauthTokenData !== undefined) this.#store.save(type, { ...before, oauthTokenData });
	}

	/** The package's nodes sign in themselves (sessions are leased): nothing here may go unnoticed. */
	#refuse(typeName: string, part: 'authenticate' | 'preAuthentication'): void {
		if (this.#type(typeName)[part] !== undefined) {
			throw new n8n.UnexpectedError(`${typeName}: this engine does not emulate ${part}`);
		}
	}

	#type(name: string): ICredentialType {
		const type = this.#types.get(name);
		if (!type) throw new n8n.UnexpectedError(`Unknown credential type: ${name}`);
		return type;
	}
}

function emptyWorkflow(): Workflow {
	const known = new Map(standIns);
	const noOp = (type: string) => {
		const node = known.get(type);
		if (!node) throw new n8n.UnexpectedError(`Unknown node type: ${type}`);
		return node;
	};
	return new n8n.Workflow({
		nodes: [placeholder],
		connections: {},
		active: false,
		nodeTypes: { getByName: noOp, getByNameAndVersion: noOp, getKnownTypes: () => ({}) },
	});
}
