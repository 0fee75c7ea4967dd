import type { FieldType } from '../contract/contract.ts';
import type { FieldValue } from '../record.ts';
import { dateText, readDate } from './dates.ts';

/** Decimals keep the scale of the database column on the wire; four places are the usual one. */
const scale = 4;

const integerBounds: Partial<Record<FieldType, number>> = {
	Byte: 255,
	Short: 32_767,
	Int: 2_147_483_647,
	Long: Number.MAX_SAFE_INTEGER,
};

/**
 * A scalar from a body as its field keeps it.
 *
 * @returns undefined when the value does not fit the type
 */
export function readScalar(
	{ field, type }: { readonly field: string; readonly type: FieldType },
	value: unknown,
	offsetMinutes: number,
): FieldValue | undefined {
	if (value === null) return null;
	if (typeof value === 'object' || value === undefined) return undefined;
	switch (type) {
		case 'String':
			return String(value);
		case 'Boolean':
			return readBoolean(value);
		case 'Decimal':
		case 'Double':
			return readDecimal(value);
		case 'Int':
		case 'Short':
		case 'Long':
		case 'Byte':
			return readInteger(value, integerBounds[type] ?? 0);
		case 'DateTime':
		case 'DateOnly':
			return typeof value === 'string' ? readDate(field, value, offsetMinutes) : undefined;
		case 'Guid':
			return readGuid(value);
	}
}

/** A stored value as JSON text. */
export function scalarText(
	{ field, type }: { readonly field: string; readonly type: FieldType },
	value: FieldValue,
	offsetMinutes: number,
): string {
	if (value === null) return 'null';
	if (type === 'Decimal') return decimalText(value);
	if (type === 'DateTime' || type === 'DateOnly') {
		return JSON.stringify(dateText(field, String(value), offsetMinutes));
	}
	return JSON.stringify(value);
}

function decimalText(value: Exclude<FieldValue, null>): string {
	const text = String(value);
	if (!/^-?\d+(\.\d+)?$/.test(text)) return JSON.stringify(value);
	const [whole = '0', fraction = ''] = text.split('.');
	return `${whole}.${fraction.padEnd(scale, '0')}`;
}

function readBoolean(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string') return undefined;
	const text = value.trim().toLowerCase();
	return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** Digits that a double would lose are kept as text. */
function readDecimal(value: unknown): number | string | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
	return text.replace(/\D/g, '').length <= 15 ? Number(text) : text;
}

function readInteger(value: unknown, bound: number): number | undefined {
	const number = typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
	return Math.abs(number) <= bound ? number : undefined;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
	return guid.test(text);
}

function readGuid(value: unknown): string | undefined {
	return typeof value === 'string' && isGuid(value) ? value.toLowerCase() : undefined;
}
