import type { ContractFacts } from './contract.ts';
import {
	actionSchemas,
	customField,
	entityProperties,
	recordSchema,
	valueTypes,
	type Json,
} from './documentSchemas.ts';

/** A reference to a schema of the document. */
export const definitionReference = (name: string): Json => ({ $ref: `#/definitions/${name}` });

const text = { type: 'string' };

const common: Readonly<Record<string, Json>> = {
	CustomField: {
		required: ['type'],
		type: 'object',
		properties: { type: text },
		discriminator: 'type',
	},
	// The exports have no `_links` here, although records of that time carry them.
	Entity: { type: 'object', properties: entityProperties(definitionReference) },
	FileLink: {
		type: 'object',
		properties: {
			id: { type: 'string', format: 'uuid' },
			filename: text,
			href: { type: 'string', format: 'uri' },
		},
	},
	HttpError: {
		type: 'object',
		properties: {
			message: text,
			exceptionMessage: text,
			exceptionType: text,
			stackTrace: text,
			modelState: { type: 'object', additionalProperties: { type: 'array', items: text } },
			messageDetail: text,
		},
		additionalProperties: { type: 'object' },
	},
};

function valueDefinitions(): Record<string, Json> {
	const definitions: Record<string, Json> = {};
	for (const [type, value] of Object.entries(valueTypes)) {
		// The type came later.
		if (type === 'DateOnly') continue;
		definitions[`${type}Value`] = { type: 'object', properties: { value, error: text } };
		definitions[`Custom${type}Field`] = customField(value, definitionReference);
	}
	return definitions;
}

/** All schemas of an endpoint's document, by name: values, records, and the bodies of actions. */
export function swagger2Definitions(contract: ContractFacts): Record<string, Json> {
	const records = Object.entries(contract.schemas).map(
		([name, facts]) => [name, recordSchema(facts, definitionReference)] as const,
	);
	const all = {
		...common,
		...valueDefinitions(),
		...Object.fromEntries(records),
		...actionSchemas(contract, definitionReference),
	};
	return Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
}
