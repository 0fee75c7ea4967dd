import { advice, failureAdvice } from '../../nodes/Acumatica/transport/advice';

const about = { doing: 'update', entity: 'Customer', record: 'C1', writes: true };

describe('advice', () => {
	test('depends on what was wanted where the ERP says the same for both', () => {
		expect(advice('precondition', { ...about, doing: 'create' }, '')).toBe(
			'Use Create or Update to change it.',
		);
		expect(advice('precondition', about, '')).toBe('Use Create or Update to create it.');
	});

	test('names the entity, the endpoint and the address that the message is about', () => {
		expect(advice('forbidden', about, '')).toContain('Customer');
		expect(
			advice(
				'addressNotFound',
				{ ...about, endpoint: { name: 'Default', version: '24.200.001' } },
				'',
			),
		).toContain('Default/24.200.001');
		expect(advice('webPage', about, 'https://erp.example.com')).toContain(
			'https://erp.example.com',
		);
	});
});

test('advice on a description that cannot be had does not look for the fault in an entity', () => {
	const endpoint = { name: 'Default', version: '24.200.001' };
	const text = advice('addressNotFound', { doing: 'read the entities of', endpoint }, '');
	expect(text).toBe(
		'Check that the ERP publishes Default/24.200.001. If so, it does not hand out its description (swagger.json): type names instead of picking them.',
	);
});

describe('advice on an inquiry', () => {
	const endpoint = { name: 'Default', version: '24.200.001' };
	const reading = { doing: 'read', entity: 'StorageDetailsInquiry', endpoint };
	const certain = 'StorageDetailsInquiry is an inquiry';

	test.each(['notOptimizable', 'serverError', 'recordNotFound', 'badRequest'] as const)(
		'takes the place of that on %s',
		(kind) => {
			expect(advice(kind, reading, '')).toContain(certain);
			expect(advice(kind, { ...reading, entity: 'Customer' }, '')).not.toContain('inquiry');
			const guess = { ...reading, entity: 'ShelfInquiry' };
			expect(advice(kind, guess, '')).toContain(advice(kind, { ...guess, entity: 'Shelf' }, ''));
		},
	);

	test.each(['forbidden', 'tooManyRequests', 'webPage', 'gateway', 'signedOut'] as const)(
		'does not hide that on %s',
		(kind) => expect(advice(kind, reading, '')).not.toContain('inquiry:'),
	);

	test('is that on an answer without data, too', () => {
		const empty = { kind: 'failure', reason: 'unreadable', message: '' } as const;
		expect(failureAdvice({ ...empty, phase: 'request' }, reading, false)).toContain(certain);
		expect(failureAdvice({ ...empty, phase: 'signIn' }, reading, true)).toBe('');
		expect(failureAdvice({ ...empty, phase: 'request', reason: 'cut' }, reading, false)).toBe('');
	});
});

describe('advice on files', () => {
	test('is not that on records', () => {
		const attaching = { ...about, doing: 'attach "a.pdf" to' };
		expect(advice('tooLarge', attaching, '')).toContain('SM202550');
		expect(advice('tooLarge', about, '')).toContain('fewer rows');
		const downloading = { ...about, doing: 'download "a.pdf" of' };
		expect(advice('addressNotFound', downloading, '')).toContain('may have been deleted');
	});
});

describe('advice about an action that was started', () => {
	const started = { doing: 'complete ReleaseInvoice on', entity: 'Invoice', record: 'Invoice/1' };
	const asking = { ...started, action: 'ReleaseInvoice', started: true };
	const doubt = 'ReleaseInvoice was started, so it may or may not have run on Invoice "Invoice/1".';

	test.each(['webPage', 'addressNotFound', 'serverError', 'gateway', 'signedOut'] as const)(
		'warns that it may have run when the answer is %s',
		(kind) => {
			expect(advice(kind, asking, '')).toContain(doubt);
			expect(advice(kind, started, '')).not.toContain('may or may not');
		},
	);

	test('does not doubt what the ERP says about the record', () => {
		expect(advice('validation', asking, '')).toBe('');
		expect(advice('badRequest', asking, '')).not.toContain('may or may not');
	});

	test('warns when no answer comes', () => {
		const cut = { kind: 'failure', reason: 'cut', message: '', phase: 'request' } as const;
		expect(failureAdvice(cut, asking, false)).toContain(doubt);
		expect(failureAdvice({ ...cut, reason: 'refused' }, asking, false)).toContain(doubt);
	});
});

test('names Duplicate Check Field for a create that could have had it, and only then', () => {
	const create = { doing: 'create', entity: 'SalesOrder', writes: true };
	expect(advice('gateway', create, '')).toContain('Duplicate Check Field');
	expect(advice('gateway', { ...create, checked: true }, '')).not.toContain(
		'Duplicate Check Field',
	);
	expect(advice('gateway', { ...create, doing: 'update' }, '')).not.toContain(
		'Duplicate Check Field',
	);
});

describe('failureAdvice', () => {
	test('warns of a write whose end is unknown, but not of a read or a sign-in', () => {
		const cut = { kind: 'failure', reason: 'cut', message: '', phase: 'request' } as const;
		expect(failureAdvice(cut, about, false)).toContain(
			'Customer "C1" may or may not have been written',
		);
		expect(failureAdvice(cut, { ...about, writes: false }, false)).toBe('');
		expect(failureAdvice(cut, about, true)).toBe('');
	});
});
