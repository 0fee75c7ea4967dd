import { z } from 'zod';
import { DateTime } from 'luxon';
import { pollParameters, readSettings } from '../../nodes/Acumatica/polling/settings';
import { parameterReader } from '../../nodes/Acumatica/parameters/parameterReader';
import { node } from '../support/operationCall.ts';

const settings = (parameters: Record<string, unknown>, zone = 'UTC') => {
	const all: Record<string, unknown> = {
		authentication: 'oAuth2',
		entity: { mode: 'list', value: 'SalesOrder' },
		event: 'createdOrUpdated',
		...parameters,
	};
	const source = { getNode: () => node, getNodeParameter: (name: string) => all[name] ?? null };
	return readSettings(parameterReader(source, 0), node, zone);
};

test('what is not entered has its default', () =>
	expect(settings({})).toEqual({
		authentication: 'oAuth2',
		endpoint: undefined,
		entity: 'SalesOrder',
		event: 'createdOrUpdated',
		simplify: true,
		query: { select: [], expand: [], custom: [] },
		overlap: 120_000,
		startFrom: undefined,
		timestampField: '',
		maxRecordsPerPoll: 10_000,
		includeEvent: false,
		repeatAfterRestart: false,
	}));

const noon = Date.UTC(2026, 0, 31, 12);
test.each([
	['2026-01-31T12:00:00Z', noon],
	['2026-01-31T13:00:00+01:00', noon],
	['2026-01-31T07:00:00', noon],
	['2026-01-31 07:00:00', noon],
	[new Date(noon), noon],
	[DateTime.fromMillis(noon), noon],
	['', undefined],
])('Start From %s', (startFrom, time) =>
	expect(settings({ options: { startFrom } }, 'America/New_York').startFrom).toBe(time),
);

test.each<[Record<string, unknown>, RegExp]>([
	[{ entity: '' }, /No entity is chosen/],
	[{ entity: 'Sales Order' }, /"Sales Order" is not the name of an entity/],
	[{ endpoint: 'Default' }, /"Default" is not an endpoint/],
	[{ event: 'deleted' }, /"Event"/],
	[{ options: { startFrom: 'soon' } }, /Start From holds "soon", which is not a time/],
	[{ options: { overlapSeconds: -1 } }, /"Options" \(overlapSeconds\).*0 or more/],
	[{ options: { maxRecordsPerPoll: 0 } }, /\(maxRecordsPerPoll\).*1 or more/],
	[{ options: { timestampField: 'a b' } }, /\(timestampField\).*name of a field/],
])('%j is refused by name', (parameters, message) =>
	expect(() => settings(parameters)).toThrow(message),
);

test('a poll has no items: its parameters are asked for without one', () => {
	const asked: unknown[][] = [];
	const caller = {
		getNode: () => node,
		getNodeParameter: (...parameters: unknown[]) => {
			asked.push(parameters);
			return 'x';
		},
	};
	const reader = pollParameters(caller as never);
	expect(reader.read('entity', 'Entity', z.string())).toBe('x');
	expect(asked).toEqual([['entity', null]]);
});
