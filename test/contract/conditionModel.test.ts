import * as fc from 'fast-check';
import type { Operator } from '../../nodes/Acumatica/contract/condition';
import { conditionFieldText } from '../../nodes/Acumatica/contract/conditionField';
import { contentsOf, type EntityField } from '../../nodes/Acumatica/contract/entityFields';
import { readFilter } from '../../nodes/Acumatica/parameters/filter';
import { SandboxClient } from '../sandbox/client.ts';
import type { SandboxRecord } from '../sandbox/record.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { readerOf } from '../support/operationCall.ts';
import { endpointModel, placeIn } from './endpointModel.ts';

/**
 * Random conditions, as the panel stores them or by bare names, compiled by the node, run by the sandbox's
 * own reader of the filter language over HTTP, and compared with what this file, which knows nothing of
 * either, finds in the records.
 */
const runs = 700;
const entities = ['SalesOrder', 'Customer', 'StockItem'] as const;

/** A text that some records have with nothing in it, which is not the same as none. */
const emptied = { SalesOrder: 'Description', Customer: 'CustomerClass', StockItem: 'Description' };

let sandbox: Sandbox;
let client: SandboxClient;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 40 });
	for (const [entity, name] of Object.entries(emptied)) {
		const set = sandbox.records.set(entity);
		for (const record of set.all().filter((_, index) => index % 3 === 0))
			set.put({ ...record, fields: { ...record.fields, [name]: '' } });
	}
	client = new SandboxClient(sandbox);
	await client.signIn();
});
afterAll(async () => {
	await client.signOut();
	await sandbox.close();
});

interface Drawn {
	readonly field: EntityField;
	readonly operator: Operator;
	readonly value: unknown;
	/** As an expression or an agent gives it. */
	readonly isBare: boolean;
}

type Held = string | number | boolean | null | undefined;

/** What a record holds in a field. */
function held(record: SandboxRecord, { within, view, name }: EntityField): Held {
	const owner = within.reduce<SandboxRecord | undefined>((at, step) => at?.linked[step], record);
	return view === undefined ? owner?.fields[name] : owner?.custom[view]?.[name]?.value;
}

/** A value in the form in which two are told apart or ordered; null where there is none. */
function key({ type, name }: EntityField, value: unknown): string | number | null {
	if (value === null || value === undefined) return null;
	switch (type) {
		case 'String':
			return String(value).toLowerCase().trimEnd();
		case 'Boolean':
			return String(value) === 'true' ? 1 : 0;
		case 'Guid':
			return String(value).toLowerCase();
		case 'DateTime':
			return instantOf(name, String(value));
		default:
			return Number(value);
	}
}

/** The server of the sandbox lives in UTC, the workflow in Tokyo: calendar dates lose their offset. */
function instantOf(name: string, text: string): number {
	const isInstant = /time|^LastModified$|^CreatedDate$/i.test(name);
	if (isInstant && !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text))
		return Date.parse(`${/T/.test(text) ? text : `${text}T00:00:00`}+09:00`);
	const bare = isInstant ? text : text.replace(/(?:Z|[+-]\d\d:\d\d)$/, '');
	return Date.parse(/T/.test(bare) && !/(?:Z|[+-]\d\d:\d\d)$/.test(bare) ? `${bare}Z` : bare);
}

function holds(record: SandboxRecord, { field, operator, value }: Drawn): boolean {
	const found = held(record, field);
	const isEmpty =
		found === null || found === undefined || (field.type === 'String' && found === '');
	const [left, right] = [key(field, found), key(field, Array.isArray(value) ? null : value)];
	const lower = (text: unknown) => String(text).toLowerCase();
	switch (operator) {
		case 'isEmpty':
			return isEmpty;
		case 'isNotEmpty':
			return !isEmpty;
		case 'equals':
			return left === right;
		case 'notEquals':
			return left !== right;
		case 'isOneOf':
			return Array.isArray(value) && value.some((one) => key(field, one) === left);
		case 'contains':
			return left !== null && lower(found).includes(lower(value));
		case 'startsWith':
			return left !== null && lower(found).startsWith(lower(value));
		case 'endsWith':
			return left !== null && lower(found).endsWith(lower(value));
		default:
			if (left === null || right === null) return false;
			if (operator === 'greaterThan') return left > right;
			if (operator === 'greaterThanOrEqual') return left >= right;
			return operator === 'lessThan' ? left < right : left <= right;
	}
}

const hostile = [
	"'",
	"''",
	"' or 1 eq 1 or '",
	"') or (OrderNbr ne 'x",
	"O'Brien & Söhne",
	"datetimeoffset'2026-01-31'",
	'%',
	'_',
	'a b',
	'(',
	')',
	'[a-z]',
	'100%25',
	'\\',
	'null',
	'true',
	'東京 🚲',
	'+01:00',
	'x'.repeat(900),
];
const orders: readonly Operator[] = [
	'greaterThan',
	'greaterThanOrEqual',
	'lessThan',
	'lessThanOrEqual',
];
const always: readonly Operator[] = ['equals', 'notEquals', 'isEmpty', 'isNotEmpty'];
const operatorsOf = ({ type }: EntityField): readonly Operator[] => {
	if (type === 'Boolean' || type === 'Guid') return always;
	if (type !== 'String') return [...always, ...orders, 'isOneOf'];
	return [...always, ...orders, 'isOneOf', 'contains', 'startsWith', 'endsWith'];
};

