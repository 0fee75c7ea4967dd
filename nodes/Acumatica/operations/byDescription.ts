import type { MappedRecord } from '../contract/mappedRecord';
import type { EndpointSchema } from '../contract/schema';
import type { OperationCall } from './operation';
import type { EntityTarget } from './recordTarget';

/**
 * Converts mapped values by the description of the endpoint. That is downloaded at most once a day in a
 * process, unless it lacks a name: the field, the action or the whole entity may have come since.
 *
 * @param convert what makes a record of the values; undefined where a description cannot tell
 * @returns undefined where no description can tell, so that nobody knows names and types
 * @throws NodeApiError when a name is unknown, and the description cannot be downloaded afresh
 */
export async function convertByDescription<Converted extends MappedRecord>(
	call: OperationCall,
	{ endpoint, entity }: EntityTarget,
	convert: (schema: EndpointSchema) => Promise<Converted | undefined>,
): Promise<Converted | undefined> {
	const lasting = await call.discovery.lastingSchema(endpoint);
	if (lasting === undefined) return undefined;
	const known = await convert(lasting);
	if (known?.unknown.length === 0) return known;
	// What is missing may be an action of the form's own, which nobody may list: no description has it.
	if (known === undefined && lasting.entities.has(entity)) return undefined;
	const look = call.discovery.schema(endpoint);
	// Where nothing is known, one can do without.
	const schema = await (known === undefined ? look.catch(() => undefined) : look);
	return schema === undefined || schema === lasting ? known : ((await convert(schema)) ?? known);
}
