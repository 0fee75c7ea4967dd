import type { ContractFacts, FieldType, SchemaFacts } from './contract.ts';

type Json = Readonly<Record<string, unknown>>;

/** A reference to a schema of the document. */
export const schemaReference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const valueTypes: Readonly<Record<FieldType, Json>> = {
	String: { type: 'string' },
	Decimal: { type: 'number', format: 'double' },
	Double: { type: 'number', format: 'double' },
	Int: { type: 'integer', format: 'int32' },
	Short: { type: 'integer', format: 'int32' },
	Long: { type: 'integer', format: 'int64' },
	Byte: { type: 'integer', format: 'int32' },
	Boolean: { type: 'boolean' },
	DateTime: { type: 'string', format: 'date-time' },
	DateOnly: { type: 'string', format: 'date' },
	Guid: { type: 'string', format: 'uuid' },
};

const customFields: Json = {
	type: 'object',
	additionalProperties: {
		type: 'object',
		additionalProperties: schemaReference('CustomField'),
	},
};

/** What every record has besides the fields of the contract. */
const entityBase: Json = {
	type: 'object',
	properties: {
		id: { type: 'string', format: 'uuid' },
		rowNumber: { type: 'integer', format: 'int64' },
		note: schemaReference('StringValue'),
		custom: customFields,
		error: { type: 'string' },
		files: { type: 'array', items: schemaReference('FileLink') },
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

function recordSchema({ fields, linked, details }: SchemaFacts, workflowActions: Json): Json {
	const properties: Record<string, unknown> = {};
	for (const [name, type] of Object.entries(fields)) {
		properties[name] = schemaReference(`${type}Value`);
	}
	for (const [name, schema] of Object.entries(linked)) properties[name] = schemaReference(schema);
	for (const [name, schema] of Object.entries(details)) {
		properties[name] = { type: 'array', items: schemaReference(schema) };
	}
	return {
		allOf: [
			schemaReference('Entity'),
			{ type: 'object', properties: { ...properties, ...workflowActions } },
		],
	};
}

function actionSchema(entity: Json, parameters: Json | undefined): Json {
	const record = { entity };
	if (parameters === undefined) return { required: ['entity'], type: 'object', properties: record };
	return {
		required: ['entity', 'parameters'],
		type: 'object',
		properties: { ...record, parameters: { type: 'object', properties: parameters } },
	};
}

function valueSchemas(): Record<string, Json> {
	const schemas: Record<string, Json> = { CustomField: customField };
	const error = { type: 'string' };
	for (const [type, value] of Object.entries(valueTypes)) {
		// Dates without a time are not nullable in the exports, and there is no custom field of this type.
		const nullable = type === 'DateOnly' ? {} : { nullable: true };
		schemas[`${type}Value`] = {
			type: 'object',
			properties: { value: { ...value, ...nullable }, error },
		};
		if (type === 'DateOnly') continue;
		schemas[`Custom${type}Field`] = {
			allOf: [schemaReference('CustomField'), { type: 'object', properties: { value, error } }],
		};
	}
	return schemas;
}

const customField: Json = {
	required: ['type'],
	type: 'object',
	properties: { type: { type: 'string' } },
	discriminator: { propertyName: 'type' },
};

/** All schemas of an endpoint's document: values, records, and the bodies of actions. */
export function openApiSchemas({ entities, schemas }: ContractFacts): Record<string, Json> {
	const all: Record<string, Json> = {
		...valueSchemas(),
		Entity: entityBase,
		FileLink: fileLink,
		HttpError: httpError,
	};
	const actionBodies: Record<string, Json> = {};
	const workflowActions: Record<string, Json> = {};
	for (const [name, { schema, actions }] of Object.entries(entities)) {
		const entity = schemaReference(schema);
		const anyAction = `${name}CustomAction`;
		workflowActions[schema] = {
			_workflowActions: { type: 'object', additionalProperties: schemaReference(anyAction) },
		};
		for (const [action, parameters] of Object.entries(actions)) {
			const types = Object.entries(parameters).map(
				([parameter, type]) => [parameter, schemaReference(`${type}Value`)] as const,
			);
			const declared = types.length === 0 ? undefined : Object.fromEntries(types);
			actionBodies[action] = actionSchema(entity, declared);
		}
		actionBodies[anyAction] = {
			required: ['entity'],
			type: 'object',
			properties: {
				entity,
				parameters: { type: 'object', properties: { custom: customFields } },
			},
		};
	}
	for (const [name, facts] of Object.entries(schemas)) {
		all[name] = recordSchema(facts, workflowActions[name] ?? {});
	}
	return { ...all, ...actionBodies };
}
