import type { ContractFacts, FieldType, SchemaFacts } from './contract.ts';

/** A part of a document. */
export type Json = Readonly<Record<string, unknown>>;

/** A reference to a schema, as the format writes it. */
export type Reference = (name: string) => Json;

/** How values of each type stand on the wire. */
export const valueTypes: Readonly<Record<FieldType, Json>> = {
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

/** `custom` of a record, and of the dialog of an action: view -> field. */
export const customFields = (reference: Reference): Json => ({
	type: 'object',
	additionalProperties: {
		type: 'object',
		additionalProperties: reference('CustomField'),
	},
});

/** What every record has besides the fields of the contract. */
export const entityProperties = (reference: Reference): Json => ({
	id: { type: 'string', format: 'uuid' },
	rowNumber: { type: 'integer', format: 'int64' },
	note: reference('StringValue'),
	custom: customFields(reference),
	error: { type: 'string' },
	files: { type: 'array', items: reference('FileLink') },
});

/** A custom field of one type. */
export const customField = (value: Json, reference: Reference): Json => ({
	allOf: [
		reference('CustomField'),
		{ type: 'object', properties: { value, error: { type: 'string' } } },
	],
});

/** A record: linked entity, detail row or entity at the top. */
export function recordSchema(
	{ fields, linked, details }: SchemaFacts,
	reference: Reference,
	more: Json = {},
): Json {
	const properties: Record<string, unknown> = {};
	for (const [name, type] of Object.entries(fields)) properties[name] = reference(`${type}Value`);
	for (const [name, schema] of Object.entries(linked)) properties[name] = reference(schema);
	for (const [name, schema] of Object.entries(details)) {
		properties[name] = { type: 'array', items: reference(schema) };
	}
	return {
		allOf: [reference('Entity'), { type: 'object', properties: { ...properties, ...more } }],
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

/** Any action of an entity that is not in the contract: its body. */
export const anyAction = (entity: string): string => `${entity}CustomAction`;

/** The bodies of all actions, by their names. */
export function actionSchemas(
	{ entities }: ContractFacts,
	reference: Reference,
): Record<string, Json> {
	const bodies: Record<string, Json> = {};
	for (const [name, { schema, actions }] of Object.entries(entities)) {
		const entity = reference(schema);
		for (const [action, parameters] of Object.entries(actions)) {
			const types = Object.entries(parameters).map(
				([parameter, type]) => [parameter, reference(`${type}Value`)] as const,
			);
			const declared = types.length === 0 ? undefined : Object.fromEntries(types);
			bodies[action] = actionSchema(entity, declared);
		}
		const custom = customFields(reference);
		bodies[anyAction(name)] = {
			required: ['entity'],
			type: 'object',
			properties: { entity, parameters: { type: 'object', properties: { custom } } },
		};
	}
	return bodies;
}
