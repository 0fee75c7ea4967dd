import type { ContractFacts, SchemaFacts } from '../contract/contract.ts';
import type { FieldValue, SandboxRecord } from '../record.ts';
import { comparable, kindOf, type Comparable } from './comparable.ts';
import type { CustomFieldOperand, FieldOperand, Operand, ValueKind } from './expression.ts';
import { FilterError } from './filterError.ts';

/** Where an operand's value comes from, once it is known which entity is filtered. */
export type Source =
	| { readonly kind: 'null' }
	| { readonly kind: 'detail' }
	| {
			readonly kind: 'value';
			readonly of: ValueKind;
			readonly isLiteral: boolean;
			readonly read: (record: SandboxRecord) => Comparable;
	  };

function schemaOf(contract: ContractFacts, entity: string): SchemaFacts {
	const schema = contract.schemas[contract.entities[entity]?.schema ?? ''];
	if (schema === undefined) throw new Error(`The contract has no entity ${entity}`);
	return schema;
}

function fieldSource({ path }: FieldOperand, contract: ContractFacts, entity: string): Source {
	const steps = path.slice(0, -1);
	const field = path.at(-1) ?? '';
	let schema = schemaOf(contract, entity);
	for (const step of steps) {
		if (Object.hasOwn(schema.details, step)) return { kind: 'detail' };
		const next = Object.hasOwn(schema.linked, step) ? schema.linked[step] : undefined;
		const nextSchema = next === undefined ? undefined : contract.schemas[next];
		if (nextSchema === undefined) throw unknownField(path, entity);
		schema = nextSchema;
	}
	const type = Object.hasOwn(schema.fields, field) ? schema.fields[field] : undefined;
	if (type === undefined) throw unknownField(path, entity);
	const of = kindOf[type];
	if (steps.length === 0) {
		return {
			kind: 'value',
			of,
			isLiteral: false,
			read: (record) => comparable(of, record.fields[field]),
		};
	}
	const valueIn = (record: SandboxRecord): FieldValue | undefined => {
		let owner: SandboxRecord | undefined = record;
		for (const step of steps) owner = owner?.linked[step];
		return owner?.fields[field];
	};
	return { kind: 'value', of, isLiteral: false, read: (record) => comparable(of, valueIn(record)) };
}

const unknownField = (path: readonly string[], entity: string): FilterError =>
	new FilterError(`${entity} has no field '${path.join('/')}'.`);

function customFieldSource({ type, view, field }: CustomFieldOperand): Source {
	const of = kindOf[type];
	return {
		kind: 'value',
		of,
		isLiteral: false,
		read: ({ custom }) => comparable(of, custom[view]?.[field]?.value),
	};
}

/**
 * Finds an operand's value in the records of an entity.
 *
 * @throws FilterError where the entity has no such field; names must be in the contract's letter case
 */
export function sourceOf(operand: Operand, contract: ContractFacts, entity: string): Source {
	switch (operand.kind) {
		case 'null':
			return operand;
		case 'literal': {
			const value = comparable(operand.of, operand.value);
			return { kind: 'value', of: operand.of, isLiteral: true, read: () => value };
		}
		case 'customField':
			return customFieldSource(operand);
		case 'field':
			return fieldSource(operand, contract, entity);
	}
}
