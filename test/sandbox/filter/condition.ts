import type { ContractFacts } from '../contract/contract.ts';
import type { SandboxRecord } from '../record.ts';
import type { Comparable } from './comparable.ts';
import type {
	ComparisonOperator,
	Expression,
	Operand,
	TextFunction,
	ValueKind,
} from './expression.ts';
import { FilterError } from './filterError.ts';
import { sourceOf } from './source.ts';

export interface FilterContext {
	readonly contract: ContractFacts;
	readonly entity: string;
	/**
	 * What a condition on a field of detail rows finds. The documentation calls the result
	 * unpredictable.
	 *
	 * @default 'nothing'
	 */
	readonly detailConditions?: 'nothing' | 'everything';
}

/** undefined as in SQL: a comparison with an empty field is neither true nor false. */
export type Verdict = boolean | undefined;
export type Condition = (record: SandboxRecord) => Verdict;

const comparisons: Readonly<
	Record<ComparisonOperator, (left: string | number, right: string | number) => boolean>
> = {
	eq: (left, right) => left === right,
	ne: (left, right) => left !== right,
	gt: (left, right) => left > right,
	ge: (left, right) => left >= right,
	lt: (left, right) => left < right,
	le: (left, right) => left <= right,
};

const textFunctions: Readonly<Record<TextFunction, (subject: string, text: string) => boolean>> = {
	substringof: (subject, text) => subject.includes(text),
	startswith: (subject, text) => subject.startsWith(text),
	endswith: (subject, text) => subject.endsWith(text),
};

const edmTypes: Readonly<Record<ValueKind, string>> = {
	text: 'Edm.String',
	number: 'Edm.Decimal',
	boolean: 'Edm.Boolean',
	instant: 'Edm.DateTimeOffset',
	guid: 'Edm.Guid',
};

const onDetails = ({ detailConditions }: FilterContext): Condition => {
	const verdict = detailConditions === 'everything';
	return () => verdict;
};

function emptiness(
	operator: ComparisonOperator,
	read: (record: SandboxRecord) => Comparable,
): Condition {
	switch (operator) {
		case 'eq':
			return (record) => read(record) === undefined;
		case 'ne':
			return (record) => read(record) !== undefined;
		default:
			return () => undefined;
	}
}

function comparison(
	{ operator, left, right }: Extract<Expression, { kind: 'comparison' }>,
	context: FilterContext,
): Condition {
	const from = sourceOf(left, context.contract, context.entity);
	const to = sourceOf(right, context.contract, context.entity);
	if (from.kind === 'detail' || to.kind === 'detail') return onDetails(context);
	if (from.kind === 'null' || to.kind === 'null') {
		const other = from.kind === 'null' ? to : from;
		if (other.kind === 'null' || other.isLiteral) throw noField();
		return emptiness(operator, other.read);
	}
	if (from.isLiteral && to.isLiteral) throw noField();
	if (from.of !== to.of) throw mismatch(operator, from.of, to.of);
	const hasOrder = from.of !== 'boolean' && from.of !== 'guid';
	if (!hasOrder && operator !== 'eq' && operator !== 'ne') throw mismatch(operator, from.of, to.of);
	const compare = comparisons[operator];
	return (record) => {
		const one = from.read(record);
		const other = to.read(record);
		if (one === undefined || other === undefined) return undefined;
		return compare(withoutPadding(one), withoutPadding(other));
	};
}

/** Trailing blanks do not count when SQL compares whole texts. */
const withoutPadding = (value: string | number): string | number =>
	typeof value === 'string' ? value.trimEnd() : value;

const noField = (): FilterError => new FilterError('A comparison needs a field on one side.');
const mismatch = (operation: string, left: ValueKind, right: ValueKind): FilterError =>
	new FilterError(
		`Operand types '${edmTypes[left]}' and '${edmTypes[right]}' do not fit the operation '${operation}'.`,
	);

function textSource(
	operand: Operand,
	name: TextFunction,
	context: FilterContext,
): ((record: SandboxRecord) => Comparable) | 'detail' {
	const source = sourceOf(operand, context.contract, context.entity);
	if (source.kind === 'detail') return 'detail';
	if (source.kind === 'null') throw new FilterError(`${name} cannot take null.`);
	if (source.of !== 'text') throw mismatch(name, source.of, 'text');
	return source.read;
}

function textCondition(
	{ name, subject, text }: Extract<Expression, { kind: 'textFunction' }>,
	context: FilterContext,
): Condition {
	const readSubject = textSource(subject, name, context);
	const readText = textSource(text, name, context);
	if (readSubject === 'detail' || readText === 'detail') return onDetails(context);
	const test = textFunctions[name];
	return (record) => {
		const one = readSubject(record);
		const other = readText(record);
		return one === undefined || other === undefined ? undefined : test(String(one), String(other));
	};
}

function both(left: Verdict, right: Verdict): Verdict {
	if (left === false || right === false) return false;
	return left === undefined || right === undefined ? undefined : true;
}

function negated(verdict: Verdict): Verdict {
	return verdict === undefined ? undefined : !verdict;
}

/**
 * Turns an expression into a test of one entity's records.
 *
 * @throws FilterError for unknown fields and for types that cannot be compared, before any record is
 * looked at: an empty table answers the same
 */
export function conditionOf(expression: Expression, context: FilterContext): Condition {
	switch (expression.kind) {
		case 'nothing':
			return () => undefined;
		case 'comparison':
			return comparison(expression, context);
		case 'textFunction':
			return textCondition(expression, context);
		case 'not': {
			const operand = conditionOf(expression.operand, context);
			return (record) => negated(operand(record));
		}
		case 'and':
		case 'or': {
			const left = conditionOf(expression.left, context);
			const right = conditionOf(expression.right, context);
			if (expression.kind === 'and') return (record) => both(left(record), right(record));
			// a or b = not (not a and not b), which holds with three values as well.
			return (record) => negated(both(negated(left(record)), negated(right(record))));
		}
	}
}
