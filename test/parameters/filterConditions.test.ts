import {
	conditionProperties,
	readConditions,
} from '../../nodes/Acumatica/parameters/filterConditions';
import { readerOf } from '../support/operationCall.ts';

const read = (conditions: unknown, matchType?: string) =>
	readConditions(readerOf({ filters: { conditions }, matchType }));

test('conditions are parameters of the filter type that says so', () => {
	expect(conditionProperties.map(({ name }) => name)).toEqual(['matchType', 'filters']);
	for (const { displayOptions } of conditionProperties)
		expect(displayOptions).toEqual({ show: { filterType: ['conditions'] } });
});

test('a row is a field, an operator and a value', () =>
	expect(read([{ field: 'Status|String', operator: 'contains', value: 'Op' }])).toEqual({
		match: 'all',
		conditions: [
			{
				field: { within: [], name: 'Status', type: 'String' },
				operator: 'contains',
				value: 'Op',
				at: 'Condition 1 (Status)',
			},
		],
	}));

test('any of them may do', () => expect(read([{ field: 'A' }], 'anyFilter').match).toBe('any'));

describe('the value', () => {
	const left = { value: 'left over', dateValue: '2026-01-31T00:00:00', choice: 'false' };
	test.each([
		['Status|String', left, 'left over'],
		['Date|DateTime', left, '2026-01-31T00:00:00'],
		['Date|DateTime', { value: '2026-02-01', dateValue: '' }, ''],
		['Date', { value: '', dateValue: '2026-02-01' }, '2026-02-01'],
		['Document.UsrOn|custom.Boolean', left, 'false'],
		['Hold|Boolean', { value: 'Open', choice: 'true' }, 'true'],
		['Hold|Boolean', { value: false }, false],
		['Hold|Boolean', { value: 'TRUE', choice: true }, true],
		['Hold|Boolean', { choice: 'true' }, 'true'],
		['Total', { value: 5, dateValue: '' }, 5],
	])('of %s is that of its own input: %j', (field, row, value) =>
		expect(read([{ field, operator: 'equals', ...row }]).conditions[0]?.value).toBe(value),
	);
});

describe('what is refused', () => {
	test.each([
		[undefined, '"Filters" holds no condition. Add one, or set Filter to None'],
		[[], '"Filters" holds no condition'],
		[[{ field: 'A' }, { field: ' ' }], '"Condition 2" has no field. Choose one'],
		[[{ field: 'A eq 1 or B' }], 'names the field "A eq 1 or B", which is no name of a field'],
		[[{ field: 'A', operator: 'notContains' }], '"Condition 1 (A)" has the operator "notContains"'],
		[[{ field: 'A', operator: 'notContains' }], 'read the records and filter in n8n (node Filter)'],
		[
			[{ field: 'Hold|Boolean', value: 'False', choice: 'true' }],
			'"Condition 1 (Hold)" says both true and false, one of them left over from another field',
		],
	])('%j', (conditions, message) => expect(() => read(conditions)).toThrow(message));
});
