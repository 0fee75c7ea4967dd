import { compileConditions, type Operator } from '../../nodes/Acumatica/contract/condition';
import type { EntityField } from '../../nodes/Acumatica/contract/entityFields';

const field = (name: string, type: EntityField['type'], more: Partial<EntityField> = {}) => ({
	within: [],
	name,
	type,
	...more,
});
const fields = {
	status: field('Status', 'String'),
	total: field('OrderTotal', 'Decimal'),
	line: field('LineNbr', 'Int'),
	hold: field('Hold', 'Boolean'),
	date: field('Date', 'DateTime'),
	modified: field('LastModified', 'DateTime'),
	day: field('Day', 'DateOnly'),
	id: field('NoteID', 'Guid'),
	email: field('Email', 'String', { within: ['MainContact'] }),
	fee: field('UsrFee', 'Decimal', { view: 'Document' }),
	open: field('Anything', 'Unknown'),
	openCustom: field('UsrAny', 'Unknown', { view: 'Document' }),
} satisfies Record<string, EntityField>;

const one = (name: keyof typeof fields, operator: Operator, value?: unknown) =>
	compileConditions(
		[{ field: fields[name], operator, value, at: `Condition 1 (${fields[name].name})` }],
		'all',
		'Europe/Berlin',
	);
const guid = '1af4d140-5321-41f2-a2ec-50b67f577c6c';

test.each<[keyof typeof fields, Operator, unknown, string]>([
	['status', 'equals', "O'Neill", "Status eq 'O''Neill'"],
	['status', 'equals', 7, "Status eq '7'"],
	['status', 'notEquals', 'Open', "Status ne 'Open' or Status eq null"],
	['status', 'contains', 'Op', "substringof('Op',Status)"],
	['status', 'startsWith', 'Op', "startswith(Status,'Op')"],
	['status', 'endsWith', 'en', "endswith(Status,'en')"],
	['status', 'greaterThan', 'M', "Status gt 'M'"],
	['status', 'isOneOf', 'Open, On Hold', "Status eq 'Open' or Status eq 'On Hold'"],
	['status', 'isOneOf', ['Open'], "Status eq 'Open'"],
	['status', 'isOneOf', '["Open", "On, Hold"]', "Status eq 'Open' or Status eq 'On, Hold'"],
	['status', 'isOneOf', '[Open]', "Status eq '[Open]'"],
	['status', 'isOneOf', '[1]', "Status eq '[1]'"],
	['total', 'isOneOf', '[1, 2]', 'OrderTotal eq 1M or OrderTotal eq 2M'],
	['status', 'isEmpty', 'x', "Status eq null or Status eq ''"],
	['status', 'isNotEmpty', 'x', "(Status ne null and Status ne '')"],
	['total', 'greaterThanOrEqual', '1000.50', 'OrderTotal ge 1000.5M'],
	['total', 'lessThan', 0, 'OrderTotal lt 0M'],
	['total', 'equals', '98765432109876543210.5', 'OrderTotal eq 98765432109876543210.5M'],
	['total', 'isEmpty', undefined, 'OrderTotal eq null'],
	['total', 'isOneOf', [1, '2'], 'OrderTotal eq 1M or OrderTotal eq 2M'],
	['line', 'lessThanOrEqual', '3', 'LineNbr le 3'],
	['hold', 'equals', 'true', 'Hold eq true'],
	['hold', 'notEquals', true, 'Hold ne true or Hold eq null'],
	['date', 'equals', '2026-01-31T00:00:00', "Date eq datetimeoffset'2026-01-31'"],
	['date', 'greaterThan', '2026-01-31T00:00:00.000-11:00', "Date gt datetimeoffset'2026-01-31'"],
	[
		'modified',
		'greaterThanOrEqual',
		'2026-01-31T08:30:00',
		"LastModified ge datetimeoffset'2026-01-31T08:30:00.000+01:00'",
	],
	['day', 'lessThan', '2026-01-31', "Day lt date'2026-01-31'"],
	['id', 'equals', guid, `NoteID eq guid'${guid}'`],
	['email', 'endsWith', '@b.example', "endswith(MainContact/Email,'@b.example')"],
	['fee', 'greaterThan', 5, "cf.Decimal(f='Document.UsrFee') gt 5M"],
	[
		'fee',
		'notEquals',
		5,
		"cf.Decimal(f='Document.UsrFee') ne 5M or cf.Decimal(f='Document.UsrFee') eq null",
	],
	['open', 'equals', 'Open', "Anything eq 'Open'"],
	['open', 'equals', '00042', "Anything eq '00042'"],
	['open', 'greaterThan', 12.5, 'Anything gt 12.5'],
	['open', 'equals', 42, 'Anything eq 42'],
	['open', 'equals', false, 'Anything eq false'],
	['open', 'lessThan', '2026-01-31T00:00:00.000Z', "Anything lt datetimeoffset'2026-01-31'"],
	['open', 'contains', 'a', "substringof('a',Anything)"],
	['open', 'contains', 42, "substringof('42',Anything)"],
	['open', 'endsWith', '2026-01-31T10:00', "endswith(Anything,'2026-01-31T10:00')"],
	['openCustom', 'equals', 5, "cf.Decimal(f='Document.UsrAny') eq 5M"],
	['openCustom', 'isEmpty', '', "cf.String(f='Document.UsrAny') eq null"],
])('%s %s %p', (name, operator, value, expected) =>
	expect(one(name, operator, value)).toBe(expected),
);

