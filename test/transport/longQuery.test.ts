import {
	isHopelessQuery,
	isRefusedQuery,
	longQueryAdvice,
} from '../../nodes/Acumatica/transport/longQuery';

test.each([
	[404, 2049, true],
	[400, 2049, true],
	[414, 2049, true],
	[404, 2048, false],
	[500, 9000, false],
	[404, undefined, false],
])(
	'a page with status %s for a query of %s characters is about its length: %s',
	(status, length, is) => expect(isRefusedQuery(status, length)).toBe(is),
);

test('longer ones than any server takes are not worth sending', () => {
	expect([15_000, 15_001].map(isHopelessQuery)).toEqual([false, true]);
});

test('the advice names what makes queries long', () => {
	expect(longQueryAdvice).toMatch(/Is One Of.*Select.*Custom Fields/);
});
