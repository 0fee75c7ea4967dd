import type { FieldType } from '../contract/contract.ts';
import type { FieldValue } from '../record.ts';
import type { ValueKind } from './expression.ts';

/** A value in the form in which it is compared; undefined = empty. */
export type Comparable = string | number | undefined;

export const kindOf: Readonly<Record<FieldType, ValueKind>> = {
	String: 'text',
	Decimal: 'number',
	Double: 'number',
	Int: 'number',
	Short: 'number',
	Long: 'number',
	Byte: 'number',
	Boolean: 'boolean',
	DateTime: 'instant',
	DateOnly: 'instant',
	Guid: 'guid',
};

/** The comparable form of a stored value or literal of this kind; what does not fit counts as empty. */
export function comparable(kind: ValueKind, value: FieldValue | undefined): Comparable {
	if (value === null || value === undefined) return undefined;
	switch (kind) {
		case 'text':
			// As SQL Server's usual collation: letter case does not count.
			return String(value).toLowerCase();
		case 'guid':
			return String(value).toLowerCase();
		case 'boolean':
			return value === true ? 1 : 0;
		case 'number':
			return orEmpty(Number(value));
		case 'instant':
			return orEmpty(Date.parse(String(value)));
	}
}

const orEmpty = (number: number): Comparable => (Number.isNaN(number) ? undefined : number);
