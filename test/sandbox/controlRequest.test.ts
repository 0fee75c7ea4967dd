import { readAdvance, readFileRequest, readLongActions } from './controlRequest.ts';

describe('long actions over HTTP', () => {
	it.each([
		{},
		false,
		{ takes: 90_000 },
		{ fails: 'Locked.' },
		{ fails: { text: 'Locked.', status: 422 } },
		{ location: 'window' },
		{ location: { origin: 'http://elsewhere.invalid' } },
	])('may be %j', (long) => {
		expect(readLongActions({ 'Invoice/ReleaseInvoice': long })).toEqual({
			'Invoice/ReleaseInvoice': long,
		});
	});

	it.each([true, { takes: -1 }, { fails: { text: 'x', status: 200 } }, { location: 'here' }])(
		'may not be %j',
		(long) => {
			expect(() => readLongActions({ ReleaseInvoice: long })).toThrow();
		},
	);
});

describe('a file over HTTP', () => {
	const file = { entity: 'Invoice', keys: ['Invoice', '000001'], name: 'a.pdf', size: 10 };

	it.each([{}, { row: { detail: 'Details', index: 0 } }, { comment: 'x', seed: 3 }])(
		'may be described with %j',
		(more) => {
			expect(readFileRequest({ ...file, ...more })).toEqual({ ...file, ...more });
		},
	);

	it.each([{ size: -1 }, { size: 1.5 }, { name: '' }, { keys: 'x' }, { other: 1 }])(
		'may not be described with %j',
		(wrong) => {
			expect(() => readFileRequest({ ...file, ...wrong })).toThrow();
		},
	);
});

describe('moving the clock over HTTP', () => {
	it('needs a number', () => {
		expect(readAdvance({ advance: 5 })).toBe(5);
		expect(() => readAdvance({ advance: '5' })).toThrow();
	});
});
