export const day = 24 * 60 * 60 * 1000;

/**
 * A moment as the database keeps it: SQL Server's `datetime` has steps of 1/300 second, so that
 * milliseconds end in 0, 3 or 7.
 */
export function sqlMoment(milliseconds: number): string {
	return new Date(Math.round((Math.floor(milliseconds * 0.3) * 10) / 3)).toISOString();
}

const dates = new Map<number, string>();

/** The date of a moment, as midnight in UTC: what date fields hold in contract version 4. */
export function dateOf(milliseconds: number): string {
	const dayNumber = Math.floor(milliseconds / day);
	// Thousands of records share a date, and so they share the text.
	let text = dates.get(dayNumber);
	if (text === undefined) {
		text = new Date(dayNumber * day).toISOString();
		dates.set(dayNumber, text);
	}
	return text;
}

/** The form of a few timestamps that the contract declares as text: `12/14/2023 19:57:21`. */
export function cultureMoment(milliseconds: number): string {
	const iso = new Date(milliseconds).toISOString();
	return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
}