function valuesOf(field: EntityField, records: readonly SandboxRecord[]): fc.Arbitrary<unknown> {
	const present = records
		.map((record) => held(record, field))
		.filter((value) => value !== null && value !== undefined && value !== '');
	const existing = present.length === 0 ? [] : [fc.constantFrom(...present)];
	switch (field.type) {
		case 'String': {
			const part = existing.map((values) =>
				values.chain((value) =>
					fc.nat(3).map((from) => String(value).slice(from, from + 4) || String(value)),
				),
			);
			return fc.oneof(
				...existing,
				...part,
				fc.constantFrom(...hostile),
				fc.string({ minLength: 1 }),
			);
		}
		case 'Boolean':
			return fc.constantFrom(true, false, 'true', 'false');
		case 'Guid':
			return fc.oneof(...existing, fc.uuid());
		case 'DateTime':
			return fc.oneof(
				...existing,
				// The same without its offset, as the picker gives it, or with that of another zone.
				...existing.map((values) =>
					fc
						.tuple(values, fc.constantFrom('', '-11:00', '+05:30'))
						.map(([value, offset]) => String(value).replace(/(?:Z|[+-]\d\d:\d\d)$/, offset)),
				),
				fc.constantFrom('2026-01-31', '2026-06-30T00:00:00', '2026-03-01T08:30:00+02:00'),
			);
		default:
			return fc.oneof(
				...existing,
				...existing.map((values) => values.map(String)),
				fc.integer({ min: -100, max: 5_000 }),
			);
	}
}

function drawnFrom(fields: readonly EntityField[], records: readonly SandboxRecord[]) {
	return fc.constantFrom(...fields).chain((field) =>
		fc.constantFrom(...operatorsOf(field)).chain((operator) => {
			const values = valuesOf(field, records).filter((value) => value !== '');
			const value =
				operator === 'isOneOf' ? fc.array(values, { minLength: 1, maxLength: 3 }) : values;
			return fc.record({
				field: fc.constant(field),
				operator: fc.constant(operator),
				value,
				isBare: fc.nat(4).map((one) => one === 0),
			});
		}),
	);
}

/** A row as the panel stores it; an expression knows only the name and has one input. */
function rowOf({ field, operator, value, isBare }: Drawn): object {
	const stored = conditionFieldText(field);
	if (isBare) return { field: stored.split('|')[0], operator, value, choice: 'true' };
	if (field.type === 'DateTime') return { field: stored, operator, dateValue: value };
	if (field.type === 'Boolean') return { field: stored, operator, choice: String(value) };
	return { field: stored, operator, value, choice: 'true' };
}

test.each(entities)(
	'%s: random conditions find what a plain look at the records finds',
	async (entity) => {
		const place = placeIn(endpointModel(), entity);
		const discovery = {
			lastingSchema: async () => place.schema,
			customFields: async () => place.custom,
		};
		const records = sandbox.records.all(entity);
		const isFilled = (field: EntityField) =>
			records.some((record) => held(record, field) !== undefined);
		const all = (contentsOf(place.schema, entity, place.custom)?.fields ?? []).filter(
			({ within, view }) => view === undefined || within.length === 0,
		);
		// Fields that any record has come up often; of the others each may.
		const drawn = fc.oneof(
			{ weight: 4, arbitrary: drawnFrom(all.filter(isFilled), records) },
			{ weight: 1, arbitrary: drawnFrom(all, records) },
		);
		const conditions = fc.array(drawn, { minLength: 1, maxLength: 4 });
		let matched = 0;
		let compiled = 0;
		await fc.assert(
			fc.asyncProperty(
				conditions,
				fc.constantFrom('all' as const, 'any' as const),
				async (given, match) => {
					const parameters = {
						filterType: 'conditions',
						matchType: match === 'all' ? 'allFilters' : 'anyFilter',
						filters: { conditions: given.map(rowOf) },
					};
					const { text: filter } = await readFilter(readerOf(parameters), {
						discovery,
						endpoint: { name: 'Default', version: '25.200.001' },
						entity,
						zone: 'Asia/Tokyo',
					});
					const query = `$filter=${encodeURIComponent(filter)}&$select=NoteID`;
					const answer = await client.get(`${entity}?${query}`);
					expect([filter, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([
						filter,
						200,
						'',
					]);
					const found = (answer.json as ReadonlyArray<{ readonly id: string }>).map(({ id }) => id);
					const expected = records
						.filter((record) =>
							match === 'all'
								? given.every((one) => holds(record, one))
								: given.some((one) => holds(record, one)),
						)
						.map(({ id }) => id);
					expect([filter, new Set(found)]).toEqual([filter, new Set(expected)]);
					compiled += 1;
					if (expected.length > 0 && expected.length < records.length) matched += 1;
				},
			),
			{ numRuns: runs },
		);
		expect(compiled).toBeGreaterThanOrEqual(runs);
		// A test in which nothing is ever found proves nothing.
		expect(matched).toBeGreaterThan(runs / 10);
	},
	120_000,
);