describe('every operator with every type', () => {
	const literals: ReadonlyArray<readonly [EntityField['type'], unknown, string]> = [
		['String', "a'b", "'a''b'"],
		['Decimal', '12.50', '12.5M'],
		['Double', 12.5, '12.5'],
		['Int', '7', '7'],
		['Short', 7, '7'],
		['Long', '9007199254740993', '9007199254740993'],
		['Byte', 255, '255'],
		['Boolean', 'false', 'false'],
		['DateTime', '2026-01-31T08:30:00+05:00', "datetimeoffset'2026-01-31T08:30:00'"],
		['DateOnly', '2026-01-31T00:00:00', "date'2026-01-31'"],
		['Guid', guid, `guid'${guid}'`],
	];
	const whole = {
		equals: (f: string, v: string) => `${f} eq ${v}`,
		notEquals: (f: string, v: string) => `${f} ne ${v} or ${f} eq null`,
		isOneOf: (f: string, v: string) => `${f} eq ${v}`,
	};
	const ordered = {
		greaterThan: (f: string, v: string) => `${f} gt ${v}`,
		greaterThanOrEqual: (f: string, v: string) => `${f} ge ${v}`,
		lessThan: (f: string, v: string) => `${f} lt ${v}`,
		lessThanOrEqual: (f: string, v: string) => `${f} le ${v}`,
	};
	const parts = {
		contains: (f: string, v: string) => `substringof(${v},${f})`,
		startsWith: (f: string, v: string) => `startswith(${f},${v})`,
		endsWith: (f: string, v: string) => `endswith(${f},${v})`,
	};
	const places = [
		['F', {}],
		['MainContact/F', { within: ['MainContact'] }],
		['cf', { view: 'Document' }],
	] as const;

	test.each(literals)('%s', (type, value, text) => {
		for (const [path, more] of places) {
			const reference = path === 'cf' ? `cf.${type}(f='Document.F')` : path;
			const compile = (operator: string) => () =>
				compileConditions(
					[{ field: field('F', type, more), operator: operator as Operator, value, at: 'C' }],
					'all',
					'utc',
				);
			const check = (
				table: Readonly<Record<string, (f: string, v: string) => string>>,
				fits: boolean,
			) => {
				for (const [operator, expected] of Object.entries(table)) {
					if (fits) expect(compile(operator)()).toBe(expected(reference, text));
					else expect(compile(operator)).toThrow(/^"C" (?:looks for|asks for)/);
				}
			};
			check(whole, true);
			check(ordered, type !== 'Boolean' && type !== 'Guid');
			check(parts, type === 'String');
			const isText = type === 'String';
			expect(compile('isEmpty')()).toBe(
				isText ? `${reference} eq null or ${reference} eq ''` : `${reference} eq null`,
			);
			expect(compile('isNotEmpty')()).toBe(
				isText ? `(${reference} ne null and ${reference} ne '')` : `${reference} ne null`,
			);
		}
	});
});

describe('several conditions', () => {
	const several = (match: 'all' | 'any') =>
		compileConditions(
			[
				{ field: fields.status, operator: 'notEquals', value: 'Open', at: '' },
				{ field: fields.total, operator: 'greaterThan', value: 5, at: '' },
				{ field: fields.status, operator: 'isNotEmpty', value: '', at: '' },
			],
			match,
			'utc',
		);

	test('all: alternatives are closed in themselves', () =>
		expect(several('all')).toBe(
			"(Status ne 'Open' or Status eq null) and OrderTotal gt 5M and (Status ne null and Status ne '')",
		));

	test('any', () =>
		expect(several('any')).toBe(
			"(Status ne 'Open' or Status eq null) or OrderTotal gt 5M or (Status ne null and Status ne '')",
		));
});

describe('what is refused', () => {
	test.each<[keyof typeof fields, Operator, unknown, string]>([
		['status', 'equals', '', '"Condition 1 (Status)" has no value to compare with'],
		['status', 'equals', undefined, 'has no value'],
		['status', 'contains', null, 'To look for empty fields, choose Is Empty'],
		['status', 'isOneOf', ' , ', 'has no value'],
		['status', 'isOneOf', [], 'has no value'],
		['total', 'equals', 'much', 'holds the text "much", but takes a number'],
		['total', 'contains', 5, 'looks for a part of a text, but the field is a Decimal'],
		['hold', 'greaterThan', true, 'asks for an order, but a Boolean has none'],
		['id', 'lessThan', guid, 'asks for an order, but a Guid has none'],
		['date', 'equals', 'soon', 'takes a date, for example 2026-01-31'],
	])('%s %s %p', (name, operator, value, message) =>
		expect(() => one(name, operator, value)).toThrow(message),
	);
});
