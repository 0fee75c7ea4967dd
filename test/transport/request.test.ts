import {
	cancelled,
	header,
	isSuccess,
	layered,
	type Answer,
	type ApiRequest,
	type Layer,
} from '../../nodes/Acumatica/transport/request';

const answer: Answer = {
	kind: 'answer',
	status: 200,
	headers: { location: '/a', 'set-cookie': ['A=1', 'B=2'] },
	text: '',
	phase: 'request',
};

describe('layered', () => {
	test('puts the first layer outermost', async () => {
		const order: string[] = [];
		const named =
			(name: string): Layer =>
			(next) =>
			async (request) => {
				order.push(`${name} in`);
				const exchange = await next(request);
				order.push(`${name} out`);
				return exchange;
			};
		const send = layered(async () => answer, named('outer'), named('inner'));
		const request: ApiRequest = { method: 'GET', path: 'entity', expect: 'json', replay: 'safe' };
		expect(await send(request)).toBe(answer);
		expect(order).toEqual(['outer in', 'inner in', 'inner out', 'outer out']);
	});
});

describe('header', () => {
	test('gives the first value of a header, or none', () => {
		expect(header(answer, 'location')).toBe('/a');
		expect(header(answer, 'set-cookie')).toBe('A=1');
		expect(header(answer, 'retry-after')).toBeUndefined();
	});
});

describe('isSuccess', () => {
	test.each([
		[199, false],
		[200, true],
		[204, true],
		[302, false],
		[500, false],
	])('%i: %s', (status, success) => expect(isSuccess({ ...answer, status })).toBe(success));

	test('no answer is no success', () => expect(isSuccess(cancelled)).toBe(false));
});
