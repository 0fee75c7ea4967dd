import { cutsUpload, executesFirst, faultName, FaultScript } from './faults.ts';

const target = {
	method: 'GET',
	path: '/Site/entity/Default/24.200.001/Customer?$top=1',
	kind: 'list',
} as const;

describe('scripted faults', () => {
	it('hit the next matching request once', () => {
		const script = new FaultScript();
		script.add({ match: { kind: 'put' }, answer: { status: 500 } }, { answer: { status: 502 } });
		expect(script.take(target)).toEqual({ status: 502 });
		expect(script.take(target)).toBeUndefined();
		expect(script.take({ ...target, kind: 'put' })).toEqual({ status: 500 });
		expect(script.left).toBe(0);
	});

	it('hit as often as they say', () => {
		const script = new FaultScript();
		script.add({ times: 2, answer: { status: 503 } });
		expect(script.left).toBe(2);
		expect([script.take(target), script.take(target), script.take(target)]).toEqual([
			{ status: 503 },
			{ status: 503 },
			undefined,
		]);
	});

	it.each([
		[{ method: 'get' }, true],
		[{ method: 'PUT' }, false],
		[{ path: 'Customer' }, true],
		[{ path: 'Vendor' }, false],
		[{ path: /Customer\?\$top=\d$/ }, true],
		[{ path: /^Customer/g }, false],
		[{ kind: 'get' as const }, false],
	])('match by %p: %p', (match, hits) => {
		const script = new FaultScript();
		script.add({ match, answer: { status: 503 } });
		expect(script.take(target) !== undefined).toBe(hits);
	});

	it('wait for their moment, and for those before them', () => {
		const script = new FaultScript();
		script.add({ answer: { status: 503 } }, { answer: { cut: 'midUpload' } });
		expect(script.take(target, cutsUpload)).toBeUndefined();
		expect(script.take(target)).toEqual({ status: 503 });
		expect(script.take(target, cutsUpload)).toEqual({ cut: 'midUpload' });
		expect(script.left).toBe(0);
	});

	it('are forgotten on request', () => {
		const script = new FaultScript();
		script.add({ answer: { status: 503 } });
		script.clear();
		expect(script.take(target)).toBeUndefined();
	});

	it.each([
		[{ status: 504 }, false, 'status 504'],
		[{ status: 504, when: 'afterExecution' as const }, true, 'status 504'],
		[{ html: true as const }, false, 'web page'],
		[{ redirect: '/x' }, false, 'redirect'],
		[{ cut: 'beforeExecution' as const }, false, 'cut beforeExecution'],
		[{ cut: 'afterExecution' as const }, true, 'cut afterExecution'],
		[{ cut: 'midAnswer' as const }, true, 'cut midAnswer'],
		[{ cut: 'midUpload' as const }, false, 'cut midUpload'],
		[{ delay: 5 }, true, 'delay 5 ms'],
		[{ truncated: true as const }, true, 'truncated'],
		[{ contentType: 'text/html' }, true, 'content type'],
		[{ never: 'beforeExecution' as const }, false, 'no answer, beforeExecution'],
		[{ never: 'afterExecution' as const }, true, 'no answer, afterExecution'],
		[{ endSession: true as const }, true, 'session killed'],
		[{ empty: 204 as const }, true, 'empty 204'],
	])('%j: executes first %p, is called "%s"', (answer, first, name) => {
		expect(executesFirst(answer)).toBe(first);
		expect(faultName(answer)).toBe(name);
	});
});
