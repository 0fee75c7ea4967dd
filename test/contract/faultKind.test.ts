import { readFault } from '../../nodes/Acumatica/contract/fault';
import { faultKind, type FaultKind } from '../../nodes/Acumatica/contract/faultKind';

const kind = (status: number, body: unknown): FaultKind =>
	faultKind(status, readFault(typeof body === 'string' ? body : JSON.stringify(body)));
const exception = (exceptionMessage: string, exceptionType = 'PX.Data.PXException') => ({
	message: 'An error has occurred.',
	exceptionMessage,
	exceptionType,
});
const page = '<!DOCTYPE html><title>Sign In</title>';

describe('errors of the same status are told apart by their words', () => {
	it.each<[FaultKind, number, unknown]>([
		['badCredentials', 500, exception('Error: Invalid credentials. Please try again.')],
		['badCredentials', 400, { error: 'invalid_grant' }],
		['badCredentials', 400, { error: 'invalid_client' }],
		[
			'badCredentials',
			400,
			{ error: 'invalid_grant', error_description: 'invalid_username_or_password' },
		],
		['badCredentials', 400, { error: 'invalid_client', error_description: 'No such client.' }],
		['loginLimit', 500, exception('API Login Limit')],
		['loginLimit', 400, { error: 'invalid_grant', error_description: 'API Login Limit' }],
		['loginLimit', 500, exception('The number of concurrent API logins is limited (SM201010).')],
		[
			'wrongTenant',
			500,
			exception('A proper company ID cannot be determined', 'PX.Data.PXUndefinedCompanyException'),
		],
		['wrongTenant', 500, exception('?', 'PX.Data.PXUndefinedCompanyException')],
		['passwordExpired', 500, exception('You need to change your password. Sign in by using ...')],
		[
			'recordNotFound',
			500,
			exception('No entity satisfies the condition.', 'PX.Api.ContractBased.X'),
		],
		[
			'recordNotFound',
			500,
			exception('?', 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException'),
		],
		['notOptimizable', 500, exception('Optimization cannot be performed.The following fields ...')],
		[
			'notConfigured',
			500,
			exception('The required configuration data is not entered on the X form.'),
		],
		['concurrentChange', 500, exception("Another process has updated the 'SOOrder' record.")],
		['concurrentChange', 409, exception("Another process has added the 'SOOrder' record.")],
		['forbidden', 500, exception('You have insufficient rights to access the object.')],
		['longOperation', 500, exception('A long operation is running for this screen ...')],
		['validation', 422, { error: 'Raised at least one error.', Qty: { error: 'No.' } }],
		['serverError', 500, exception("'Branch' cannot be empty.")],
	])('%s: %i %p', (expected, status, body) => {
		expect(kind(status, body)).toBe(expected);
	});
});

describe('some statuses say enough', () => {
	it.each<[number, FaultKind]>([
		[400, 'badRequest'],
		[401, 'signedOut'],
		[403, 'forbidden'],
		[404, 'addressNotFound'],
		[405, 'addressNotFound'],
		[406, 'addressNotFound'],
		[409, 'longOperation'],
		[412, 'precondition'],
		[413, 'tooLarge'],
		[414, 'tooLarge'],
		[422, 'validation'],
		[429, 'tooManyRequests'],
		[500, 'serverError'],
		[501, 'serverError'],
		[502, 'gateway'],
		[503, 'gateway'],
		[504, 'gateway'],
		[418, 'unexpected'],
	])('%i: %s', (status, expected) => {
		expect(kind(status, '')).toBe(expected);
		expect(kind(status, { message: 'The request could not be completed.' })).toBe(expected);
	});
});

describe('a web page in place of data', () => {
	it.each<[number, FaultKind]>([
		[200, 'webPage'],
		[403, 'webPage'],
		[404, 'webPage'],
		[500, 'webPage'],
		[401, 'signedOut'],
		[413, 'tooLarge'],
		[429, 'tooManyRequests'],
		[502, 'gateway'],
	])('with status %i: %s', (status, expected) => {
		expect(kind(status, page)).toBe(expected);
	});

	it('is not believed when its title sounds like an error of the ERP', () => {
		expect(kind(500, '<html><title>Invalid credentials</title></html>')).toBe('webPage');
	});
});

test('the license limit is what its status says, whatever the text', () => {
	expect(kind(429, exception('Invalid credentials'))).toBe('tooManyRequests');
});
