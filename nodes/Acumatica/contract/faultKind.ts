import type { Fault } from './fault';

/** The classes of error answers that call for different words, and different patience. */
export type FaultKind =
	| 'badCredentials'
	| 'loginLimit'
	| 'wrongTenant'
	| 'passwordExpired'
	| 'webPage'
	| 'signedOut'
	| 'forbidden'
	| 'recordNotFound'
	| 'addressNotFound'
	| 'longOperation'
	| 'precondition'
	| 'validation'
	| 'badRequest'
	| 'tooManyRequests'
	| 'gateway'
	| 'notOptimizable'
	| 'notConfigured'
	| 'concurrentChange'
	| 'tooLarge'
	| 'serverError'
	| 'unexpected';

/** Texts by which answers of the same status are told apart (facts, section 11). First match wins. */
const kindByText: ReadonlyArray<readonly [RegExp, FaultKind]> = [
	[/api login limit|concurrent api logins?/i, 'loginLimit'],
	[/invalid credentials|invalid_grant|invalid_client/i, 'badCredentials'],
	[/need to change your password/i, 'passwordExpired'],
	[/proper company id cannot be determined|PXUndefinedCompany/i, 'wrongTenant'],
	[/no entity satisfies the condition|NoEntitySatisfiesTheCondition/i, 'recordNotFound'],
	[/optimization cannot be performed|CannotOptimize/i, 'notOptimizable'],
	[/configuration data is not entered|PXSetupNotEntered/i, 'notConfigured'],
	[/another process has (?:added|updated|deleted)/i, 'concurrentChange'],
	[/long operation is running/i, 'longOperation'],
	[/insufficient rights/i, 'forbidden'],
];

const kindByStatus: Readonly<Record<number, FaultKind>> = {
	400: 'badRequest',
	401: 'signedOut',
	403: 'forbidden',
	404: 'addressNotFound',
	405: 'addressNotFound',
	406: 'addressNotFound',
	409: 'longOperation',
	412: 'precondition',
	413: 'tooLarge',
	414: 'tooLarge',
	422: 'validation',
	429: 'tooManyRequests',
	500: 'serverError',
	502: 'gateway',
	503: 'gateway',
	504: 'gateway',
};

/** Classifies an error answer by its status and text. */
export function faultKind(status: number, fault: Fault): FaultKind {
	if (status === 429) return 'tooManyRequests';
	if (status >= 502 && status <= 504) return 'gateway';
	if (status === 401) return 'signedOut';
	if (fault.isWebPage && status !== 413) return 'webPage';
	const text = `${fault.message} ${fault.exceptionType ?? ''}`;
	const byText = kindByText.find(([pattern]) => pattern.test(text))?.[1];
	return byText ?? kindByStatus[status] ?? (status >= 500 ? 'serverError' : 'unexpected');
}
