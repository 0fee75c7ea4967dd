import {
	isHopelessQuery,
	isLongQuery,
	isRefusedQuery,
	longQueryAdvice,
} from '../../nodes/Acumatica/transport/longQuery';

const page = { isWebPage: true, message: 'Not Found' };
const iis = {
	isWebPage: false,
	message: 'The custom error module does not recognize this error.',
};
const exception = { isWebPage: false, message: 'No such entity' };

test.each([
	[404, page, 2049, true],
	[400, page, 2049, true],
	[414, page, 2049, true],
	[404, iis, 2049, true],
	[404, exception, 2049, false],
	[404, page, 2048, false],
	[500, page, 9000, false],
	[404, page, undefined, false],
])(
	'status %s with %j for %s characters: refused for its length %s',
	(status, fault, queryLength, is) =>
		expect(isRefusedQuery({ status, phase: 'request' }, fault, { queryLength })).toBe(is),
);

test('a sign-in has no part in the query that waits for it', () => {
	expect(isRefusedQuery({ status: 404, phase: 'signIn' }, page, { queryLength: 9000 })).toBe(false);
});

test('longer ones than most servers take, and than any', () => {
	expect([2048, 2049].map(isLongQuery)).toEqual([false, true]);
	expect([15_000, 15_001].map(isHopelessQuery)).toEqual([false, true]);
});

test('the advice names what makes queries long', () => {
	expect(longQueryAdvice).toMatch(/Is One Of.*Select.*Custom Fields/);
});
