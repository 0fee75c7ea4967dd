import type { ContractFacts, FieldType, SchemaFacts } from '../contract/contract.ts';
import type { CustomFields } from '../contract/adHocSchema.ts';
import type { FieldValue, SandboxRecord } from '../record.ts';
import type { Projection } from './projection.ts';
import { scalarText } from './value.ts';

/** What was wrong with a record that could not be saved. */
export interface RecordErrors {
	readonly error?: string;
	readonly fields: ReadonlyMap<string, { readonly value: FieldValue; readonly error: string }>;
}

export interface WriteContext {
	readonly contract: ContractFacts;
	readonly serverOffsetMinutes: number;
	readonly customFields: CustomFields;
	/** A detail row's ID as this session may see it. */
	readonly rowId: (id: string) => string;
	/** Addresses of a top-level record. */
	readonly links?: (record: SandboxRecord) => Readonly<Record<string, string>>;
	/** Addresses of a detail row, by the path of its detail. */
	readonly rowLinks?: (row: SandboxRecord, path: string) => Readonly<Record<string, string>>;
	/** Whether rows have their addresses even if their files were not asked for. */
	readonly showsRowLinks?: boolean;
	/** The files of a record or a row, as they are shown. */
	readonly files?: (record: SandboxRecord) => readonly object[];
	readonly errors?: ReadonlyMap<SandboxRecord, RecordErrors>;
}

interface Placed {
	readonly schemaName: string;
	readonly projection: Projection;
	readonly rowNumber: number;
	/** '' at the top, else the path of the linked entity or detail. */
	readonly path: string;
}

/**
 * The representation of a record as JSON text: system fields, the contract's names in alphabetical
 * order, `custom`, links. Text, because JSON values cannot say `100.0000`.
 */
export function recordText(record: SandboxRecord, placed: Placed, context: WriteContext): string {
	const isTop = placed.path === '';
	const parts = [
		`"id":${JSON.stringify(isTop ? record.id : context.rowId(record.id))}`,
		`"rowNumber":${placed.rowNumber}`,
		`"note":${noteText(record, isTop)}`,
		...memberTexts(record, placed, context),
		`"custom":${customText(record, placed, context)}`,
	];
	const error = context.errors?.get(record)?.error;
	if (error !== undefined) parts.push(`"error":${JSON.stringify(error)}`);
	const links = isTop ? context.links?.(record) : rowLinks(record, placed, context);
	if (links !== undefined) parts.push(`"_links":${JSON.stringify(links)}`);
	if (placed.projection.showsFiles) {
		parts.push(`"files":${JSON.stringify(context.files?.(record) ?? [])}`);
	}
	return `{${parts.join(',')}}`;
}

function rowLinks(row: SandboxRecord, { path, projection }: Placed, context: WriteContext) {
	const shows = projection.showsFiles || context.showsRowLinks === true;
	return shows ? context.rowLinks?.(row, path) : undefined;
}

interface Member {
	readonly name: string;
	readonly label: string;
	readonly type?: FieldType;
	readonly nested?: string;
	readonly isDetail: boolean;
}

const membersOf = new WeakMap<SchemaFacts, readonly Member[]>();

/** The names of a schema in the order of the wire, prepared once. */
function members(schema: SchemaFacts): readonly Member[] {
	const known = membersOf.get(schema);
	if (known !== undefined) return known;
	const label = (name: string) => `${JSON.stringify(name)}:`;
	const all: Member[] = [
		...Object.entries(schema.fields).map(([name, type]) => ({ name, type, isDetail: false })),
		...Object.entries(schema.linked).map(([name, nested]) => ({ name, nested, isDetail: false })),
		...Object.entries(schema.details).map(([name, nested]) => ({ name, nested, isDetail: true })),
	].map((member) => ({ ...member, label: label(member.name) }));
	all.sort((one, other) => (one.name < other.name ? -1 : 1));
	membersOf.set(schema, all);
	return all;
}

function memberTexts(record: SandboxRecord, placed: Placed, context: WriteContext): string[] {
	const schema = context.contract.schemas[placed.schemaName];
	if (schema === undefined) throw new Error(`The contract has no schema ${placed.schemaName}.`);
	const errors = context.errors?.get(record)?.fields;
	const { fields: selected, nested } = placed.projection;
	const texts: string[] = [];
	for (const member of members(schema)) {
		const { name, label, type } = member;
		if (type !== undefined) {
			const failed = errors?.get(name);
			if (failed !== undefined)
				texts.push(label + failedText({ field: name, type }, failed, context));
			else if (selected === undefined || selected.has(name)) {
				texts.push(label + fieldText({ field: name, type }, record.fields[name], context));
			}
			continue;
		}
		const projection = nested.get(name);
		if (projection === undefined || member.nested === undefined) continue;
		const path = placed.path === '' ? name : `${placed.path}/${name}`;
		const inner = { schemaName: member.nested, projection, rowNumber: 1, path };
		if (member.isDetail) texts.push(label + rowsText(record.details[name] ?? [], inner, context));
		else texts.push(label + linkedText(record.linked[name], inner, context));
	}
	return texts;
}

interface TypedField {
	readonly field: string;
	readonly type: FieldType;
}

/** An empty field is `{}`, without any `value`. */
function fieldText(
	field: TypedField,
	value: FieldValue | undefined,
	context: WriteContext,
): string {
	if (value === undefined || value === null) return '{}';
	return `{"value":${scalarText(field, value, context.serverOffsetMinutes)}}`;
}

function failedText(
	field: TypedField,
	failed: { readonly value: FieldValue; readonly error: string },
	context: WriteContext,
): string {
	const error = `"error":${JSON.stringify(failed.error)}`;
	if (failed.value === null) return `{${error}}`;
	return `{"value":${scalarText(field, failed.value, context.serverOffsetMinutes)},${error}}`;
}

function rowsText(rows: readonly SandboxRecord[], placed: Placed, context: WriteContext): string {
	const texts = rows.map((row, index) =>
		recordText(row, { ...placed, rowNumber: index + 1 }, context),
	);
	return `[${texts.join(',')}]`;
}

function linkedText(
	record: SandboxRecord | undefined,
	placed: Placed,
	context: WriteContext,
): string {
	return record === undefined ? 'null' : recordText(record, placed, context);
}

function noteText(record: SandboxRecord, isTop: boolean): string {
	if (record.note === null) return isTop ? '{"value":""}' : 'null';
	return JSON.stringify({ value: record.note });
}

/** Only what `$custom` named, and only what the form has. */
function customText(record: SandboxRecord, placed: Placed, context: WriteContext): string {
	if (placed.projection.custom.size === 0) return '{}';
	const views: Record<string, Record<string, { type: string; value?: FieldValue }>> = {};
	for (const [view, fields] of Object.entries(context.customFields[placed.path] ?? {})) {
		for (const [field, type] of Object.entries(fields)) {
			if (!placed.projection.custom.has(`${view}.${field}`)) continue;
			const value = record.custom[view]?.[field]?.value;
			(views[view] ??= {})[field] =
				value === undefined || value === null ? { type } : { type, value };
		}
	}
	return JSON.stringify(views);
}
