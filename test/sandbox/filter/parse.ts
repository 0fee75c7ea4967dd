import type { ComparisonOperator, Expression, TextFunction } from './expression.ts';
import { FilterError } from './filterError.ts';
import { readOperand } from './operand.ts';
import { TokenReader } from './tokenReader.ts';

const comparisonOperators: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const textFunctions: ReadonlySet<string> = new Set(['substringof', 'startswith', 'endswith']);

const isComparisonOperator = (name: string | undefined): name is ComparisonOperator =>
	name !== undefined && comparisonOperators.has(name);
const isTextFunction = (name: string | undefined): name is TextFunction =>
	name !== undefined && textFunctions.has(name);

function readOr(reader: TokenReader): Expression {
	let left = readAnd(reader);
	while (reader.take('name', 'or')) left = { kind: 'or', left, right: readAnd(reader) };
	return left;
}

function readAnd(reader: TokenReader): Expression {
	let left = readNot(reader);
	while (reader.take('name', 'and')) left = { kind: 'and', left, right: readNot(reader) };
	return left;
}

function readNot(reader: TokenReader): Expression {
	if (!reader.take('name', 'not')) return readCondition(reader);
	const operand = readNot(reader);
	// Observed: `not` works on comparisons; in front of a function it is refused.
	if (operand.kind === 'textFunction') {
		throw new FilterError(`'not' cannot be applied to ${operand.name}.`);
	}
	return { kind: 'not', operand };
}

function readCondition(reader: TokenReader): Expression {
	if (reader.take('symbol', '(')) {
		const expression = readOr(reader);
		reader.expectSymbol(')');
		return expression;
	}
	const name = reader.peekName();
	if (isTextFunction(name)) return readTextFunction(reader, name);
	const left = readOperand(reader);
	const operator = reader.peekName();
	if (!isComparisonOperator(operator)) throw reader.syntaxError();
	reader.next();
	return { kind: 'comparison', operator, left, right: readOperand(reader) };
}

function readTextFunction(reader: TokenReader, name: TextFunction): Expression {
	reader.next();
	reader.expectSymbol('(');
	const first = readOperand(reader);
	reader.expectSymbol(',');
	const second = readOperand(reader);
	reader.expectSymbol(')');
	if (isComparisonOperator(reader.peekName())) {
		// Observed: `substringof(...) eq true` is answered with 200 and an empty list.
		reader.next();
		readOperand(reader);
		return { kind: 'nothing' };
	}
	const [text, subject] = name === 'substringof' ? [first, second] : [second, first];
	return { kind: 'textFunction', name, subject, text };
}

/**
 * Reads a filter of contract version 4: the OData 3 subset that Acumatica documents. `or` binds loosest,
 * then `and`, then `not`, then comparisons.
 *
 * @throws FilterError for anything outside of it, `contains`, `tolower` and `toupper` included
 */
export function parseExpression(text: string): Expression {
	const reader = new TokenReader(text);
	const expression = readOr(reader);
	if (!reader.isAtEnd) throw reader.syntaxError();
	return expression;
}
