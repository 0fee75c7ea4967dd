const minute = 60_000;

/**
 * Whether a date-time field holds a moment. The others hold a day, which every form shows without a
 * time and the wire shows as midnight of the server's zone.
 */
export function isMoment(field: string): boolean {
	return /Modified|Created|Time/.test(field);
}

/**
 * A stored date-time on the wire: with the server's offset, milliseconds without trailing zeros.
 *
 * @param stored ISO text in UTC
 */
export function dateText(field: string, stored: string, offsetMinutes: number): string {
	const offset = offsetText(offsetMinutes);
	if (!isMoment(field)) return `${stored.slice(0, 10)}T00:00:00${offset}`;
	const local = new Date(Date.parse(stored) + offsetMinutes * minute).toISOString();
	const fraction = local.slice(20, 23).replace(/0+$/, '');
	return `${local.slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}${offset}`;
}

/**
 * A date-time from a body: ISO with or without a zone, a bare date, or the culture form `11/18/2021`.
 * Without a zone the server's one counts.
 *
 * @returns ISO text in UTC, or undefined when the text is no date
 */
export function readDate(field: string, text: string, offsetMinutes: number): string | undefined {
	const instant = instantOf(text.trim(), offsetMinutes);
	if (instant === undefined) return undefined;
	if (isMoment(field)) return new Date(instant).toISOString();
	const day = new Date(instant + offsetMinutes * minute).toISOString().slice(0, 10);
	return `${day}T00:00:00.000Z`;
}

const iso =
	/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/;
const culture = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

function instantOf(text: string, offsetMinutes: number): number | undefined {
	const parts = iso.exec(text);
	if (parts !== null) {
		const [, year, month, day, hours, minutes, seconds, fraction, zone] = parts;
		const local = utc([year, month, day, hours, minutes, seconds], fraction);
		return local === undefined ? undefined : local - zoneMinutes(zone, offsetMinutes) * minute;
	}
	const [, month, day, year, hours, minutes, seconds] = culture.exec(text) ?? [];
	const local = utc([year, month, day, hours, minutes, seconds]);
	return local === undefined ? undefined : local - offsetMinutes * minute;
}

/** Refuses days that the calendar does not have, such as February 30. */
function utc(parts: readonly (string | undefined)[], fraction = '.0'): number | undefined {
	const [year, month, day, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
		part === undefined ? undefined : Number(part),
	);
	if (year === undefined || month === undefined || day === undefined) return undefined;
	if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
	const milliseconds = Math.round(Number(`0${fraction}`) * 1000);
	const instant = Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds);
	const date = new Date(instant);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? instant : undefined;
}

function zoneMinutes(zone: string | undefined, offsetMinutes: number): number {
	if (zone === undefined) return offsetMinutes;
	if (zone === 'Z') return 0;
	const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function offsetText(offsetMinutes: number): string {
	const size = Math.abs(offsetMinutes);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
