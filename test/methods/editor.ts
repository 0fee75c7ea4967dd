import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { methods } from '../../nodes/Acumatica/methods';
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
	readonly action?: string;
	/** Default: record, get. */
	readonly resource?: string;
	readonly operation?: string;
	/** Whatever else is filled in. */
	readonly parameters?: INode['parameters'];
	/** Fields of the credential that differ from those of the sandbox's account. */
	readonly credential?: ICredentialDataDecryptedObject;
}

/** Asks for a list as the editor does: `[filter, paginationToken]`. */
export async function search(
	method: keyof typeof methods.listSearch,
	state: EditorState,
	...args: readonly (string | undefined)[]
): Promise<INodeListSearchResult> {
	return await callMethod({ ...(await call(state)), group: 'listSearch', method, args });
}

/** Asks for the choices of a list of options. */
export async function options(
	method: keyof typeof methods.loadOptions,
	state: EditorState,
): Promise<INodePropertyOptions[]> {
	return await callMethod({ ...(await call(state)), group: 'loadOptions', method });
}

/** Asks for the fields of a resource mapper. */
export async function mapperFields(
	method: keyof typeof methods.resourceMapping,
	state: EditorState,
): Promise<ResourceMapperFields> {
	return await callMethod({ ...(await call(state)), group: 'resourceMapping', method });
}

async function call(state: EditorState) {
	const authentication = state.authentication ?? 'session';
	return {
		installed,
		parameters: {
			authentication,
			resource: state.resource ?? 'record',
			operation: state.operation ?? 'get',
			endpoint: { __rl: true, mode: 'name', value: state.endpoint ?? '' },
			entity: { __rl: true, mode: 'list', value: state.entity ?? '' },
			action: { __rl: true, mode: 'list', value: state.action ?? '' },
			// Else the platform takes mapped values for hidden, and leaves them out.
			inputMode: 'fields',
			...state.parameters,
		},
		credentials: await credentials(state, authentication),
	};
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
