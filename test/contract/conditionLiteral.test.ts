import { DateTime } from 'luxon';
import { conditionLiteral } from '../../nodes/Acumatica/contract/conditionLiteral';
import type { FieldType } from '../../nodes/Acumatica/contract/schema';

const literal = (type: FieldType, value: unknown, view?: string) =>
	conditionLiteral(
		{ within: [], name: 'Field', type, ...(view !== undefined && { view }) },
		value,
		'Condition 2 (Field)',
		'utc',
	);

test('a value is taken in the type of its field', () =>
	expect(literal('Decimal', '5')).toEqual({ type: 'Decimal', text: '5M' }));

test.each([
	[true, 'Boolean'],
	[5, 'Long'],
	[5.5, 'Double'],
	['text', 'String'],
	['2026-01-31', 'String'],
	['2026-01-31T10:00:00Z', 'DateTime'],
	[DateTime.fromISO('2026-01-31'), 'DateTime'],
] as const)('%p tells the type where nothing else does: %s', (value, type) =>
	expect(literal('Unknown', value).type).toBe(type),
);

test('a number beyond all types is refused, not sent as something else', () =>
	expect(() => literal('Decimal', '-1e400')).toThrow(
		'"Condition 2 (Field)" holds the text "-1e400", but takes a number',
	));

test('numbers of custom fields are decimals, whatever they look like', () =>
	expect(literal('Unknown', 5, 'Document')).toEqual({ type: 'Decimal', text: '5M' }));

test.each([undefined, null, '', {}])('%p is no value, and the condition is named', (value) =>
	expect(() => literal('String', value)).toThrow('"Condition 2 (Field)" has no value'),
);
