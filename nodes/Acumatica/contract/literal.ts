import type { EntityField } from './entityFields';
import type { FieldType } from './schema';

/**
 * Literals of the filter language of contract version 4 (OData v3 style). The one place to change
 * when version 5 comes.
 */

/** A text in single quotes; a quote inside is doubled. */
export function textLiteral(text: string): string {
	return `'${text.replace(/'/g, "''")}'`;
}

/** A value as it stands beside an operator: `'x'`, `12.5`, `true`, `null`. */
export function literal(value: string | number | boolean | null): string {
	return typeof value === 'string' ? textLiteral(value) : String(value);
}

/** All of the given comparisons: `A eq 'x' and B eq 1`. */
export function allEqual(
	fields: ReadonlyArray<readonly [string, string | number | boolean | null]>,
): string {
	return fields.map(([field, value]) => `${field} eq ${literal(value)}`).join(' and ');
}

/** A value of a field's type as it stands beside an operator. Decimals carry the suffix of the vendor's samples. */
export function typedLiteral(type: FieldType, value: string | number | boolean): string {
	switch (type) {
		case 'String':
			return textLiteral(String(value));
		case 'Decimal':
			return `${plainNumber(value)}M`;
		case 'Double':
		case 'Int':
		case 'Short':
		case 'Long':
		case 'Byte':
			return plainNumber(value);
		case 'DateTime':
			return `datetimeoffset${textLiteral(String(value))}`;
		case 'DateOnly':
			return `date${textLiteral(String(value))}`;
		case 'Guid':
			return `guid${textLiteral(String(value))}`;
		case 'Boolean':
		case 'Unknown':
			return literal(value);
	}
}

/** The field that is compared: by its path, a custom one by its view. */
export function fieldReference({ within, view, name, type }: EntityField): string {
	return view === undefined
		? [...within, name].join('/')
		: `cf.${type === 'Unknown' ? 'String' : type}(f=${textLiteral([...within, `${view}.${name}`].join('/'))})`;
}

/** Digits without an exponent, which the filter language may not know; none is lost. */
function plainNumber(value: string | number | boolean): string {
	const text = String(value).trim().replace(/^\+/, '');
	const [, sign = '', whole = '', fraction = '', exponent] =
		/^(-?)(\d*)\.?(\d*)e([+-]?\d+)$/i.exec(text) ?? [];
	// Beyond that no type of Acumatica holds it, and its zeros would fill the memory.
	if (exponent === undefined || Math.abs(Number(exponent)) > 400) return text;
	const digits = `${whole}${fraction}`;
	const point = whole.length + Number(exponent);
	const padded = digits.padStart(digits.length - Math.min(point - 1, 0), '0').padEnd(point, '0');
	const at = Math.max(point, 1);
	return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}.${padded.slice(at)}`.replace(
		/\.?0*$/,
		'',
	);
}
