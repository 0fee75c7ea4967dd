import type { ICredentialDataDecryptedObject, INodeListSearchResult } from 'n8n-workflow';
import { installed } from '../support/acumaticaPackage.ts';
import { type Authentication, credentialFor, credentialTypes } from '../support/acumaticaRun.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { callMethod, testCredential } from '../support/engine.ts';

/** What a person has filled in when the editor asks the node for a list. */
export interface EditorState {
	readonly sandbox: Pick<Sandbox, 'url' | 'account'>;
	readonly authentication?: Authentication;
	/** `Name/Version` in the parameter `endpoint`. */
	readonly endpoint?: string;
	readonly entity?: string;
	/** Fields of the credential that differ from those of the sandbox's account. */
	readonly credential?: ICredentialDataDecryptedObject;
}

/** Asks for a list as the editor does: `[filter, paginationToken]`. */
export async function search(
	method: 'searchActions' | 'searchEndpoints' | 'searchEntities' | 'searchRecords',
	state: EditorState,
	...args: readonly (string | undefined)[]
): Promise<INodeListSearchResult> {
	const authentication = state.authentication ?? 'session';
	return await callMethod({
		installed,
		group: 'listSearch',
		method,
		parameters: {
			authentication,
			resource: 'record',
			operation: 'get',
			endpoint: { __rl: true, mode: 'name', value: state.endpoint ?? '' },
			entity: { __rl: true, mode: 'list', value: state.entity ?? '' },
		},
		credentials: await credentials(state, authentication),
		args,
	});
}

/** What the list offers to people. */
export function names({ results }: INodeListSearchResult): string[] {
	return results.map(({ name }) => name);
}

/** What is stored when a person picks from the list. */
export function values({ results }: INodeListSearchResult): unknown[] {
	return results.map(({ value }) => value);
}

/** Saves the credential and lets n8n test it. */
export async function testOf(state: EditorState & { readonly authentication: Authentication }) {
	return await testCredential({
		installed,
		type: credentialTypes[state.authentication],
		credentials: await credentials(state, state.authentication),
	});
}

async function credentials(state: EditorState, authentication: Authentication) {
	const fields = { ...(await credentialFor(state, authentication)), ...state.credential };
	return { [credentialTypes[authentication]]: fields };
}
