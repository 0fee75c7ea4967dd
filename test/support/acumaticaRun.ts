import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { installed } from './acumaticaPackage.ts';
import { connectOAuth2, type OAuthTokens } from './oauthConnection.ts';
import { type NodeRunOutcome, runNode } from './nodeRun.ts';

export type Authentication = 'session' | 'passwordOAuth2' | 'oAuth2';

export const authentications: readonly Authentication[] = ['session', 'passwordOAuth2', 'oAuth2'];

/** The credential type behind each way to authenticate. */
export const credentialTypes = {
	session: 'acumaticaApi',
	passwordOAuth2: 'acumaticaPasswordOAuth2Api',
	oAuth2: 'acumaticaOAuth2Api',
} as const;

/** One run of the node against a sandbox; what is left out is as a new node in the editor has it. */
export interface AcumaticaRun {
	readonly sandbox: Pick<Sandbox, 'url' | 'account'>;
	readonly authentication?: Authentication;
	/** Default: record. */
	readonly resource?: string;
	readonly operation: string;
	/** Parameters besides authentication, resource and operation. `entity` may be a bare name. */
	readonly parameters?: Record<string, unknown>;
	readonly items?: readonly IDataObject[];
	/** What each item has of binary data, from the first one on. */
	readonly binaries?: readonly IBinaryKeyData[];
	readonly onError?: 'continueRegularOutput' | 'continueErrorOutput' | 'stopWorkflow';
	/** Fields of the credential that differ from those of the sandbox's account. */
	readonly credential?: ICredentialDataDecryptedObject;
	readonly cancelAfter?: number | Promise<unknown>;
	/** Tokens from {@link connectOAuth2}; fetched anew if left out. */
	readonly tokens?: OAuthTokens;
}

/** Runs the node in n8n's engine, as a workflow with a manual trigger in front would. */
export async function runAcumatica(run: AcumaticaRun): Promise<NodeRunOutcome> {
	const authentication = run.authentication ?? 'session';
	const { entity, recordKey, action, ...parameters } = run.parameters ?? {};
	const type = credentialTypes[authentication];
	return await runNode({
		installed,
		credentials: { [type]: { ...(await credentialFor(run, authentication)), ...run.credential } },
		node: {
			parameters: {
				authentication,
				resource: run.resource ?? 'record',
				operation: run.operation,
				...(entity !== undefined && { entity: locator(entity, 'name') }),
				...(action !== undefined && { action: locator(action, 'name') }),
				...(recordKey !== undefined && { recordKey: locator(recordKey, 'keys') }),
				...(parameters as Record<string, NodeParameterValueType>),
			},
			...(run.onError !== undefined && { onError: run.onError }),
		},
		items: (run.items ?? [{}]).map((json, index): INodeExecutionData => {
			const binary = run.binaries?.[index];
			return { json, ...(binary !== undefined && { binary }) };
		}),
		...(run.cancelAfter !== undefined && { cancelAfter: run.cancelAfter }),
	});
}

function locator(value: unknown, mode: string): NodeParameterValueType {
	return (
		typeof value === 'string' ? { __rl: true, mode, value } : value
	) as NodeParameterValueType;
}

/** The fields of a credential for the sandbox's account, as a person enters them. */
export async function credentialFor(
	run: Pick<AcumaticaRun, 'sandbox' | 'tokens'>,
	authentication: Authentication,
): Promise<ICredentialDataDecryptedObject> {
	const { url, account } = run.sandbox;
	const { username, password, tenant, clientId, clientSecret } = account;
	const connection = { instanceUrl: url, requestsPerMinute: 100_000, concurrentRequests: 3 };
	switch (authentication) {
		case 'session':
			return { ...connection, username, password, tenant };
		case 'passwordOAuth2':
			return { ...connection, clientId, clientSecret, username, password, scope: 'api' };
		case 'oAuth2':
			return {
				...connection,
				clientId,
				clientSecret,
				scope: 'api offline_access',
				oauthTokenData: { ...(run.tokens ?? (await connectOAuth2(run.sandbox))) },
			};
	}
}
