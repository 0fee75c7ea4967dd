import fc from 'fast-check';
import { loadContract } from './contract/load.ts';
import { FilterError, filterFor, matches, parseFilter, type FilterContext } from './filter.ts';
import type { FieldValue, SandboxRecord } from './record.ts';

const contract = loadContract('Default', '25.200.001');
if (contract === undefined) throw new Error('Default/25.200.001 is not published');
const orders: FilterContext = { contract, entity: 'SalesOrder' };
const customers: FilterContext = { contract, entity: 'Customer' };

const recordOf = (
	fields: Record<string, FieldValue>,
	rest: Partial<SandboxRecord> = {},
): SandboxRecord => ({ id: '', note: null, fields, linked: {}, details: {}, custom: {}, ...rest });

const order = recordOf(
	{
		OrderType: 'SO',
		OrderNbr: '000042',
		Status: 'Open',
		Hold: false,
		OrderTotal: 120.5,
		Description: "Ada's order",
		Date: '2025-06-17T00:00:00.000Z',
		LastModified: '2025-06-17T10:31:28.403Z',
		NoteID: '0b0f1a52-6a7b-4c1d-9f21-0a1b2c3d4e5f',
	},
	{
		custom: {
			Document: {
				UsrWebOrderNbr: { type: 'CustomStringField', value: 'W-7' },
				CuryBalanceWOTotal: { type: 'CustomDecimalField', value: 0 },
				UsrPromisedOn: { type: 'CustomDateTimeField', value: '2025-07-01T00:00:00.000Z' },
			},
		},
		details: { Details: [recordOf({ InventoryID: 'CONGRILL' })] },
	},
);
const customer = recordOf(
	{ CustomerID: 'C000001', CustomerName: 'Blue Heron' },
	{
		linked: {
			MainContact: recordOf(
				{ Email: 'ada@example.com' },
				{ linked: { Address: recordOf({ City: 'Zürich' }) } },
			),
		},
	},
);

const finds = (text: string, context = orders, record = order): boolean =>
	matches(parseFilter(text), record, context);

