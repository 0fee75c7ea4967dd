import type { ContractFacts } from './contract/contract.ts';
import { loadContract } from './contract/load.ts';
import type { Exchange } from './exchange.ts';
import type { Instance } from './instance.ts';
import { httpError, Refusal } from './reply.ts';
import type { Session } from './signIn/sessions.ts';

/** A request on its way through a route. */
export interface Call {
	readonly instance: Instance;
	readonly exchange: Exchange;
	/** Values of the route's placeholders. */
	readonly parameters: Readonly<Record<string, string>>;
	/** What a `*` at the end of the route stands for. */
	readonly rest: readonly string[];
}

/** A request of somebody who is signed in. */
export interface SessionCall extends Call {
	readonly session: Session;
}

export function parameter({ parameters }: Pick<Call, 'parameters'>, name: string): string {
	const value = parameters[name];
	if (value === undefined) throw new Error(`The route has no :${name}.`);
	return value;
}

/**
 * The contract that the address names.
 *
 * @throws Refusal 404 for an endpoint or version that the instance does not publish
 */
export function contractOf(call: Pick<Call, 'parameters'>): ContractFacts {
	const name = parameter(call, 'endpoint');
	const version = parameter(call, 'version');
	const contract = loadContract(name, version);
	if (contract !== undefined) return contract;
	throw new Refusal(
		httpError(
			404,
			'No HTTP resource was found that matches the request URI.',
			`There is no endpoint ${name} of version ${version}.`,
		),
	);
}
