/**
 * Condenses the OpenAPI 3.0 or Swagger 2.0 document of an endpoint to the facts that the sandbox needs.
 *
 *     node test/sandbox/contract/condense.ts <document> <output>
 *
 * `<document>` is what an instance answers to `GET {endpoint}/swagger.json`. Key fields and inquiries,
 * which no document publishes, come from tables of this project.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ContractFacts, EntityFacts, FieldType, SchemaFacts } from './contract.ts';
import {
	endpointDocument,
	type EndpointDocument,
	type Operation,
	type Schema,
} from './document.ts';
import { keyFields, type KeyFields } from './keyFields.ts';

/** Of Default, by their forms (GL4..., IN4..., AR202000, ...); a document declares them like any entity. */
const inquiries: ReadonlySet<string> = new Set([
	'AccountDetailsForPeriodInquiry',
	'AccountSummaryInquiry',
	'CompaniesStructure',
	'InventoryAllocationInquiry',
	'InventoryQuantityAvailable',
	'InventorySummaryInquiry',
	'SalesPricesInquiry',
	'StorageDetailsByLocationInquiry',
	'StorageDetailsInquiry',
	'VendorPricesInquiry',
]);

const fieldTypes: Readonly<Record<string, FieldType>> = {
	StringValue: 'String',
	DecimalValue: 'Decimal',
	DoubleValue: 'Double',
	IntValue: 'Int',
	ShortValue: 'Short',
	LongValue: 'Long',
	ByteValue: 'Byte',
	BooleanValue: 'Boolean',
	DateTimeValue: 'DateTime',
	DateOnlyValue: 'DateOnly',
	GuidValue: 'Guid',
};

type Schemas = Readonly<Record<string, Schema>>;

const nameIn = ($ref: string): string => $ref.slice($ref.lastIndexOf('/') + 1);

/** What the record in the body is called: OpenAPI 3.0 has `requestBody`, Swagger 2.0 a parameter in `body`. */
function bodySchema({ operationId, requestBody, parameters }: Operation): string {
	const $ref =
		requestBody?.content['application/json'].schema.$ref ??
		parameters?.find((parameter) => parameter.in === 'body')?.schema?.$ref;
	if ($ref === undefined) throw new Error(`${operationId} has no schema of its body`);
	return nameIn($ref);
}

function schemaFacts(own: Schema['properties']): SchemaFacts {
	const fields: Record<string, FieldType> = {};
	const linked: Record<string, string> = {};
	const details: Record<string, string> = {};
	for (const [name, { $ref, items }] of Object.entries(own ?? {})) {
		const type = $ref === undefined ? undefined : fieldTypes[nameIn($ref)];
		if (type !== undefined) fields[name] = type;
		else if ($ref !== undefined) linked[name] = nameIn($ref);
		else if (items !== undefined) details[name] = nameIn(items.$ref);
		// What is left is `_workflowActions` of newer exports, which belongs to $adHocSchema.
	}
	return { fields, linked, details };
}

function entitySchemas(schemas: Schemas): Record<string, SchemaFacts> {
	const facts: Record<string, SchemaFacts> = {};
	for (const [name, { allOf }] of Object.entries(schemas)) {
		const isRecord = allOf?.some(({ $ref }) => $ref !== undefined && nameIn($ref) === 'Entity');
		if (isRecord) facts[name] = schemaFacts(allOf?.find((part) => part.properties)?.properties);
	}
	return facts;
}

function actionParameters(action: string, schemas: Schemas): Record<string, FieldType> {
	const parameters: Record<string, FieldType> = {};
	const declared = schemas[action]?.properties?.['parameters']?.properties ?? {};
	for (const [name, { $ref }] of Object.entries(declared)) {
		const type = $ref === undefined ? undefined : fieldTypes[nameIn($ref)];
		if (type === undefined) throw new Error(`${action}: parameter ${name} is no plain value`);
		parameters[name] = type;
	}
	return parameters;
}

function entityActions(
	path: string,
	paths: EndpointDocument['paths'],
	schemas: Schemas,
): EntityFacts['actions'] {
	const actions: Record<string, Record<string, FieldType>> = {};
	for (const [actionPath, { post }] of Object.entries(paths)) {
		if (post === undefined || !actionPath.startsWith(`${path}/`)) continue;
		const action = actionPath.slice(path.length + 1);
		// The path of the actions that are not in the contract is a template.
		if (action.startsWith('{')) continue;
		actions[action] = actionParameters(bodySchema(post), schemas);
	}
	return actions;
}

/**
 * Condenses a document.
 *
 * @param source the parsed JSON of an OpenAPI 3.0 or Swagger 2.0 document
 * @param keys key fields by entity; the keys of an entity without an entry, or
 * whose entry names fields that this version does not have, are unknown (empty)
 * @returns the facts, entities in alphabetical order, fields in the document's order
 * @throws ZodError for another kind of document; Error where an action has other than plain parameters
 */
export function condense(source: unknown, keys: KeyFields = keyFields): ContractFacts {
	const document = endpointDocument.parse(source);
	const declared = document.components?.schemas ?? document.definitions ?? {};
	const schemas = entitySchemas(declared);
	const entities: Record<string, EntityFacts> = {};
	for (const path of Object.keys(document.paths).sort()) {
		const put = document.paths[path]?.put;
		const entity = path.slice(1);
		if (put === undefined || entity.includes('/')) continue;
		const schemaName = bodySchema(put);
		const ownKeys = keys[entity] ?? [];
		// Other versions name some keys differently: half a key would find wrong records.
		const areFields = ownKeys.every((key) => schemas[schemaName]?.fields[key] !== undefined);
		entities[entity] = {
			schema: schemaName,
			keys: areFields ? ownKeys : [],
			actions: entityActions(path, document.paths, declared),
			isInquiry: inquiries.has(entity),
		};
	}
	const [, name = '', version = ''] = /^(.*)\/([^/]*)$/.exec(document.info.title) ?? [];
	return {
		endpoint: { name, version },
		contractVersion: Number(document.info.version),
		entities,
		schemas,
	};
}

/**
 * Writes facts as JSON with one line per entity and schema: compact, and a difference between two
 * versions of an endpoint still reads as lines.
 */
export function condensedText(contract: ContractFacts): string {
	const lines = (rows: Readonly<Record<string, unknown>>): string =>
		Object.entries(rows)
			.map(([name, facts]) => `\t\t${JSON.stringify(name)}: ${JSON.stringify(facts)}`)
			.join(',\n');
	return `{
	"endpoint": ${JSON.stringify(contract.endpoint)},
	"contractVersion": ${contract.contractVersion},
	"entities": {
${lines(contract.entities)}
	},
	"schemas": {
${lines(contract.schemas)}
	}
}
`;
}

function main([document, output]: readonly string[]): void {
	if (document === undefined || output === undefined) {
		process.stderr.write('usage: node test/sandbox/contract/condense.ts <document> <output>\n');
		process.exitCode = 2;
		return;
	}
	const source: unknown = JSON.parse(readFileSync(document, 'utf8'));
	writeFileSync(output, condensedText(condense(source)));
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
