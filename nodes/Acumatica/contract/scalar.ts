import { DateTime } from 'luxon';

/** What one field can hold. Integers beyond 2^53 and long decimals are strings, so that no digit is lost. */
export type Scalar = string | number | boolean | null;

/** A record as workflows see it: values without `{value}`. */
export interface PlainRecord {
	readonly [field: string]: unknown;
}

/** A record as the contract-based API sends and expects it. */
export interface WireRecord {
	readonly [field: string]: unknown;
}

export function isRecord(value: unknown): value is PlainRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
}

/** JavaScript's own date or Luxon's, also one that does not exist. */
export function isDate(value: unknown): value is Date | DateTime {
	return value instanceof Date || DateTime.isDateTime(value);
}

/**
 * The time that a parameter holds: a date of n8n's or JavaScript's, or text. It may be invalid.
 *
 * @param parse reads text, without blanks around it
 */
export function dateTimeOf(value: unknown, parse: (text: string) => DateTime): DateTime {
	if (DateTime.isDateTime(value)) return value;
	return value instanceof Date ? DateTime.fromJSDate(value) : parse(String(value).trim());
}

/**
 * The scalar that a value stands for, or undefined where it is none. Dates (also Luxon's, which n8n
 * expressions such as `$now` yield) become ISO text with their offset; big integers become text.
 */
export function toScalar(value: unknown): Scalar | undefined {
	if (value === null) return null;
	switch (typeof value) {
		case 'string':
		case 'boolean':
			return value;
		case 'number':
			return Number.isFinite(value) ? value : undefined;
		case 'bigint':
			return value.toString();
		case 'object':
			if (value instanceof Date) {
				return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
			}
			return DateTime.isDateTime(value) ? (value.toISO() ?? undefined) : undefined;
		default:
			return undefined;
	}
}
