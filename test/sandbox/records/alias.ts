import type { EntityAlias } from '../contract/aliases.ts';
import type { SandboxRecord } from '../record.ts';
import type { RecordInput } from '../wire/read.ts';
import type { RecordErrors } from '../wire/write.ts';

type Names = Readonly<Record<string, string>>;
type Errors = ReadonlyMap<SandboxRecord, RecordErrors>;

/** A stored record under the names of a custom endpoint; what it does not have is left out. */
export function shownAs(record: SandboxRecord, alias: EntityAlias): SandboxRecord {
	const shown = renamed(record, alias.fields);
	for (const [name, stored] of Object.entries(alias.fields)) {
		const inner = alias.nested[name] ?? {};
		const linked = record.linked[stored];
		if (linked !== undefined) shown.linked[name] = renamed(linked, inner);
		const rows = record.details[stored];
		if (rows !== undefined) shown.details[name] = rows.map((row) => renamed(row, inner));
	}
	return shown;
}

/** The errors of a stored record, at the places where its shown form has them. */
export function shownErrors(
	{ record, shown }: { readonly record: SandboxRecord; readonly shown: SandboxRecord },
	errors: Errors,
	alias: EntityAlias,
): Errors {
	const moved = new Map<SandboxRecord, RecordErrors>();
	const move = (from: SandboxRecord | undefined, to: SandboxRecord | undefined, names: Names) => {
		const found = from === undefined ? undefined : errors.get(from);
		if (found === undefined || to === undefined) return;
		const fields = Object.entries(names).flatMap(([name, stored]) => {
			const field = found.fields.get(stored);
			return field === undefined ? [] : [[name, field] as const];
		});
		moved.set(to, { ...found, fields: new Map(fields) });
	};
	move(record, shown, alias.fields);
	for (const [name, stored] of Object.entries(alias.fields)) {
		const inner = alias.nested[name] ?? {};
		move(record.linked[stored], shown.linked[name], inner);
		for (const [index, row] of (record.details[stored] ?? []).entries()) {
			move(row, shown.details[name]?.[index], inner);
		}
	}
	return moved;
}

/** A body in the names of a custom endpoint, in Default's names. */
export function storedInput(input: RecordInput, alias: EntityAlias): RecordInput {
	const inNames = (name: string) => alias.nested[name] ?? {};
	const linked = [...input.linked].map(
		([name, inner]) => [alias.fields[name] ?? name, withFields(inner, inNames(name))] as const,
	);
	const details = [...input.details].map(
		([name, rows]) =>
			[alias.fields[name] ?? name, rows.map((row) => withFields(row, inNames(name)))] as const,
	);
	return {
		...withFields(input, alias.fields),
		linked: new Map(linked),
		details: new Map(details),
	};
}

function withFields(input: RecordInput, names: Names): RecordInput {
	const fields = [...input.fields].map(([name, value]) => [names[name] ?? name, value] as const);
	return { ...input, fields: new Map(fields) };
}

function renamed(record: SandboxRecord, names: Names): SandboxRecord {
	const fields: SandboxRecord['fields'] = {};
	for (const [name, stored] of Object.entries(names)) {
		const value = record.fields[stored];
		if (value !== undefined) fields[name] = value;
	}
	return {
		id: record.id,
		note: record.note,
		fields,
		linked: {},
		details: {},
		custom: record.custom,
	};
}
