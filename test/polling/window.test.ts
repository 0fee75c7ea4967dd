import {
	isFromBefore,
	nextWatch,
	setBackBy,
	type Watch,
} from '../../nodes/Acumatica/polling/window';

const noon = Date.UTC(2026, 0, 1, 12);
const minute = 60_000;
const overlap = 2 * minute;
const watch: Watch = {
	readFrom: noon - overlap,
	seenFrom: noon - 2 * overlap,
	erpDate: noon,
	localDate: noon,
};
const moment = (erp: number, elapsed: number | undefined, local = noon) => ({
	erpDate: noon + erp,
	localDate: local,
	elapsed,
});

describe('setBackBy', () => {
	test.each([
		['a minute later', minute, minute, 0],
		['an hour later after one minute: set forward', 60 * minute, minute, 0],
		['an hour earlier', -60 * minute, minute, 61 * minute],
		['later, but less than the time that went by', minute, 31 * minute, 30 * minute],
		['a few seconds off', minute - 4000, minute, 0],
	])('the ERP is %s', (_what, erp, elapsed, back) =>
		expect(setBackBy(watch, moment(erp, elapsed))).toBe(back),
	);

	test('after a restart n8n believes only what it sees, and its own clock only then', () => {
		expect(setBackBy(watch, moment(minute, undefined, noon + 9e9))).toBe(0);
		expect(setBackBy(watch, moment(-60 * minute, undefined, noon + 3 * minute))).toBe(
			63 * minute + 5000,
		);
		expect(setBackBy(watch, moment(-60 * minute, undefined, noon - 9e9))).toBe(60 * minute + 5000);
	});
});

describe('nextWatch', () => {
	const end = { now: moment(minute, minute), back: 0, overlap, stoppedAt: undefined };

	test('goes on from the overlap before the answer, and remembers as much again', () => {
		const next = nextWatch(watch, end);
		expect(next.readFrom).toBe(noon + minute - overlap);
		expect(next.seenFrom).toBe(noon + minute - 2 * overlap);
		expect(next.erpDate).toBe(noon + minute);
	});

	test('where the reading stopped, the next one begins there, or at the overlap', () => {
		const backlog = { ...watch, readFrom: noon - 60 * minute };
		const stop = (stoppedAt: number) => nextWatch(backlog, { ...end, stoppedAt }).readFrom;
		expect(stop(noon - 30 * minute)).toBe(noon - 30 * minute);
		expect(stop(noon)).toBe(noon + minute - overlap);
	});

	test('never reaches back over a start in the future', () => {
		const future = { ...watch, readFrom: noon + 60 * minute };
		expect(nextWatch(future, end).readFrom).toBe(noon + 60 * minute);
	});

	test('follows a clock that was set back', () => {
		const back = 30 * minute;
		const next = nextWatch(watch, { ...end, now: moment(-29 * minute, minute), back });
		expect(next.readFrom).toBe(noon - 29 * minute - overlap);
		expect(next.seenFrom).toBeLessThanOrEqual(next.readFrom);
	});
});

test('what lies ahead of a clock that was set back, and nobody remembers, is old', () => {
	const now = moment(-60 * minute, minute);
	expect(isFromBefore(noon - 30 * minute, watch, now)).toBe(true);
	expect(isFromBefore(noon - minute, watch, now)).toBe(false);
	expect(isFromBefore(noon - 61 * minute, watch, now)).toBe(false);
});
