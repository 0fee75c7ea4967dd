import { inquiryAdvice } from '../../nodes/Acumatica/transport/inquiryAdvice';

const endpoint = { name: 'Default', version: '24.200.001' };
const entity = 'StorageDetailsInquiry';
const about = { doing: 'read', entity, endpoint };

describe('inquiryAdvice', () => {
	test('tells the operation that reads it, in place of the usual advice', () =>
		expect(inquiryAdvice(about, 'Try again.')).toBe(
			'StorageDetailsInquiry is an inquiry: it answers parameters with rows, and has no records to list, to read by key or to watch. Read it with Create or Update, with its parameters as the record and Expand set to StorageDetails. That stores nothing.',
		));

	test('adds the usual advice to a guess, of which nobody knows what it stores', () => {
		const guess = { ...about, endpoint: { name: 'Shop.Sync', version: '6' } };
		expect(inquiryAdvice(guess, 'Try again.')).toBe(
			'If StorageDetailsInquiry is an inquiry, as its name says, it answers parameters with rows, and has no records to list, to read by key or to watch. Read it with Create or Update, with its parameters as the record and Expand set to the detail that has the rows. Try again.',
		);
	});

	test('of one without parameters says what to send', () =>
		expect(inquiryAdvice({ ...about, entity: 'CompaniesStructure' })).toContain(
			'with { "custom": {} } as the record (it has no parameters) and Expand set to Results',
		));

	test('for a poll names the trigger that can be had', () =>
		expect(inquiryAdvice({ ...about, doing: 'read changes of', polls: true })).toContain(
			'begin with a Schedule Trigger and use the node Acumatica: Create or Update',
		));

	test.each([
		['another entity', { ...about, entity: 'SalesOrder' }],
		['no entity', { doing: 'read', endpoint }],
		['a write', { ...about, doing: 'create or update', writes: true }],
		['an action', { ...about, doing: 'run Release on', action: 'Release' }],
		['the description', { ...about, doing: 'read the custom fields of' }],
	])('of %s is the usual one', (_what, other) => {
		expect(inquiryAdvice(other, 'Try again.')).toBe('Try again.');
		expect(inquiryAdvice(other)).toBe('');
	});
});
