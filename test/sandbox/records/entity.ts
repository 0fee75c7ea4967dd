import { aliasOf, type EntityAlias } from '../contract/aliases.ts';
import type { ContractFacts, EntityFacts, SchemaFacts } from '../contract/contract.ts';
import { httpError, Refusal } from '../reply.ts';

/** An entity as one endpoint shows it. */
export interface Entity {
	readonly contract: ContractFacts;
	readonly name: string;
	readonly facts: EntityFacts;
	readonly schema: SchemaFacts;
	/** The entity of Default under which the records are stored. */
	readonly storedAs: string;
	readonly alias?: EntityAlias;
}

/**
 * Finds an entity by its exact name.
 *
 * @throws Refusal 404 for an unknown name, also for one in another letter case
 */
export function entityOf(contract: ContractFacts, name: string): Entity {
	const facts = Object.hasOwn(contract.entities, name) ? contract.entities[name] : undefined;
	const schema = facts === undefined ? undefined : contract.schemas[facts.schema];
	if (facts === undefined || schema === undefined) {
		const { endpoint } = contract;
		throw new Refusal(
			httpError(
				404,
				'No HTTP resource was found that matches the request URI.',
				`The endpoint ${endpoint.name}/${endpoint.version} has no entity '${name}'.`,
			),
		);
	}
	const alias = aliasOf(contract.endpoint, name);
	return { contract, name, facts, schema, storedAs: alias?.entity ?? name, alias };
}
