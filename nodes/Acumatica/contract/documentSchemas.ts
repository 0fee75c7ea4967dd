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

/**
 * Properties of a schema after those of what it extends, each schema once: without recursion, since
 * schemas may extend each other in circles, by many ways, and deeper than the stack reaches.
 */
function propertiesOf(schema: PlainRecord, schemas: PlainRecord): Array<[string, unknown]> {
	const visited = new Set<PlainRecord>();
	const lastFirst: Array<Array<[string, unknown]>> = [];
	const open = [schema];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (visited.has(next)) continue;
		visited.add(next);
		lastFirst.push(isRecord(next.properties) ? Object.entries(next.properties) : []);
		open.push(...basesOf(next, schemas));
	}
	return lastFirst.reverse().flat();
}

function basesOf({ allOf }: PlainRecord, schemas: PlainRecord): PlainRecord[] {
	const parts: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
	return parts
		.map((part) => {
			const name = schemaName(part);
			return name === undefined ? part : Object.hasOwn(schemas, name) && schemas[name];
		})
		.filter(isRecord);
}
