import { DateTime } from 'luxon';
import { instant, isTimestampName, wallClock } from '../../nodes/Acumatica/contract/calendar';

test.each([
	['LastModified', true],
	['LastModifiedDateTime', true],
	['CreatedDate', true],
	['StartTime', true],
	['LastIncomingActivity', true],
	['LastActivityDate', true],
	['CompletedAt', true],
	['UsrSyncedAt', true],
	['SLA', true],
	['DateReported', true],
	['DateOfBirth', false],
	['EffectiveAsOf', false],
	['Date', false],
	['RequestedOn', false],
	['EffectiveDate', false],
])('%s holds an instant: %s', (name, expected) => expect(isTimestampName(name)).toBe(expected));

describe('the date that a value shows', () => {
	test.each([
		['2026-01-31', '2026-01-31'],
		['2026/1/5', '2026-01-05'],
		['2026-01-31T00:00:00', '2026-01-31'],
		['2026-01-31 00:00:00', '2026-01-31'],
		['2026-01-31T00:00:00.000+13:00', '2026-01-31'],
		['2026-01-31T00:00:00-11:00', '2026-01-31'],
		['2026-01-31T00:00:00Z', '2026-01-31'],
		[' 2026-01-31T08:30 ', '2026-01-31T08:30:00'],
		['2026-01-31T23:59:59.5-05:00', '2026-01-31T23:59:59.500'],
		[DateTime.fromISO('2026-01-31', { zone: 'Asia/Tokyo' }), '2026-01-31'],
		[DateTime.fromISO('2026-01-31T22:15', { zone: 'America/New_York' }), '2026-01-31T22:15:00'],
		[new Date('2026-01-31T00:00:00Z'), '2026-01-31'],
	])('%s: %s', (value, expected) => expect(wallClock(value)).toBe(expected));
});

describe('the instant that a value means', () => {
	test.each([
		['2026-01-31T14:30:00', '2026-01-31T14:30:00.000+01:00'],
		['2026-07-31T14:30:00', '2026-07-31T14:30:00.000+02:00'],
		['2026-01-31', '2026-01-31T00:00:00.000+01:00'],
		['2026-01-31T14:30:00Z', '2026-01-31T14:30:00.000+00:00'],
		['2026-01-31T14:30:00.123-05:00', '2026-01-31T14:30:00.123-05:00'],
		[DateTime.fromISO('2026-01-31T14:30', { zone: 'Asia/Tokyo' }), '2026-01-31T14:30:00.000+09:00'],
		[new Date('2026-01-31T14:30:00Z'), '2026-01-31T14:30:00.000+00:00'],
	])('%s: %s', (value, expected) => expect(instant(value, 'Europe/Berlin')).toBe(expected));
});

test.each([
	'',
	'soon',
	'31.01.2026',
	'2026',
	'2026-W05',
	'2026-02-30',
	'2026-13-01',
	"2026-01-31' or 1 eq 1",
	7,
	null,
	undefined,
	{},
	new Date(Number.NaN),
	DateTime.invalid('no'),
])('%p is no date', (value) => {
	expect(wallClock(value)).toBeUndefined();
	expect(instant(value, 'utc')).toBeUndefined();
});
