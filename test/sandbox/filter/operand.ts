import type { FieldType } from '../contract/contract.ts';
import type { Operand } from './expression.ts';
import { FilterError } from './filterError.ts';
import { quotedLiteral } from './literal.ts';
import type { TokenReader } from './tokenReader.ts';

/** By the pattern of the three that the documentation shows: String, Decimal and DateTime. */
const customFieldTypes: Readonly<Record<string, FieldType>> = {
	'cf.String': 'String',
	'cf.Decimal': 'Decimal',
	'cf.Double': 'Double',
	'cf.Int': 'Int',
	'cf.Short': 'Short',
	'cf.Long': 'Long',
	'cf.Byte': 'Byte',
	'cf.Boolean': 'Boolean',
	'cf.DateTime': 'DateTime',
	'cf.Guid': 'Guid',
};

/** Reads `(f='View.Field')` behind the name of the function. */
function readCustomField(reader: TokenReader, functionName: string): Operand {
	const type = Object.hasOwn(customFieldTypes, functionName)
		? customFieldTypes[functionName]
		: undefined;
	if (type === undefined) throw new FilterError(`There is no function '${functionName}'.`);
	if (!reader.take('name', 'f')) throw reader.syntaxError();
	reader.expectSymbol('=');
	const address = reader.next();
	if (address.kind !== 'quoted' || address.prefix !== '') throw reader.syntaxError();
	reader.expectSymbol(')');
	const [, view, field] = /^([^.]+)\.(.+)$/.exec(address.text) ?? [];
	if (view === undefined || field === undefined) {
		throw new FilterError(`'${address.text}' names no view and field.`);
	}
	return { kind: 'customField', type, view, field };
}

/**
 * Reads what stands on one side of a comparison or between the parentheses of a function.
 *
 * @throws FilterError for a function that does not exist and for text that is no value
 */
export function readOperand(reader: TokenReader): Operand {
	const token = reader.next();
	switch (token.kind) {
		case 'number':
			return { kind: 'literal', of: 'number', value: Number(token.text) };
		case 'quoted':
			return quotedLiteral(token.prefix, token.text);
		case 'symbol':
			throw reader.syntaxError();
		case 'name':
			break;
	}
	switch (token.text) {
		case 'null':
			return { kind: 'null' };
		case 'true':
		case 'false':
			return { kind: 'literal', of: 'boolean', value: token.text === 'true' };
	}
	if (reader.take('symbol', '(')) return readCustomField(reader, token.text);
	const path = [token.text];
	while (reader.take('symbol', '/')) path.push(reader.expectName());
	return { kind: 'field', path };
}
