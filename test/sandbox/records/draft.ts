import { randomUUID } from 'node:crypto';
import { databaseTime } from '../clock.ts';
import { storedContract } from '../contract/load.ts';
import type { SchemaFacts } from '../contract/contract.ts';
import { header } from '../exchange.ts';
import type { SandboxRecord } from '../record.ts';
import { httpError, Refusal } from '../reply.ts';
import { fillIn, Problems, textOf, type Draft, type EntityRules } from '../rules/draft.ts';
import { rulesOf } from '../rules/rules.ts';
import { findBranch, type Branch } from '../signIn/organization.ts';
import { readDate } from '../wire/dates.ts';
import type { RecordInput } from '../wire/read.ts';
import type { RecordErrors } from '../wire/write.ts';
import type { RecordCall } from './answer.ts';
import { applyInput } from './apply.ts';
import { assignNumber } from './numbering.ts';
import { created, modified } from './stamps.ts';
import { storeRecord } from './storeRecord.ts';

export interface Saved {
	readonly record: SandboxRecord;
	/** The record was refused and nothing was stored. */
	readonly errors?: ReadonlyMap<SandboxRecord, RecordErrors>;
}

export interface SaveTarget {
	readonly found?: SandboxRecord;
	/** PATCH writes fields even if equal, PUT only what differs. */
	readonly alwaysWrites: boolean;
}

/**
 * Applies a body to a new record or to a copy of the found one, runs the business rules, and stores the
 * result if they have nothing against it.
 */
export function saveDraft(call: RecordCall, input: RecordInput, target: SaveTarget): Saved {
	const { entity, set, instance, session } = call;
	const rules = rulesOf(entity.storedAs, set.keyFields);
	const draft = draftOf(call, target.found);
	const { record, problems } = draft;
	applyInput(
		{ draft, rules, keyFields: set.keyFields, session, settings: instance.settings },
		input,
	);
	if (draft.isNew) completeKeys(draft, rules, set.keyFields);
	rules.complete?.(draft);
	if (problems.found) return { record, errors: refusalOf(draft, rules) };
	// An inquiry answers; it keeps nothing.
	if (entity.facts.isInquiry) return { record };
	// Only now: a record that is refused uses up no number.
	if (draft.isNew) assignNumber(draft.records, entity.storedAs, record);
	stamp(draft, target);
	storeRecord(draft.records, entity.storedAs, record);
	instance.ledger.wrote({
		at: instance.clock.now(),
		tenant: session.tenant,
		entity: entity.storedAs,
		id: record.id,
		keys: set.keysOf(record),
		kind: draft.isNew ? 'insert' : 'update',
		reference: referenceOf(record),
	});
	return { record };
}

/** A copy of the found record, or a blank one, with what the rules want to know. */
export function draftOf(call: RecordCall, found: SandboxRecord | undefined): Draft {
	const { entity, instance, session } = call;
	const now = instance.clock.now();
	const blank = { note: null, fields: {}, linked: {}, details: {}, custom: {} };
	return {
		entity: entity.storedAs,
		schema: storedSchema(call),
		record: found === undefined ? { id: randomUUID(), ...blank } : structuredClone(found),
		isNew: found === undefined,
		records: instance.records(session.tenant),
		settings: instance.settings,
		businessDate: businessDate(call, now),
		branch: branchOf(call).id,
		savedAt: databaseTime(now),
		problems: new Problems(),
	};
}

/** Not the schema of the endpoint that is writing: another one may show what this one does not have. */
function storedSchema({ entity }: RecordCall): SchemaFacts {
	const { entities, schemas } = storedContract();
	return schemas[entities[entity.storedAs]?.schema ?? ''] ?? entity.schema;
}

/** A key that is not given gets its default, or later its number, which `<NEW>` asks for too. */
function completeKeys(draft: Draft, rules: EntityRules, keyFields: readonly string[]): void {
	const { fields } = draft.record;
	for (const field of keyFields) {
		if (fields[field] === '<NEW>' || fields[field] === '') delete fields[field];
		fillIn(draft.record, field, rules.keyDefaults?.[field]);
		if (fields[field] !== undefined || rules.numbering?.field === field) continue;
		draft.problems.refuse(draft.record, field, `'${labelOf(field)}' cannot be empty.`);
	}
}

function stamp(draft: Draft, { found, alwaysWrites }: SaveTarget): void {
	const { record, schema, savedAt } = draft;
	if (Object.hasOwn(schema.fields, 'NoteID')) record.fields.NoteID = record.id;
	if (draft.isNew) created(record, schema, savedAt);
	const differs = found === undefined || JSON.stringify(found) !== JSON.stringify(record);
	if (differs || alwaysWrites) modified(record, schema, savedAt);
}

/**
 * What a refused record is echoed with. The top text is as general as the real one; what is wrong stands at the
 * fields.
 */
export function refusalOf(
	draft: Draft,
	rules: EntityRules,
): ReadonlyMap<SandboxRecord, RecordErrors> {
	const { record, problems, isNew, entity } = draft;
	if (isNew && rules.numbering !== undefined) fillIn(record, rules.numbering.field, '<NEW>');
	const verb = isNew ? 'Inserting ' : 'Updating ';
	const text = `${verb} '${labelOf(entity)}' record raised at least one error. Please review the errors.`;
	return problems.toErrors(record, text);
}

/** `SalesOrder` -> `Sales Order`, `InventoryID` -> `Inventory ID` */
function labelOf(name: string): string {
	return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}

function businessDate({ exchange, instance }: RecordCall, now: number): string {
	const text = header(exchange, 'px-cbapibusinessdate');
	const { serverOffsetMinutes } = instance.settings;
	if (text === undefined) {
		return readDate('Date', new Date(now).toISOString(), serverOffsetMinutes) ?? '';
	}
	const date = readDate('Date', text, serverOffsetMinutes);
	if (date !== undefined) return date;
	throw new Refusal(httpError(400, `The business date '${text}' is not a date.`));
}

function branchOf({ exchange, session }: RecordCall): Branch {
	const text = header(exchange, 'px-cbapibranch');
	if (text === undefined) return session.branch;
	const branch = findBranch(text);
	if (branch !== undefined) return branch;
	throw new Refusal(httpError(400, `The branch '${text}' cannot be found in the system.`));
}

/** The caller's own reference, where documents have one. */
function referenceOf(record: SandboxRecord): string | undefined {
	const fields = ['ExternalRef', 'CustomerOrder', 'PaymentRef', 'VendorRef', 'AccountRef'];
	return fields.map((field) => textOf(record, field)).find((text) => text !== '');
}
