import { namedFault } from './faultCatalog.ts';
import { readFaults } from './faultRequest.ts';

describe('faults over HTTP', () => {
	it.each([
		{ status: 429, retryAfter: '5' },
		{ status: 429, retryAfter: { dateInSeconds: 5 } },
		{ status: 500, body: { message: 'x' }, contentType: 'text/plain', when: 'afterExecution' },
		{ html: true, status: 503 },
		{ redirect: '~/Frames/Login.aspx' },
		{ cut: 'midAnswer' },
		{ cut: 'midUpload' },
		{ never: 'afterExecution' },
		{ endSession: true },
		{ empty: 204 },
		{ delay: 5, when: 'afterExecution' },
		{ truncated: true },
		{ contentType: 'text/html' },
	])('may be %j', (answer) => {
		const fault = { match: { kind: 'put', path: 'Customer' }, times: 2, answer };
		expect(readFaults(fault)).toEqual([fault]);
	});

	it('may have a name of the catalog', () => {
		expect(readFaults([{ name: 'never', match: { kind: 'get' }, times: 3 }])).toEqual([
			namedFault('never', { match: { kind: 'get' }, times: 3 }),
		]);
	});

	it.each([
		{},
		{ name: 'nothing' },
		{ name: 'slow', answer: { delay: 1 } },
		{ answer: { never: 'midAnswer' } },
		{ answer: { empty: 201 } },
		{ answer: { status: 500 }, times: 0 },
	])('may not be %j', (fault) => {
		expect(() => readFaults(fault)).toThrow();
	});
});
