import { isRecord, type PlainRecord } from './scalar';
import { fieldTypes, type EntityShape, type FieldType } from './schema';

/** Schemas of an endpoint's document, one at a time. They come from outside: nothing about them is certain. */

/** What every record has besides the fields of its contract (`Entity`), and what is no field. */
const systemFields = new Set([
	'id',
	'rowNumber',
	'note',
	'custom',
	'error',
	'files',
	'_links',
	'_workflowActions',
]);

/** The name in `{$ref: '#/components/schemas/Name'}` or `{$ref: '#/definitions/Name'}`. */
export function schemaName(reference: unknown): string | undefined {
	if (!isRecord(reference) || typeof reference.$ref !== 'string') return undefined;
	return /^#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(reference.$ref)?.[1];
}

/** The shape of a record, or undefined where no such schema is there. */
export function readShape(name: string, schemas: PlainRecord): EntityShape | undefined {
	const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
	if (!isRecord(schema)) return undefined;
	const fields = new Map<string, FieldType>();
	const linked = new Map<string, string>();
	const details = new Map<string, string>();
	for (const [field, described] of propertiesOf(schema, schemas)) {
		if (systemFields.has(field)) continue;
		const row = isRecord(described) ? schemaName(described.items) : undefined;
		const target = schemaName(described);
		if (row !== undefined) details.set(field, row);
		else if (target === undefined) continue;
		else if (target.endsWith('Value')) fields.set(field, typeOf(target));
		else linked.set(field, target);
	}
	return { fields, linked, details };
}

/** Parameters that an action declares, by the schema of its request's body. */
export function readParameters(body: unknown, schemas: PlainRecord): Map<string, FieldType> {
	const name = schemaName(body);
	const schema = name === undefined ? body : Object.hasOwn(schemas, name) && schemas[name];
	const declared = isRecord(schema) ? new Map(propertiesOf(schema, schemas)) : undefined;
	const parameters = declared?.get('parameters');
	const found = new Map<string, FieldType>();
	if (!isRecord(parameters)) return found;
	for (const [field, described] of propertiesOf(parameters, schemas)) {
		const target = schemaName(described);
		if (target !== undefined) found.set(field, typeOf(target));
	}
	return found;
}

/** `DecimalValue` is a `Decimal`. */
function typeOf(schema: string): FieldType {
	return fieldTypes.find((type) => schema === `${type}Value`) ?? 'Unknown';
}

/** Properties of a schema and of what it extends, however deep, each schema once. */
function propertiesOf(
	schema: PlainRecord,
	schemas: PlainRecord,
	visited: ReadonlySet<unknown> = new Set(),
): Array<[string, unknown]> {
	if (visited.has(schema)) return [];
	const inherited = Array.isArray(schema.allOf) ? schema.allOf : [];
	const within = new Set([...visited, schema]);
	return [
		...inherited.flatMap((part: unknown) => {
			const name = schemaName(part);
			const base = name === undefined ? part : Object.hasOwn(schemas, name) && schemas[name];
			return isRecord(base) ? propertiesOf(base, schemas, within) : [];
		}),
		...(isRecord(schema.properties) ? Object.entries(schema.properties) : []),
	];
}
