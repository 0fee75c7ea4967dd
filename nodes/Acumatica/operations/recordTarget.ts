import { endpointPath, type Endpoint } from '../contract/endpoint';
import { keyFieldsOf } from '../contract/keyFields';
import { parseRecordKey, type RecordKey } from '../contract/recordKey';
import type { About } from '../transport/about';
import type { OperationCall } from './operation';
import { locator } from '../parameters/parameterReader';
import { readEndpoint, readEntityName } from '../parameters/place';

/** The entity that an operation works on, in its endpoint. */
export interface EntityTarget {
	readonly endpoint: Endpoint;
	readonly entity: string;
	/** Path of the endpoint below the instance. */
	readonly path: string;
	readonly about: (doing: string, more?: Partial<About>) => About;
}

/**
 * Reads the parameters `endpoint` and `entity`.
 *
 * @throws NodeOperationError when the entity is empty or no name, or the endpoint is not `Name/Version`
 */
export async function readEntity(call: OperationCall): Promise<EntityTarget> {
	const entity = readEntityName(call);
	const endpoint = await chosenEndpoint(call);
	return {
		endpoint,
		entity,
		path: endpointPath(endpoint),
		about: (doing, more) => ({ doing, entity, endpoint, ...more }),
	};
}

/**
 * Reads the parameter `endpoint`; without one it is that of the credential.
 *
 * @throws NodeOperationError when it is not `Name/Version`, or the instance has no such endpoint
 */
export async function chosenEndpoint(call: OperationCall): Promise<Endpoint> {
	return await call.discovery.endpoint(readEndpoint(call));
}

/**
 * Names of the entity's key fields; empty where they are not certain. An entity of another endpoint may
 * share its name with one of Default and have other keys.
 */
export function certainKeyFields({ entity, endpoint }: EntityTarget): readonly string[] {
	const { names, certainty } = keyFieldsOf(entity);
	return certainty === 'certain' && endpoint.name === 'Default' ? names : [];
}

/**
 * Reads the parameter `recordKey`; undefined where it is empty.
 *
 * @throws RecordFault when it cannot be the key of a record of this entity
 */
export function readRecordKey(call: OperationCall, target: EntityTarget): RecordKey | undefined {
	const { mode, value } = call.parameters.read('recordKey', 'Record', locator);
	if (value === '') return undefined;
	return parseRecordKey(value, mode === 'id' ? [] : certainKeyFields(target));
}

/** As {@link readRecordKey}, for operations that cannot do without. */
export function requireRecordKey(call: OperationCall, target: EntityTarget): RecordKey {
	return readRecordKey(call, target) ?? parseRecordKey('', keyFieldsOf(target.entity).names);
}
