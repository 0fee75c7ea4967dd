import { backoff, retryAfter } from '../../nodes/Acumatica/transport/backoff';
import type { Answer } from '../../nodes/Acumatica/transport/request';
import { simulatedClock } from '../support/simulatedClock.ts';

const answer = (value?: string): Answer => ({
	kind: 'answer',
	status: 429,
	headers: value === undefined ? {} : { 'retry-after': value },
	text: '',
	phase: 'request',
});

describe('retryAfter', () => {
	const clock = simulatedClock(Date.UTC(2026, 0, 31, 12));

	test.each([
		['seconds', '7', 7_000],
		['no seconds', '0', 0],
		['a date', 'Sat, 31 Jan 2026 12:00:30 GMT', 30_000],
		['a date that has passed', 'Sat, 31 Jan 2026 11:00:00 GMT', 0],
	])('reads %s', (_case, value, milliseconds) => {
		expect(retryAfter(answer(value), clock)).toBe(milliseconds);
	});

	test.each([
		['a missing header', undefined],
		['an empty one', ''],
		['nonsense', 'soon'],
	])('leaves %s to the backoff', (_case, value) =>
		expect(retryAfter(answer(value), clock)).toBeUndefined(),
	);
});

describe('backoff', () => {
	test('doubles its ceiling from 2 s up to 60 s', () => {
		expect([1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoff(attempt, 1))).toEqual([
			2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
		]);
	});

	test('spreads over the whole range, but waits half a second at least', () => {
		expect(backoff(3, 0.5)).toBe(4_000);
		expect(backoff(3, 0)).toBe(500);
	});
});
