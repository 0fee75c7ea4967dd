import { PastMinute } from './pastMinute.ts';

describe('the past minute', () => {
	it('holds what is less than 60 seconds old', () => {
		const past = new PastMinute();
		for (const at of [0, 10_000, 59_999]) past.add(at);
		expect(past.count(59_999)).toBe(3);
		expect(past.count(60_000)).toBe(2);
		expect(past.endOf(0)).toBe(70_000);
		expect(past.endOf(1)).toBe(119_999);
		expect(past.endOf(2)).toBeUndefined();
	});

	it('counts right among thousands', () => {
		const past = new PastMinute();
		for (let second = 0; second < 5_000; second += 1) {
			past.add(second * 1_000);
			expect(past.count(second * 1_000)).toBe(Math.min(second + 1, 60));
		}
		expect(past.endOf(0)).toBe(4_940_000 + 60_000);
	});

	it('forgets on request', () => {
		const past = new PastMinute();
		past.add(0);
		past.clear();
		expect(past.count(0)).toBe(0);
	});
});
