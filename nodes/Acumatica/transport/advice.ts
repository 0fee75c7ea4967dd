import { endpointLabel } from '../contract/endpoint';
import type { FaultKind } from '../contract/faultKind';
import { subject, type About } from './about';
import { inquiryAdvice, inquiryFaults } from './inquiryAdvice';
import { isLongQuery, longQueryAdvice } from './longQuery';
import type { Failure, FailureReason } from './request';

/** What a person can do when the ERP does not understand the sign-in. */
export const signInAdvice =
	'Check the credential: Client ID is whole, with its tenant (…@Tenant), and Scope holds nothing but api, offline_access and api:concurrent_access.';

/** What people write in the ERP's own language, it refuses in words of its own. */
function queryAdvice({ reads = [] }: About): string {
	if (reads.length === 0) return '';
	const check = `Check ${reads.join(', ')}: names as in the endpoint, case-sensitive.`;
	return reads.includes('Filter String')
		? `${check} In a filter, texts stand in single quotes, with a quote inside doubled ('O''Neill'), numbers without; functions are substringof('text', Field), startswith(Field, 'text') and endswith(Field, 'text').`
		: check;
}

type Words = string | ((about: About, baseUrl: string) => string);

const texts: Readonly<Record<FaultKind, Words>> = {
	badCredentials:
		'Check the credential. It was sent once and is not tried again, so that the user does not get locked.',
	passwordExpired:
		'Sign in with a browser once and set a new password, then update the credential.',
	wrongTenant: "Enter the tenant's Login Name (form Tenants, SM203520) in the credential.",
	loginLimit:
		'Close other integrations of this user, raise the limit (License Monitoring Console, SM604000), or wait: unused sessions end after 10 minutes.',
	tooManyRequests:
		'Lower Requests per Minute or Concurrent Requests in the credential, or raise Max Total Wait. See License Monitoring Console (SM604000).',
	webPage: (_about, baseUrl) =>
		`Check the Instance URL of the credential (${baseUrl}): it must include the site name, if there is one, and be reachable without a sign-in page or proxy in between.`,
	signedOut:
		'Open the credential and connect or save it again. The session may have been ended by an administrator or by a restart of the site.',
	forbidden: (about) =>
		`The user needs access rights to the form behind ${entityOf(about)} (form Access Rights by Role, SM201025).`,
	recordNotFound:
		'Check the key: every key field in the order of the form, for example SO/000042, or use the ID.',
	addressNotFound: missingAdvice,
	longOperation:
		'A long operation runs on this form in this session. Run the item again when it has ended.',
	precondition: (about) =>
		about.doing === 'create'
			? 'Use Create or Update to change it.'
			: 'Use Create or Update to create it.',
	validation: '',
	badRequest: (about) =>
		queryAdvice(about) ||
		`Check the field names and values: names as in ${endpointOf(about)}, dates as 2026-01-31, numbers without text.`,
	gateway: (about) => doubt(about) || 'The ERP may be restarting or overloaded. Try again later.',
	notOptimizable:
		'Ask for less: leave entities out of Expand, or name fields in Select; or read the keys with Get Many and each record with Get.',
	notConfigured:
		'The ERP wants its configuration form to be filled in before this form can be used.',
	concurrentChange:
		'Somebody saved the record at the same time. Read it again, then repeat the change.',
	tooLarge: ({ doing, queryLength }) => {
		if (doing.startsWith('attach'))
			return 'The ERP limits the size of files (form File Upload Preferences, SM202550), and so may the web server before it.';
		return isLongQuery(queryLength)
			? longQueryAdvice
			: 'Send fewer rows or smaller values in one request.';
	},
	serverError: (about) =>
		queryAdvice(about) ||
		'The system trace of the ERP tells more (in Acumatica: Help > Trace, or Request Profiler, SM205070).',
	unexpected: '',
};

