import type { Clock } from './clock';
import { header, type Answer } from './request';

export const shortestDelay = 500;
const firstDelay = 2_000;
const longestDelay = 60_000;

/**
 * Milliseconds that a server asks to wait: `Retry-After` as seconds or as a date. Undefined where the
 * header is missing or makes no sense; Acumatica itself sends none, gateways do.
 */
export function retryAfter(answer: Answer, clock: Clock): number | undefined {
	const value = header(answer, 'retry-after')?.trim();
	if (value === undefined || value === '') return undefined;
	if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - clock.date());
}

/**
 * Exponential backoff with full jitter: between half a second and 2, 4, 8 ... 60 s.
 *
 * @param attempt 1 for the wait after the first failure
 * @param random a number from 0 to 1
 */
export function backoff(attempt: number, random: number): number {
	const ceiling = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
	return Math.max(shortestDelay, random * ceiling);
}
