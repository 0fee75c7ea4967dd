import { DateTime } from 'luxon';
import { dateTimeOf, isDate, isRecord, toScalar } from '../../nodes/Acumatica/contract/scalar';

describe('what one field can hold', () => {
	it.each(['', 'x', 0, -1.5, true, false, null])('%p as it is', (value) => {
		expect(toScalar(value)).toBe(value);
	});

	it('dates as ISO text', () => {
		expect(toScalar(new Date('2024-11-01T10:00:00.5Z'))).toBe('2024-11-01T10:00:00.500Z');
	});

	it("n8n's dates with their own offset", () => {
		const date = DateTime.fromISO('2024-11-01T10:00:00', { zone: 'America/New_York' });
		expect(toScalar(date)).toBe('2024-11-01T10:00:00.000-04:00');
	});

	it('big integers as text, since a number would lose digits', () => {
		expect(toScalar(636_295_833_829_493_672n)).toBe('636295833829493672');
	});

	it.each([
		['nothing', undefined],
		['an infinite number', Infinity],
		['a number that is none', Number.NaN],
		['a date that does not exist', new Date('soon')],
		["n8n's date that does not exist", DateTime.fromISO('soon')],
		['an object', { value: 1 }],
		['a list', []],
		['a function', () => 1],
		['a symbol', Symbol('x')],
	])('not %s', (_what, value) => {
		expect(toScalar(value)).toBeUndefined();
	});
});

describe('a record', () => {
	it.each([
		['an object', {}, true],
		['an object without a prototype', Object.create(null), true],
		['null', null, false],
		['a list', [], false],
		['text', 'x', false],
		['a date', new Date(), false],
		["n8n's date", DateTime.now(), false],
	])('%s', (_what, value, is) => {
		expect(isRecord(value)).toBe(is);
	});
});

describe('a date', () => {
	it.each([
		[new Date('soon'), true],
		[DateTime.fromISO('soon'), true],
		['2024-11-01', false],
		[null, false],
	])('%p: %p', (value, is) => {
		expect(isDate(value)).toBe(is);
	});
});

test('a time is a date of either kind, or what is made of the text', () => {
	const noon = DateTime.fromISO('2026-01-31T12:00:00Z');
	const parse = (text: string) => DateTime.fromISO(text);
	for (const value of [noon, noon.toJSDate(), ' 2026-01-31T12:00:00Z ']) {
		expect(dateTimeOf(value, parse).toMillis()).toBe(noon.toMillis());
	}
	expect(dateTimeOf('soon', parse).isValid).toBe(false);
});
