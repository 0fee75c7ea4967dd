import { addDays, cookieDate } from './cookieDate.ts';

describe('the date of a cookie', () => {
	it('has dashes', () => {
		expect(cookieDate(Date.parse('2026-12-03T07:08:09Z'))).toBe('Thu, 03-Dec-2026 07:08:09 GMT');
	});

	it('can lie some days ahead or back', () => {
		expect(addDays(0, 3)).toBe(259_200_000);
		expect(addDays(0, -1)).toBe(-86_400_000);
	});
});
