import { isDate } from './scalar';

/** A record that cannot be written as it stands: the path of the field, and what is wrong with it. */
export class RecordFault extends Error {
	override readonly name = 'RecordFault';

	readonly path: string;

	constructor(path: string, problem: string) {
		super(`"${path}" ${problem}`);
		this.path = path;
	}
}

/** Never field names; as keys of a parsed JSON document they are attempts on the prototype. */
const forbiddenFields = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws RecordFault when no field, view or custom field can have that name */
export function requireFieldName(name: string, path: string): void {
	if (forbiddenFields.has(name)) {
		throw new RecordFault(path, 'is not the name of a field. Remove it from the record');
	}
}

/** A value in the words of a message, shortened: `the text "abc"`, `a list`, `nothing`. */
export function describeValue(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	switch (typeof value) {
		case 'string':
			return `the text "${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
		case 'number':
		case 'bigint':
			return `the number ${String(value)}`;
		case 'boolean':
			return `the value ${String(value)}`;
		case 'object':
			return isDate(value) ? 'a date that does not exist' : 'an object';
		default:
			return `a ${typeof value}`;
	}
}
