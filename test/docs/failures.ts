import type { FaultKind } from '../../nodes/Acumatica/contract/faultKind';
import { decoding } from '../../nodes/Acumatica/transport/decoding';
import { explain, type Explanation } from '../../nodes/Acumatica/transport/explanation';
import type {
	Answer,
	ApiRequest,
	Exchange,
	Failure,
	FailureReason,
} from '../../nodes/Acumatica/transport/request';

const answer = (status: number, text = '', location?: string): Answer => ({
	kind: 'answer',
	status,
	headers: location === undefined ? {} : { location },
	text,
	phase: 'request',
});

const said = (status: number, exceptionMessage: string): Answer =>
	answer(status, JSON.stringify({ message: 'An error has occurred.', exceptionMessage }));

const failed = (reason: FailureReason, message = 'As n8n says it'): Failure => ({
	kind: 'failure',
	reason,
	message,
	phase: 'request',
});

/** At least one answer of every kind: the compiler sees to it that none is missing. */
const answers: Readonly<Record<FaultKind, readonly Answer[]>> = {
	badCredentials: [said(500, 'Error: Invalid credentials. Please try again.')],
	loginLimit: [said(500, 'API Login Limit')],
	wrongTenant: [said(500, 'A proper company ID cannot be determined')],
	passwordExpired: [said(500, 'You need to change your password.')],
	webPage: [answer(200, '<html><title>Sign In</title></html>'), answer(302, '', '/Frames/Login')],
	signedOut: [answer(401)],
	forbidden: [said(403, 'Insufficient rights')],
	recordNotFound: [said(500, 'No entity satisfies the condition.')],
	addressNotFound: [answer(404)],
	longOperation: [said(409, 'A long operation is running for this screen')],
	precondition: [answer(412)],
	validation: [answer(422, '{"CustomerID":{"value":"X","error":"cannot be found"}}')],
	badRequest: [answer(400, '{"message":"The request is invalid."}')],
	tooManyRequests: [answer(429)],
	gateway: [answer(502), answer(503), answer(504)],
	notOptimizable: [said(500, 'Optimization cannot be performed.')],
	notConfigured: [said(500, 'The required configuration data is not entered on the form.')],
	concurrentChange: [said(500, "Another process has updated the 'SOOrder' record.")],
	tooLarge: [answer(413)],
	serverError: [said(500, 'Object reference not set')],
	unexpected: [answer(418, 'a teapot')],
};

const failures: Readonly<Record<FailureReason, readonly Failure[]>> = {
	refused: [failed('refused')],
	unknownHost: [failed('unknownHost')],
	certificate: [failed('certificate')],
	timedOut: [failed('timedOut')],
	cut: [failed('cut')],
	cancelled: [failed('cancelled')],
	// Made by the decoding layer: see below.
	unreadable: [],
	platform: [failed('platform')],
	// The words are those of retry.ts, and are looked for there.
	patience: [],
};

/** All the values that `details.kind` of a failed item can have. */
export const kinds: readonly string[] = [...Object.keys(answers), ...Object.keys(failures)];

/** How every kind of failure is explained, for a create as well as for an update. */
export async function explanations(): Promise<Explanation[]> {
	const request: ApiRequest = { method: 'GET', path: '', expect: 'json', replay: 'safe' };
	const unreadable = await Promise.all(
		['', '{"id":'].map((text) => decoding(async () => answer(200, text))(request)),
	);
	const exchanges: Exchange[] = [
		...Object.values(answers).flat(),
		...Object.values(failures).flat(),
		...unreadable,
	];
	return exchanges.flatMap((exchange) =>
		['create', 'update'].map((doing) =>
			explain(exchange, { doing, entity: 'SalesOrder', writes: true }, 'https://erp.example.com'),
		),
	);
}
