import type { ICredentialDataDecryptedObject, NodeParameterValueType } from 'n8n-workflow';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { installed } from './acumaticaPackage.ts';
import { type Authentication, credentialFor, credentialTypes } from './acumaticaRun.ts';
import type { CredentialStore } from './credentialStore.ts';
import { credentialStore } from './execution.ts';
import { type PollDatabase, type PollProcess, startPolling } from './poller.ts';

/** The trigger on a sandbox; what is left out is as a new node in the editor has it. */
export interface TriggerRun {
	readonly sandbox: Pick<Sandbox, 'url' | 'account'>;
	readonly authentication?: Authentication;
	/** Parameters besides the authentication. `entity` may be a bare name; default SalesOrder. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly credential?: ICredentialDataDecryptedObject;
	/** Of an earlier process, to go on with its tokens. */
	readonly credentials?: CredentialStore;
	readonly database?: PollDatabase;
	readonly budget?: number;
	readonly timezone?: string;
}

/** Starts an n8n process with the trigger in an active workflow. It has not polled yet. */
export async function startTrigger(run: TriggerRun): Promise<PollProcess> {
	const authentication = run.authentication ?? 'oAuth2';
	const { entity = 'SalesOrder', ...parameters } = run.parameters ?? {};
	return await startPolling({
		installed,
		node: 'acumaticaTrigger',
		credentials: run.credentials ?? (await triggerCredentials(run)),
		parameters: {
			authentication,
			event: 'createdOrUpdated',
			entity: (typeof entity === 'string'
				? { __rl: true, mode: 'name', value: entity }
				: entity) as NodeParameterValueType,
			...(parameters as Record<string, NodeParameterValueType>),
		},
		...(run.database !== undefined && { database: run.database }),
		...(run.budget !== undefined && { budget: run.budget }),
		...(run.timezone !== undefined && { timezone: run.timezone }),
	});
}

/** A credential with a pinned endpoint version. */
export async function triggerCredentials(
	run: Pick<TriggerRun, 'sandbox' | 'authentication' | 'credential'>,
): Promise<CredentialStore> {
	const authentication = run.authentication ?? 'oAuth2';
	const credential = await credentialFor(run, authentication);
	return credentialStore({
		[credentialTypes[authentication]]: {
			...credential,
			endpointVersion: '24.200.001',
			...run.credential,
		},
	});
}
