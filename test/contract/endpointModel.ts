import { customFieldTypes } from '../../nodes/Acumatica/contract/adHocSchema';
import { readSchema } from '../../nodes/Acumatica/contract/document';
import { placeOf, type Place } from '../../nodes/Acumatica/contract/member';
import type { EndpointSchema } from '../../nodes/Acumatica/contract/schema';
import { adHocSchema } from '../sandbox/contract/adHocSchema.ts';
import type { ContractFacts } from '../sandbox/contract/contract.ts';
import { loadContract } from '../sandbox/contract/load.ts';
import { openApiDocument } from '../sandbox/contract/openApi.ts';
import { customFields } from '../sandbox/seed/customFields.ts';

/** What the sandbox publishes of an endpoint, and what the node reads of that. */
export function endpointModel(
	name = 'Default',
	version = '25.200.001',
): { readonly contract: ContractFacts; readonly schema: EndpointSchema } {
	const contract = loadContract(name, version);
	if (contract === undefined) throw new Error(`The sandbox has no ${name}/${version}.`);
	const schema = readSchema(openApiDocument(contract, { serverUrl: 'http://127.0.0.1' }));
	if (schema === undefined) throw new Error('The document cannot be read.');
	return { contract, schema };
}

/** An entity with the custom fields that the sandbox's tenant has. */
export function placeIn(
	{ contract, schema }: ReturnType<typeof endpointModel>,
	entity: string,
): Place {
	const custom = customFieldTypes(adHocSchema(contract, entity, customFields[entity] ?? {}));
	const place = placeOf(schema, entity, custom);
	if (place === undefined) throw new Error(`There is no ${entity}.`);
	return place;
}
