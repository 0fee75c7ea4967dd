import type { FieldType } from '../contract/contract.ts';
import type { FieldValue } from '../record.ts';

/** What can be compared with each other: all numbers are one kind, both date types are another. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'instant' | 'guid';

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type TextFunction = 'substringof' | 'startswith' | 'endswith';

export interface FieldOperand {
	readonly kind: 'field';
	/** Names of linked entities, then the field. */
	readonly path: readonly string[];
}

export interface CustomFieldOperand {
	readonly kind: 'customField';
	readonly type: FieldType;
	readonly view: string;
	readonly field: string;
}

export type LiteralOperand =
	| { readonly kind: 'null' }
	| { readonly kind: 'literal'; readonly of: ValueKind; readonly value: FieldValue };

export type Operand = FieldOperand | CustomFieldOperand | LiteralOperand;

export type Expression =
	| { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
	| { readonly kind: 'not'; readonly operand: Expression }
	| {
			readonly kind: 'comparison';
			readonly operator: ComparisonOperator;
			readonly left: Operand;
			readonly right: Operand;
	  }
	| {
			readonly kind: 'textFunction';
			readonly name: TextFunction;
			readonly subject: Operand;
			readonly text: Operand;
	  }
	/** What finds no record and yet is no error. */
	| { readonly kind: 'nothing' };
