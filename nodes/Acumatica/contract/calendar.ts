import { DateTime } from 'luxon';

import { isDate } from './scalar';

/**
 * Dates and times. The contract calls both `DateTime` and does not say which fields are calendar dates:
 * those are midnight in the server's zone, and an instant of another zone would move them to another day.
 * The name tells: `StartTime` and `LastModified` are instants, `Date` and `RequestedOn` are not.
 */

/**
 * Among them those of activities and cases, which Acumatica keeps to the second: `LastIncomingActivity`,
 * `CompletedAt`, `SLA`. Customizations and endpoints of one's own name theirs alike: `UsrSyncedAt`.
 */
const instantNames = /time|Activity(?:Date)?$|^(?:Last)?Modified|^Created|^DateReported$|^SLA$/i;
const camelCaseAt = /[a-z]At$/;

/** True for the name of a field that holds an instant; false for a calendar date, or a wall clock's time. */
export function isTimestampName(name: string): boolean {
	return instantNames.test(name) || camelCaseAt.test(name);
}

const isoLike =
	/^\d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?$/i;
const offset = /\s*(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * The date and time that a value shows, whatever its offset: `2026-01-31`, or with a time other than
 * midnight `2026-01-31T08:30:00`. The ERP takes it in its own zone.
 *
 * @param value ISO text, `2026/01/31`, a date of Luxon's or JavaScript's (in UTC)
 * @returns undefined where it is none
 */
export function wallClock(value: unknown): string | undefined {
	const time = read(value, (text) => DateTime.fromISO(text.replace(offset, ''), { zone: 'utc' }));
	if (time === undefined) return undefined;
	const isMidnight = time.toMillis() === time.startOf('day').toMillis();
	return time.toFormat(isMidnight ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm:ss.SSS").replace('.000', '');
}

/**
 * The instant that a value means, with its offset: `2026-01-31T14:30:00.000+01:00`.
 *
 * @param value as in `wallClock`
 * @param zone of a value that has no offset of its own
 * @returns undefined where it is none
 */
export function instant(value: unknown, zone: string): string | undefined {
	const time = read(value, (text) =>
		DateTime.fromISO(text, offset.test(text) ? { setZone: true } : { zone }),
	);
	return time?.toISO({ includeOffset: true })?.replace('Z', '+00:00');
}

function read(value: unknown, parse: (text: string) => DateTime): DateTime | undefined {
	const time = isDate(value)
		? DateTime.isDateTime(value)
			? value
			: DateTime.fromJSDate(value, { zone: 'utc' })
		: typeof value === 'string'
			? parse(isoText(value))
			: undefined;
	return time?.isValid === true ? time : undefined;
}

/** Empty where the text is no date: Luxon would take a bare year, or a week, for one. */
function isoText(text: string): string {
	const dashed = text.trim().replace(/^(\d{4})\/(\d\d?)\/(\d\d?)/, '$1-$2-$3');
	if (!isoLike.test(dashed)) return '';
	return dashed
		.replace(/^(\d{4})-(\d)(?=-)/, '$1-0$2')
		.replace(/^(\d{4}-\d\d)-(\d)(?!\d)/, '$1-0$2')
		.replace(' ', 'T')
		.replace(/\s+/, '');
}
