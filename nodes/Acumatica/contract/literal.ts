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
