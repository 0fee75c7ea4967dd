import { dateText, isMoment, readDate } from './dates.ts';

describe('dates on the wire', () => {
	it.each([
		['LastModified', '2023-12-14T19:57:21.193Z', 0, '2023-12-14T19:57:21.193+00:00'],
		['LastModified', '2023-12-14T19:57:55.120Z', 0, '2023-12-14T19:57:55.12+00:00'],
		['LastModified', '2023-12-14T19:57:50.000Z', 0, '2023-12-14T19:57:50+00:00'],
		['LastModified', '2023-12-14T22:30:00.000Z', 180, '2023-12-15T01:30:00+03:00'],
		['LastModified', '2023-12-14T01:00:00.000Z', -330, '2023-12-13T19:30:00-05:30'],
		['Date', '2023-12-14T00:00:00.000Z', 0, '2023-12-14T00:00:00+00:00'],
		['Date', '2023-12-14T00:00:00.000Z', -480, '2023-12-14T00:00:00-08:00'],
	])('%s %s at an offset of %i minutes is %s', (field, stored, offset, text) => {
		expect(dateText(field, stored, offset)).toBe(text);
	});

	it.each([
		['LastModified', '2025-03-01T11:00:00.000Z', 0, '2025-03-01T11:00:00.000Z'],
		['LastModified', '2025-03-01T11:00:00.12+03:00', 0, '2025-03-01T08:00:00.120Z'],
		['LastModified', '2025-03-01T11:00:00', 180, '2025-03-01T08:00:00.000Z'],
		['StartDateTime', '11/18/2021 08:30', 0, '2021-11-18T08:30:00.000Z'],
		['Date', '2024-11-01', 0, '2024-11-01T00:00:00.000Z'],
		['Date', '2024-11-01', -480, '2024-11-01T00:00:00.000Z'],
		['Date', '2024/01/01', 0, '2024-01-01T00:00:00.000Z'],
		['Date', '11/18/2021', 0, '2021-11-18T00:00:00.000Z'],
		['Date', '2024-11-01T23:30:00Z', 60, '2024-11-02T00:00:00.000Z'],
	])('%s reads %s at an offset of %i as %s', (field, text, offset, stored) => {
		expect(readDate(field, text, offset)).toBe(stored);
	});

	it.each(['', 'tomorrow', '2024-02-30', '2024-13-01', '2024-01-01T25:00:00Z', '18/11/2021'])(
		'%p is no date',
		(text) => {
			expect(readDate('Date', text, 0)).toBeUndefined();
		},
	);

	it('tells moments from days by the name of the field', () => {
		expect(['LastModifiedDateTime', 'CreatedDate', 'StartTime'].map(isMoment)).toEqual([
			true,
			true,
			true,
		]);
		expect(['Date', 'DueDate', 'RequestedOn'].map(isMoment)).toEqual([false, false, false]);
	});
});