describe('comparisons', () => {
	test.each([
		["Status eq 'Open'", true],
		["Status eq 'Closed'", false],
		["Status ne 'Closed'", true],
		['OrderTotal gt 120', true],
		['OrderTotal ge 120.5', true],
		['OrderTotal lt 120.5', false],
		['OrderTotal le 120.5M', true],
		['OrderTotal gt -1', true],
		['OrderTotal eq 1.205e2', true],
		["OrderNbr gt '000041'", true],
		['Hold eq false', true],
		['Hold ne false', false],
		["'Open' eq Status", true],
		["NoteID eq guid'0B0F1A52-6A7B-4C1D-9F21-0A1B2C3D4E5F'", true],
	])('%s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});

	test('text compares like a usual database collation: without case, without trailing blanks', () => {
		expect(finds("Status eq 'OPEN'")).toBe(true);
		expect(finds("Status eq 'Open  '")).toBe(true);
		expect(finds("Status eq ' Open'")).toBe(false);
		expect(finds("Status ge 'oPEN'")).toBe(true);
	});

	test('a quote inside of a text is doubled', () => {
		expect(finds("Description eq 'Ada''s order'")).toBe(true);
	});
});

describe('dates', () => {
	test.each([
		["LastModified gt datetimeoffset'2025-06-17T10:31:28.402Z'", true],
		["LastModified gt datetimeoffset'2025-06-17T10:31:28.403+00:00'", false],
		["LastModified gt datetimeoffset'2025-06-17T13:31:28.402+03:00'", true],
		["LastModified le datetimeoffset'2025-06-17T10:31:28.402'", false],
		["LastModified ge datetimeoffset'2025-06-17'", true],
		["LastModified ge datetimeoffset'2025-06-18'", false],
		["Date eq date'2025-06-17'", true],
		["Date gt date'2025-06-17'", false],
	])('%s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});

	test('an offset whose + was not percent-encoded arrives as a blank and is refused', () => {
		const text = "LastModified gt datetimeoffset'2025-06-17T10:31:28.402 03:00'";
		expect(() => finds(text)).toThrow(FilterError);
	});
});

describe('text functions', () => {
	test.each([
		["substringof('DER', Description)", true],
		["substringof('xyz', Description)", false],
		["startswith(Description, 'ada')", true],
		["startswith(Description, 'order')", false],
		["endswith(Description, 'Order')", true],
		["startswith(Description, 'ada''s  ')", false],
		["substringof('', Description)", true],
	])('%s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});

	test.each(['true', 'false'])('compared with %s they find nothing, without an error', (value) => {
		expect(finds(`substringof('order', Description) eq ${value}`)).toBe(false);
		expect(finds(`not (substringof('order', Description) eq ${value})`)).toBe(false);
	});
});

describe('and, or, not, parentheses', () => {
	test.each([
		["Status eq 'Open' and OrderTotal gt 200", false],
		["Status eq 'Open' or OrderTotal gt 200", true],
		["Status eq 'Open' or Status eq 'x' and OrderTotal gt 200", true],
		["(Status eq 'Open' or Status eq 'x') and OrderTotal gt 200", false],
		["not Status eq 'x'", true],
		["not (Status eq 'Open' and Hold eq false)", false],
		["not Status eq 'x' and Hold eq true", false],
		["not not Status eq 'Open'", true],
	])('%s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});
});

describe('empty fields', () => {
	test.each([
		['CustomerOrder eq null', true],
		['CustomerOrder ne null', false],
		['Status eq null', false],
		['null ne Status', true],
	])('%s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});

	test('as in SQL, neither a comparison with an empty field nor its opposite is true', () => {
		for (const text of ["CustomerOrder eq 'x'", "CustomerOrder ne 'x'", "CustomerOrder lt 'x'"]) {
			expect(finds(text)).toBe(false);
			expect(finds(`not ${text}`)).toBe(false);
		}
		expect(finds("CustomerOrder ne 'x' or Status eq 'Open'")).toBe(true);
	});
});

describe('fields elsewhere', () => {
	test('linked entities by path', () => {
		expect(finds("MainContact/Email eq 'ada@example.com'", customers, customer)).toBe(true);
		expect(finds("MainContact/Address/City eq 'ZÜRICH'", customers, customer)).toBe(true);
		expect(finds("BillingContact/Email eq 'ada@example.com'", customers, customer)).toBe(false);
	});

	test.each([
		["cf.String(f='Document.UsrWebOrderNbr') eq 'w-7'", true],
		["cf.Decimal(f='Document.CuryBalanceWOTotal') eq 0M", true],
		["cf.DateTime(f='Document.UsrPromisedOn') gt datetimeoffset'2025-06-30'", true],
		["startswith(cf.String(f='Document.UsrWebOrderNbr'), 'W')", true],
		["cf.String(f='Document.UsrOther') eq null", true],
		["cf.String(f='Transactions.UsrWebOrderNbr') eq 'W-7'", false],
	])('custom field: %s', (text, expected) => {
		expect(finds(text)).toBe(expected);
	});

	test('detail rows cannot be filtered; what is found is a switch', () => {
		for (const text of ["Details/InventoryID eq 'CONGRILL'", "substringof('X', Details/Nothing)"]) {
			expect(finds(text)).toBe(false);
			expect(finds(text, { ...orders, detailConditions: 'everything' })).toBe(true);
		}
	});
});

describe('refused with 500', () => {
	test.each([
		['a function of newer dialects', "contains(Description, 'x')"],
		['tolower', "tolower(Status) eq 'open'"],
		['toupper', "toupper(Status) eq 'OPEN'"],
		['not in front of a function', "not substringof('x', Description)"],
		['a boolean field against text', "Hold eq 'false'"],
		['a number field against text', "OrderTotal eq '120.5'"],
		['a text field against a number', 'OrderNbr eq 42'],
		['a date field against text', "Date eq '2025-06-17'"],
		['an order of booleans', 'Hold gt false'],
		['a text function on a number', "startswith(OrderTotal, '1')"],
		['an unknown field', "Nothing eq 'x'"],
		['a field in the wrong letter case', "status eq 'Open'"],
		['an unknown linked entity', "MainContact/Email eq 'x'"],
		['a field that every object has', "constructor eq 'x'"],
		['an unknown custom type', "cf.Text(f='Document.UsrX') eq 'x'"],
		['a custom field without a view', "cf.String(f='UsrX') eq 'x'"],
		['a bare field', 'Hold'],
		['two literals', '1 eq 1'],
		['nothing', ''],
		['half a comparison', 'Status eq'],
		['an unknown operator', "Status is 'Open'"],
		['an operator in the wrong letter case', "Status EQ 'Open'"],
		['an open text', "Status eq 'Open"],
		['an open parenthesis', "(Status eq 'Open'"],
		['a closed parenthesis too many', "Status eq 'Open')"],
		['a quote that is not doubled', "Description eq 'Ada's order'"],
		['an unknown prefix', "Date eq datetime'2025-06-17T00:00:00'"],
		['a date that does not exist', "Date eq date'2025-13-17'"],
		['a GUID that is none', "NoteID eq guid'42'"],
		['operators of JavaScript', "Status == 'Open'"],
	])('%s: %s', (_, text) => {
		const refused = expect.objectContaining({ status: 500, exceptionType: expect.any(String) });
		expect(() => finds(text)).toThrow(FilterError);
		expect(() => finds(text)).toThrow(refused);
	});

	test('also when there is no record to compare with', () => {
		expect(() => filterFor(parseFilter("Nothing eq 'x'"), orders)).toThrow(
			"SalesOrder has no field 'Nothing'.",
		);
	});

	test('an entity that the contract does not have is a mistake of the caller', () => {
		const nowhere = { ...orders, entity: 'Nowhere' };
		expect(() => filterFor(parseFilter("A eq 'x'"), nowhere)).toThrow('no entity Nowhere');
	});
});

describe('laws', () => {
	const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

	test('any text equals itself once its quotes are doubled', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
				const record = recordOf({ Description: text });
				expect(finds(`Description eq ${quoted(text)}`, orders, record)).toBe(true);
				expect(finds(`substringof(${quoted(text)}, Description)`, orders, record)).toBe(true);
			}),
		);
	});

	test('numbers compare by value, with and without the suffix of decimals', () => {
		const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);
		fc.assert(
			fc.property(amount, amount, (left, right) => {
				const record = recordOf({ OrderTotal: left });
				expect(finds(`OrderTotal lt ${right}M`, orders, record)).toBe(left < right);
				expect(finds(`OrderTotal eq ${right}`, orders, record)).toBe(left === right);
			}),
		);
	});

	test('an instant is the same in every offset', () => {
		const moment = fc.date({
			min: new Date('1990-01-01'),
			max: new Date('2090-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moment, fc.integer({ min: -12, max: 14 }), (date, hours) => {
				const local = new Date(date.getTime() + hours * 3_600_000).toISOString().slice(0, -1);
				const sign = hours < 0 ? '-' : '+';
				const offset = `${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
				const record = recordOf({ LastModified: date.toISOString() });
				const text = `LastModified eq datetimeoffset'${local}${offset}'`;
				expect(finds(text, orders, record)).toBe(true);
			}),
		);
	});

	/** An expression with as few parentheses as it needs, and what it should find. */
	interface Written {
		readonly text: string;
		readonly found: boolean;
		readonly binding: 'or' | 'and' | 'not';
	}
	const inside = ({ text, binding }: Written, loose: readonly Written['binding'][]): string =>
		loose.includes(binding) ? `(${text})` : text;
	const condition = fc.constantFrom<Written>(
		{ text: "Status eq 'Open'", found: true, binding: 'not' },
		{ text: 'OrderTotal gt 500', found: false, binding: 'not' },
		{ text: 'Hold eq false', found: true, binding: 'not' },
		{ text: 'Status eq null', found: false, binding: 'not' },
	);
	const { expression } = fc.letrec<{ expression: Written }>((tie) => ({
		expression: fc.oneof(
			{ maxDepth: 5, withCrossShrink: true },
			condition,
			tie('expression').map((operand): Written => ({
				text: `not ${inside(operand, ['or', 'and'])}`,
				found: !operand.found,
				binding: 'not',
			})),
			fc.tuple(tie('expression'), tie('expression')).map(([left, right]): Written => ({
				text: `${inside(left, ['or'])} and ${inside(right, ['or'])}`,
				found: left.found && right.found,
				binding: 'and',
			})),
			fc.tuple(tie('expression'), tie('expression')).map(([left, right]): Written => ({
				text: `${left.text} or ${right.text}`,
				found: left.found || right.found,
				binding: 'or',
			})),
		),
	}));

	test('or binds looser than and, and looser than not', () => {
		fc.assert(
			fc.property(expression, ({ text, found }) => {
				expect(finds(text)).toBe(found);
			}),
		);
	});

	test('any text is a filter or is refused as one', () => {
		const word = fc.constantFrom(
			'Status',
			'eq',
			'and',
			'not',
			'(',
			')',
			"'x'",
			'5M',
			'null',
			',',
			'/',
		);
		const nonsense = fc.oneof(
			fc.string(),
			fc.array(word).map((words) => words.join(' ')),
		);
		fc.assert(
			fc.property(nonsense, (text) => {
				try {
					expect(typeof finds(text)).toBe('boolean');
				} catch (error) {
					expect(error).toBeInstanceOf(FilterError);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
