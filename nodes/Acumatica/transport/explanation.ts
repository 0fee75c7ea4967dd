import { readFault, type Fault } from '../contract/fault';
import { faultKind, type FaultKind } from '../contract/faultKind';
import { subject, type About } from './about';
import { advice, failureAdvice, signInAdvice } from './advice';
import { isRefusedQuery } from './longQuery';
import { header, type Answer, type Exchange, type Failure, type FailureReason } from './request';

/** An exchange that failed, in words for a person: what failed, why, and what to do. */
export interface Explanation {
	readonly message: string;
	readonly description: string;
	readonly httpCode?: string;
	readonly kind: FaultKind | FailureReason;
	readonly fields: Fault['fields'];
}

/** Explains a failed exchange. Pure; what it names beyond the answer comes from `about`. */
export function explain(exchange: Exchange, about: About, baseUrl: string): Explanation {
	return exchange.kind === 'failure'
		? explainFailure(exchange, about, baseUrl)
		: explainAnswer(exchange, about, baseUrl);
}

function explainAnswer(answer: Answer, about: About, baseUrl: string): Explanation {
	const fault = readFault(answer.text);
	const kind = kindOf(answer, fault, about);
	const what =
		answer.phase === 'signIn' ? 'Could not sign in' : `Could not ${about.doing} ${subject(about)}`;
	return {
		message: `${what}: ${reason(kind, answer, fault, about)}`,
		description: [
			...moreFields(fault),
			answer.phase === 'signIn' && kind === 'badRequest'
				? signInAdvice
				: advice(isCrash(kind, answer) ? 'gateway' : kind, about, baseUrl),
			topText(kind, fault),
		]
			.filter((sentence) => sentence !== '')
			.join(' '),
		httpCode: String(answer.status),
		kind,
		fields: fault.fields,
	};
}

function kindOf(answer: Answer, fault: Fault, about: About): FaultKind {
	const { status } = answer;
	if (status < 400 && (status >= 300 || fault.isWebPage)) return 'webPage';
	return isRefusedQuery(answer, fault, about) ? 'tooLarge' : faultKind(status, fault);
}

/** A page with an error status of the server's own tells nothing of what was executed before it. */
function isCrash(kind: FaultKind, { status }: Answer): boolean {
	return kind === 'webPage' && status >= 500;
}

/** The field's own text first: the top text is only "raised at least one error". */
function reason(kind: FaultKind, answer: Answer, fault: Fault, about: About): string {
	const [first] = fault.fields;
	if (first !== undefined)
		return first.path === '' ? first.message : `${first.path}: ${first.message}`;
	const said = fault.message === '' || fault.isWebPage ? '' : fault.message;
	return (
		shortReason[kind]?.(answer, fault, about) ??
		(said === '' ? `the ERP answered with status ${answer.status}` : said)
	);
}

const shortReason: Partial<
	Record<FaultKind, (answer: Answer, fault: Fault, about: About) => string | undefined>
> = {
	webPage: (answer, fault) => {
		const location = header(answer, 'location');
		if (location !== undefined)
			return `the server redirected the request to ${location.split('?')[0]}`;
		const title = fault.message === '' ? '' : ` ("${fault.message}")`;
		return `the server answered with a web page${title} instead of data (status ${answer.status})`;
	},
	tooLarge: (answer, fault, about) =>
		isRefusedQuery(answer, fault, about)
			? `the server refused the query of ${about.queryLength} characters (status ${answer.status})`
			: undefined,
	recordNotFound: () => 'no such record exists, or the user may not see it',
	signedOut: () => 'the ERP does not accept the sign-in any more (401)',
	addressNotFound: (answer, _fault, { doing }) => {
		if (answer.status !== 404) return undefined;
		if (doing.startsWith('complete'))
			return 'the ERP knows no such operation in this session (404)';
		return doing.startsWith('download')
			? 'there is no such file (404)'
			: 'the address does not exist in this ERP (404)';
	},
	precondition: (_answer, _fault, about) =>
		about.doing === 'create'
			? 'a record with this key exists already'
			: 'there is no record with this key',
	badCredentials: () => 'the ERP refused the user name, password or client',
	tooManyRequests: () => 'the license limit for API requests is used up (429)',
	loginLimit: () => 'all sessions of the license are in use (API Login Limit)',
	wrongTenant: () => 'there is no such tenant',
	gateway: (answer) => `the server before the ERP answered with status ${answer.status}`,
};

function moreFields(fault: Fault): string[] {
	const more = fault.fields
		.slice(1, 6)
		.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
		.map((text) => text.replace(/\.$/, ''));
	const left = fault.fields.length - 6;
	if (more.length === 0) return [];
	return [`Also: ${more.join('; ')}${left > 0 ? `; and ${left} more` : ''}.`];
}

/** What the ERP says on top of the fields, where that adds something. */
function topText(kind: FaultKind, fault: Fault): string {
	const told = fault.fields.length > 0 || shortReason[kind] !== undefined;
	return told && fault.message !== '' && !fault.isWebPage ? `Acumatica says: ${fault.message}` : '';
}

function explainFailure(failure: Failure, about: About, baseUrl: string): Explanation {
	const signIn = failure.phase === 'signIn';
	const what = signIn ? 'Could not sign in' : `Could not ${about.doing} ${subject(about)}`;
	const times = failure.attempts === undefined ? '' : ` (tried ${failure.attempts} times)`;
	return {
		message: `${what}: ${failureReason(failure, baseUrl)}${times}`,
		description: failureAdvice(failure, about, signIn),
		kind: failure.reason,
		fields: [],
	};
}

function failureReason(failure: Failure, baseUrl: string): string {
	const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
	const texts: Record<FailureReason, string> = {
		refused: `${host} refused the connection`,
		unknownHost: `there is no host ${host}`,
		certificate: `the certificate of ${host} is not trusted`,
		timedOut: `${host} did not answer in time`,
		cut: `the connection to ${host} broke before the answer was complete`,
		// Spelled as the engine looks for it: else the run would count as failed.
		cancelled: 'the execution was canceled',
		unreadable: lowerFirst(failure.message),
		platform: failure.message,
		patience: lowerFirst(failure.message),
	};
	return texts[failure.reason];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
