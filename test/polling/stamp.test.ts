import { answerDate, stampIn, stampLiteral, stampOf } from '../../nodes/Acumatica/polling/stamp';

const utc = Date.UTC(2026, 9, 25, 0, 30, 0, 120);

test.each([
	['2026-10-25T00:30:00.12+00:00', utc],
	['2026-10-25T02:30:00.12+02:00', utc],
	['2026-10-25T01:30:00.12+01:00', utc],
	['2026-10-24T17:30:00.12-07:00', utc],
	['2026-10-25T00:30:00.12Z', utc],
])('%s is the same moment whatever the offset', (text, stamp) => expect(stampIn(text)).toBe(stamp));

test.each(['2026-10-25T00:30:00.12', '10/25/2026 00:30:00', '2026-10-25', '', 'later+00:00'])(
	'%j could be any moment, or none',
	(text) => expect(stampIn(text)).toBeUndefined(),
);

test('a field has a time only where its value is one', () => {
	const record = { A: { value: '2026-10-25T00:30:00.12+00:00' }, B: {}, C: { value: 7 } };
	expect(stampOf(record, 'A')).toBe(utc);
	for (const field of ['B', 'C', 'D', 'constructor'])
		expect(stampOf(record, field)).toBeUndefined();
});

test('the ERP tells its time in the header Date, to the second', () => {
	expect(answerDate('Sun, 25 Oct 2026 00:30:00 GMT')).toBe(utc - 120);
	expect(answerDate(['Sun, 25 Oct 2026 00:30:00 GMT', 'x'])).toBe(utc - 120);
	for (const header of [undefined, 'soon']) expect(answerDate(header)).toBeUndefined();
});

test('a time is asked for with its offset', () =>
	expect(stampLiteral(utc)).toBe("datetimeoffset'2026-10-25T00:30:00.120+00:00'"));
