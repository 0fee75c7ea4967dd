import { randomUUID } from 'node:crypto';
import type { SchemaFacts } from '../contract/contract.ts';
import { storedContract } from '../contract/load.ts';
import type { Settings } from '../options.ts';
import type { SandboxRecord } from '../record.ts';
import { modelState, Refusal } from '../reply.ts';
import type { Draft, EntityRules } from '../rules/draft.ts';
import { customFields } from '../seed.ts';
import type { Session } from '../signIn/sessions.ts';
import { readScalar } from '../wire/value.ts';
import type { CustomInput, RecordInput } from '../wire/read.ts';
import { notFound, rowIdIn } from './answer.ts';
import { modified, systemFields } from './stamps.ts';

export interface Application {
	readonly draft: Draft;
	readonly rules: EntityRules;
	readonly keyFields: readonly string[];
	readonly session: Session;
	readonly settings: Pick<Settings, 'unknownCustomFields' | 'serverOffsetMinutes'>;
}

/**
 * Writes a body into the draft: fields, linked entities, details, note, custom fields. Fields of the
 * system and those the rules derive are skipped without a word, as the ERP does.
 */
export function applyInput(application: Application, input: RecordInput): void {
	const { draft, rules, keyFields } = application;
	const skipped = new Set([...systemFields, ...(rules.derived ?? [])]);
	if (!draft.isNew) for (const field of keyFields) skipped.add(field);
	apply(application, input, { record: draft.record, schema: draft.schema, path: '', skipped });
}

interface Place {
	readonly record: SandboxRecord;
	readonly schema: SchemaFacts;
	/** Path of the linked entity or detail, '' at the top. */
	readonly path: string;
	readonly skipped: ReadonlySet<string>;
}

function apply(application: Application, input: RecordInput, place: Place): void {
	const { record, schema, path, skipped } = place;
	for (const [name, value] of input.fields) {
		if (skipped.has(name)) continue;
		if (value === null) delete record.fields[name];
		else record.fields[name] = value;
	}
	if (input.note !== undefined) record.note = input.note;
	for (const custom of input.custom) applyCustom(application, custom, record, path);
	for (const [name, inner] of input.linked) {
		apply(application, inner, {
			record: (record.linked[name] ??= blank()),
			schema: nestedSchema(schema.linked[name]),
			path: path === '' ? name : `${path}/${name}`,
			skipped: systemFields,
		});
	}
	for (const [name, rows] of input.details) {
		const schemaOfRow = nestedSchema(schema.details[name]);
		const inner = { schema: schemaOfRow, path: path === '' ? name : `${path}/${name}` };
		const kept = (record.details[name] ??= []);
		for (const row of rows) applyRow(application, row, kept, inner);
	}
}

/** Names a row by its ID in this session, else by its key; else it is a new one. */
function applyRow(
	application: Application,
	input: RecordInput,
	rows: SandboxRecord[],
	{ schema, path }: Pick<Place, 'schema' | 'path'>,
): void {
	const key = rowKey(schema);
	// The mask of a session is its own inverse.
	const id = input.id === undefined ? undefined : rowIdIn(application.session, input.id);
	const index = rows.findIndex((row) =>
		id !== undefined
			? row.id === id
			: key !== undefined && input.fields.has(key) && row.fields[key] === input.fields.get(key),
	);
	// An ID of another session names nothing.
	if (index < 0 && input.id !== undefined) throw notFound();
	if (input.isDeleted) {
		if (index >= 0) rows.splice(index, 1);
		return;
	}
	const row = rows[index] ?? blank();
	const before = JSON.stringify(row);
	if (index < 0) rows.push(row);
	apply(application, input, { record: row, schema, path, skipped: systemFields });
	if (Object.hasOwn(schema.fields, 'NoteID')) row.fields.NoteID = row.id;
	if (index < 0 && key === 'LineNbr') row.fields.LineNbr = nextLine(rows, row);
	if (JSON.stringify(row) !== before) modified(row, schema, application.draft.savedAt);
}

/** Line numbers are the system's. */
function nextLine(rows: readonly SandboxRecord[], added: SandboxRecord): number {
	let last = 0;
	// No globals in here: each costs jest a look-up, and an order of thousands of lines seconds.
	for (const row of rows) {
		const number = row.fields.LineNbr;
		if (row !== added && typeof number === 'number' && number > last) last = number;
	}
	return last + 1;
}

const rowKeys = ['LineNbr', 'AttributeID', 'WarehouseID', 'ContactID', 'BoxID', 'CategoryID'];

/** The key of a detail's rows, where the contract has a field that can be it. */
function rowKey(schema: SchemaFacts): string | undefined {
	return rowKeys.find((field) => Object.hasOwn(schema.fields, field));
}

function applyCustom(
	{ draft, settings }: Application,
	{ view, field, value }: CustomInput,
	record: SandboxRecord,
	path: string,
): void {
	const views = customFields[draft.entity]?.[path] ?? {};
	const fields = Object.hasOwn(views, view) ? views[view] : undefined;
	const type = fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
	const place = `entity.custom.${view}.${field}`;
	if (type === undefined) {
		if (settings.unknownCustomFields === 'ignore') return;
		throw new Refusal(
			modelState({ [place]: [`The form has no custom field '${view}.${field}'.`] }),
		);
	}
	const read = readScalar({ field, type: scalarType(type) }, value, settings.serverOffsetMinutes);
	if (read === undefined) {
		throw new Refusal(modelState({ [place]: [`Error converting value to type '${type}'.`] }));
	}
	(record.custom[view] ??= {})[field] = { type, value: read };
}

function scalarType(customType: string) {
	const types = {
		CustomStringField: 'String',
		CustomIntField: 'Int',
		CustomShortField: 'Short',
		CustomLongField: 'Long',
		CustomByteField: 'Byte',
		CustomDecimalField: 'Decimal',
		CustomDoubleField: 'Double',
		CustomBooleanField: 'Boolean',
		CustomDateTimeField: 'DateTime',
		CustomGuidField: 'Guid',
	} as const;
	const [, type] = Object.entries(types).find(([name]) => name === customType) ?? [];
	return type ?? 'String';
}

function blank(): SandboxRecord {
	return { id: randomUUID(), note: null, fields: {}, linked: {}, details: {}, custom: {} };
}

/** What an older contract has and the newest lacks is kept as it comes, and shown by the older one alone. */
function nestedSchema(name: string | undefined): SchemaFacts {
	return storedContract().schemas[name ?? ''] ?? { fields: {}, linked: {}, details: {} };
}
