import type { ContractFacts } from './contract.ts';
import {
	actionSchemas,
	anyAction,
	customField,
	entityProperties,
	recordSchema,
	valueTypes,
	type Json,
} from './documentSchemas.ts';

/** A reference to a schema of the document. */
export const schemaReference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const entityBase: Json = {
	type: 'object',
	properties: {
		...entityProperties(schemaReference),
		_links: { type: 'object', additionalProperties: { type: 'string', format: 'uri' } },
	},
};

const fileLink: Json = {
	type: 'object',
	properties: {
		id: { type: 'string', format: 'uuid' },
		filename: { type: 'string' },
		href: { type: 'string', format: 'uri' },
		comment: { type: 'string', nullable: true },
	},
};

const httpError: Json = {
	type: 'object',
	properties: {
		message: { type: 'string' },
		exceptionMessage: { type: 'string', nullable: true },
		exceptionType: { type: 'string', nullable: true },
		stackTrace: { type: 'string', nullable: true },
		modelState: {
			type: 'object',
			additionalProperties: { type: 'array', items: { type: 'string' } },
		},
		messageDetail: { type: 'string' },
	},
	additionalProperties: { type: 'object' },
};

function valueSchemas(): Record<string, Json> {
	const schemas: Record<string, Json> = {
		CustomField: {
			required: ['type'],
			type: 'object',
			properties: { type: { type: 'string' } },
			discriminator: { propertyName: 'type' },
		},
	};
	for (const [type, value] of Object.entries(valueTypes)) {
		// Dates without a time are not nullable in the exports, and there is no custom field of this type.
		const nullable = type === 'DateOnly' ? {} : { nullable: true };
		schemas[`${type}Value`] = {
			type: 'object',
			properties: { value: { ...value, ...nullable }, error: { type: 'string' } },
		};
		if (type === 'DateOnly') continue;
		schemas[`Custom${type}Field`] = customField(value, schemaReference);
	}
	return schemas;
}

/** All schemas of an endpoint's document: values, records, and the bodies of actions. */
export function openApiSchemas(contract: ContractFacts): Record<string, Json> {
	const all: Record<string, Json> = {
		...valueSchemas(),
		Entity: entityBase,
		FileLink: fileLink,
		HttpError: httpError,
	};
	const workflowActions: Record<string, Json> = {};
	for (const [name, { schema }] of Object.entries(contract.entities)) {
		const action = schemaReference(anyAction(name));
		workflowActions[schema] = {
			_workflowActions: { type: 'object', additionalProperties: action },
		};
	}
	for (const [name, facts] of Object.entries(contract.schemas)) {
		all[name] = recordSchema(facts, schemaReference, workflowActions[name]);
	}
	return { ...all, ...actionSchemas(contract, schemaReference) };
}
