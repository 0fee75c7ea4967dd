import { instant, isTimestampName, wallClock } from './calendar';
import { describeValue, RecordFault } from './recordFault';
import { isGuid } from './recordKey';
import { isRecord, toScalar, type Scalar } from './scalar';
import type { FieldType } from './schema';

/** A field to convert a value for. */
export interface TypedField {
	readonly name: string;
	readonly type: FieldType;
	/** Path for messages: `Details[0].OrderQty`. */
	readonly at: string;
}

/**
 * Converts a mapped value to what its field takes. Texts that are numbers, switches or dates count as
 * such; a number for a text field becomes text (a customer `00042` stays one); no digit is lost.
 *
 * @param value as the editor, an expression or another node gives it, also wrapped as `{value}`
 * @param zone the workflow's time zone, for instants that are entered without one
 * @returns undefined where there is nothing to send (`''`, undefined, `{}`); null clears the field
 * @throws RecordFault when the field cannot take the value
 */
export function fieldValue(value: unknown, field: TypedField, zone: string): Scalar | undefined {
	const plain = isRecord(value) && isWrapping(value) ? value.value : value;
	if (plain === undefined || plain === '') return undefined;
	if (plain === null) return null;
	const converted = convert(plain, field, zone);
	if (converted !== undefined) return converted;
	throw new RecordFault(field.at, `holds ${describeValue(plain)}, but takes ${due(field)}`);
}

function isWrapping(value: Readonly<Record<string, unknown>>): boolean {
	return Object.keys(value).every((key) => key === 'value' || key === 'type' || key === 'error');
}

function convert(value: unknown, { name, type }: TypedField, zone: string): Scalar | undefined {
	switch (type) {
		case 'String':
			return textOf(value);
		case 'Decimal':
		case 'Double':
			return numberOf(value);
		case 'Int':
		case 'Short':
		case 'Long':
		case 'Byte':
			return wholeNumberOf(value, type);
		case 'Boolean':
			return switchOf(value);
		case 'DateTime':
			return isTimestampName(name) ? instant(value, zone) : wallClock(value);
		case 'DateOnly':
			return wallClock(value)?.slice(0, '2026-01-31'.length);
		case 'Guid':
			return typeof value === 'string' && isGuid(value) ? value.trim() : undefined;
		case 'Unknown':
			return toScalar(value);
	}
}

function textOf(value: unknown): string | undefined {
	const scalar = toScalar(value);
	return scalar === undefined || scalar === null ? undefined : String(scalar);
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Digits that a double holds for sure. */
const exactDigits = 15;

/** A number, or its text where a double would lose digits: the ERP reads both. */
function numberOf(value: unknown): number | string | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	// `1e400` would become Infinity, which JSON writes as null: it would clear the field.
	if (!decimal.test(text) || !Number.isFinite(Number(text))) return undefined;
	const digits = text
		.replace(/[eE].*$/, '')
		.replace(/\D/g, '')
		.replace(/^0+/, '');
	return digits.length <= exactDigits ? Number(text) : text;
}

const bounds = {
	Byte: [0n, 255n],
	Short: [-(2n ** 15n), 2n ** 15n - 1n],
	Int: [-(2n ** 31n), 2n ** 31n - 1n],
	Long: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

function wholeNumberOf(value: unknown, type: keyof typeof bounds): number | string | undefined {
	const number = numberOf(value);
	if (number === undefined) return undefined;
	const text = String(number).replace(/\.0*$/, '');
	if (!/^[+-]?\d+$/.test(text)) return undefined;
	const whole = BigInt(text.replace('+', ''));
	const [least, most] = bounds[type];
	if (whole < least || whole > most) return undefined;
	return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole.toString();
}

function switchOf(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === 'yes' || text === '1') return true;
	return text === 'false' || text === 'no' || text === '0' ? false : undefined;
}

function due({ type, name }: TypedField): string {
	switch (type) {
		case 'String':
		case 'Unknown':
			return 'a text, a number or true/false. Details and linked entities have names of their own';
		case 'Decimal':
		case 'Double':
			return 'a number with a point, without separators, for example 1234.5';
		case 'Int':
		case 'Short':
		case 'Long':
		case 'Byte':
			return `a whole number from ${bounds[type][0]} to ${bounds[type][1]}`;
		case 'Boolean':
			return 'true or false';
		case 'DateTime':
			return isTimestampName(name)
				? 'a time, for example 2026-01-31T14:30:00Z'
				: 'a date, for example 2026-01-31';
		case 'DateOnly':
			return 'a date, for example 2026-01-31';
		case 'Guid':
			return 'an ID, for example 1af4d140-5321-41f2-a2ec-50b67f577c6c';
	}
}
