import type { Fault, FaultAnswer } from './faults.ts';
import { exception } from './reply.ts';
import { loginLimit } from './signIn/sessions.ts';

/** Something that goes wrong, ready to be scripted for any request. */
export interface NamedFault {
	/** What it is called where people read. */
	readonly title: string;
	readonly answer: FaultAnswer;
	/** Whether the request does its work all the same. */
	readonly executes: boolean;
}

const errorBody = exception(200, {
	exceptionMessage: 'Error: The operation failed.',
	exceptionType: 'PX.Data.PXException',
}).body;

/**
 * All that a request may meet. Of a killed session, a sign-in is the exception: it is executed, and the
 * session that it opens is gone at once.
 */
export const faultsByName = {
	tooManyRequests: refused('429 without Retry-After', { status: 429 }),
	tooManyRequestsSeconds: refused('429 with seconds', { status: 429, retryAfter: '2' }),
	tooManyRequestsDate: refused('429 with a date', {
		status: 429,
		retryAfter: { dateInSeconds: 2 },
	}),
	serverErrorJson: refused('500 JSON', { status: 500 }),
	serverErrorPage: refused('500 HTML', { html: true, status: 500 }),
	badGateway: refused('502', { status: 502 }),
	serviceUnavailable: refused('503', { status: 503 }),
	gatewayTimeout: refused('504', { status: 504 }),
	badGatewayAfterExecution: executed('502 after execution', {
		status: 502,
		when: 'afterExecution',
	}),
	gatewayTimeoutAfterExecution: executed('504 after execution', {
		status: 504,
		when: 'afterExecution',
	}),
	unauthorizedOnce: refused('401 once', { status: 401 }),
	sessionKilled: refused('session killed', { endSession: true }),
	loginLimit: refused('login limit', { status: 500, body: loginLimit().reply.body }),
	redirectToSignIn: refused('302 to sign-in', { redirect: '~/Frames/Login.aspx' }),
	redirectElsewhere: refused('302 to another host', { redirect: 'http://elsewhere.invalid/' }),
	pageWithOk: refused('HTML with 200', { html: true }),
	cutBeforeExecution: refused('cut before execution', { cut: 'beforeExecution' }),
	cutAfterExecution: executed('cut after execution', { cut: 'afterExecution' }),
	cutMidAnswer: executed('cut in the middle of the answer', { cut: 'midAnswer' }),
	truncatedJson: executed('truncated JSON', { truncated: true }),
	wrongContentType: executed('wrong content type', { contentType: 'text/html; charset=utf-8' }),
	slow: executed('slow', { delay: 400 }),
	never: refused('never', { never: 'beforeExecution' }),
	neverAfterExecution: executed('never, after execution', { never: 'afterExecution' }),
	errorObjectWithOk: refused('200 with an error object', { status: 200, body: errorBody }),
	noContent: executed('204 where a body is due', { empty: 204 }),
	emptyOk: executed('200 without a body', { empty: 200 }),
} satisfies Record<string, NamedFault>;

export type FaultName = keyof typeof faultsByName;

export function isFaultName(name: unknown): name is FaultName {
	return typeof name === 'string' && Object.hasOwn(faultsByName, name);
}

export const faultNames: readonly FaultName[] = Object.keys(faultsByName).filter(isFaultName);

/** The named fault for some requests: `sandbox.script(namedFault('slow', { match: { kind: 'put' } }))`. */
export function namedFault(name: FaultName, scope: Omit<Fault, 'answer'> = {}): Fault {
	return { ...scope, answer: faultsByName[name].answer };
}

function refused(title: string, answer: FaultAnswer): NamedFault {
	return { title, answer, executes: false };
}

function executed(title: string, answer: FaultAnswer): NamedFault {
	return { title, answer, executes: true };
}
