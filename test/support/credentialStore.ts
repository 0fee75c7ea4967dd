import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ICredentialDataDecryptedObject, INodeCredentials } from 'n8n-workflow';

/** Field values of credentials by credential type, as a user has entered them. */
export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/**
 * Saved credentials, one of each type. Executions that are given the same store use the same
 * credentials, as two workflows of one n8n do: they see each other's renewed tokens. The IDs are new
 * for every store, because the engine serialises token renewals of the same ID.
 */
export class CredentialStore {
	readonly #given: CredentialData;
	readonly #saved = new Map<string, ICredentialDataDecryptedObject>();
	readonly #run = randomUUID();

	constructor(data: CredentialData) {
		this.#given = structuredClone(data);
		for (const [type, fields] of Object.entries(data))
			this.#saved.set(type, structuredClone(fields));
	}

	/** What a node's `credentials` say when it uses these types. */
	references(types: readonly string[] = [...this.#saved.keys()]): INodeCredentials {
		return Object.fromEntries(types.map((type) => [type, { id: this.#id(type), name: type }]));
	}

	/**
	 * The saved fields, before defaults and expressions.
	 * @throws when no credential of that type and ID was saved, in the words of the server.
	 */
	get(type: string, id: string | null): ICredentialDataDecryptedObject {
		const fields = this.#saved.get(type);
		if (!fields || id !== this.#id(type)) {
			throw new Error(`Credential with ID "${id}" does not exist for type "${type}".`);
		}
		return structuredClone(fields);
	}

	save(type: string, fields: ICredentialDataDecryptedObject): void {
		this.#saved.set(type, structuredClone(fields));
	}

	/** The credentials that executions have changed since the store was made, as they are now. */
	updated(): CredentialData {
		const changed = [...this.#saved].filter(
			([type, fields]) => !isDeepStrictEqual(fields, this.#given[type]),
		);
		return structuredClone(Object.fromEntries(changed));
	}

	#id(type: string): string {
		return `${type}-${this.#run}`;
	}
}
