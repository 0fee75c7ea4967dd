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