/** What a person can do about an error answer of this kind; empty where the ERP's own words say it. */
export function advice(kind: FaultKind, about: About, baseUrl: string): string {
	const usual = said(texts[kind], about, baseUrl);
	const text = inquiryFaults.has(kind) ? inquiryAdvice(about, usual) : usual;
	// With these two the ERP tells how the action ended.
	const isVerdict = kind === 'validation' || kind === 'badRequest';
	return isVerdict ? text : [startedDoubt(about), text].join(' ').trim();
}

function missingAdvice(about: About): string {
	if (about.doing.startsWith('complete')) {
		return 'Acumatica knows it within the session that started it only: with OAuth2 that is the connection; the other credentials sign out when the node has run, so that they have to wait for the end in Invoke.';
	}
	if (about.entity === undefined && about.endpoint !== undefined) {
		return `Check that the ERP publishes ${endpointOf(about)}. If so, it does not hand out its description (swagger.json): type names instead of picking them.`;
	}
	return about.doing.startsWith('download')
		? 'The file may have been deleted. List the files of the record again with Get Many.'
		: `Check that ${entityOf(about)} is an entity of ${endpointOf(about)}: names are case-sensitive.`;
}

function entityOf({ entity }: About): string {
	return entity ?? 'the entity';
}

function endpointOf({ endpoint }: About): string {
	return endpoint === undefined ? 'the endpoint' : endpointLabel(endpoint);
}

const failureAdvices: Readonly<Partial<Record<FailureReason, Words>>> = {
	refused: 'Check the Instance URL and its port, and that the ERP can be reached from n8n.',
	unknownHost: 'Check the Instance URL of the credential for a typing error.',
	certificate:
		'Install a certificate that n8n trusts, or switch on Ignore SSL Issues in the credential for a test system.',
	platform:
		'n8n could not send the request. Check the credential; one for OAuth2 has to be connected first (Connect my account).',
	patience: (about) =>
		about.polls === true
			? 'Nothing is lost: the next poll reads the same changes. Lower the number of requests, or poll less often. See License Monitoring Console (SM604000).'
			: 'Raise Max Total Wait in the options, lower the number of requests, or run the workflow when less is going on. See License Monitoring Console (SM604000).',
};

/** What a person can do when no answer came, or none that can be read. */
export function failureAdvice(failure: Failure, about: About, signIn: boolean): string {
	const inDoubt =
		failure.reason === 'timedOut' || failure.reason === 'cut' || failure.reason === 'unreadable';
	if (inDoubt && !signIn && doubt(about) !== '') return doubt(about);
	const usual = said(failureAdvices[failure.reason] ?? '', about, '');
	// An answer without data says nothing against the connection where there was none to be had.
	const isEmpty = failure.reason === 'unreadable' && !signIn;
	return [startedDoubt(about), isEmpty ? inquiryAdvice(about, usual) : usual].join(' ').trim();
}

function said(words: Words, about: About, baseUrl: string): string {
	return typeof words === 'string' ? words : words(about, baseUrl);
}

/** What to do about an action that has begun, when nobody can tell how it ended. */
function startedDoubt(about: About): string {
	if (about.started !== true) return '';
	return `${about.action ?? 'The action'} was started, so it may or may not have run on ${subject(about)}. Look in Acumatica at what the record says before you run it again.`;
}

/** What to do about a write that nobody knows the end of; empty where nothing can have been written. */
function doubt(about: About): string {
	if (about.writes !== true) return '';
	if (about.action !== undefined) {
		return `The request was sent, so ${about.action} may or may not have run on ${subject(about)}. It was not sent again, because that could run it twice. Look in Acumatica at what the record says before you run this item again.`;
	}
	const guard =
		about.doing.startsWith('create') && about.checked !== true
			? ' With the option Duplicate Check Field the node can find out by itself.'
			: '';
	return `The request was sent, so ${subject(about)} may or may not have been written. It was not sent again, because that could write it twice. Look in Acumatica before you run this item again.${guard}`;
}
