import {
	cancelled,
	type Answer,
	type Exchange,
	type FailureReason,
} from '../../nodes/Acumatica/transport/request';
import { verdict } from '../../nodes/Acumatica/transport/verdict';

const answer = (status: number, text = '', more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text,
	phase: 'request',
	...more,
});
const failure = (reason: FailureReason): Exchange => ({
	kind: 'failure',
	reason,
	message: reason,
	phase: 'request',
});
const ok = answer(200, '{}');
const loginLimit = answer(500, '{"exceptionMessage":"API Login Limit"}', { phase: 'signIn' });

describe('verdict', () => {
	test.each<[string, Exchange, string]>([
		['success', ok, 'no'],
		['429', answer(429, 'The custom error module does not recognize this error.'), 'refused'],
		['409, a long operation', answer(409), 'refused'],
		['the login limit', loginLimit, 'refused'],
		['connection refused', failure('refused'), 'refused'],
		['502', answer(502, '<html>Bad gateway</html>'), 'doubtful'],
		['503', answer(503), 'doubtful'],
		['504', answer(504), 'doubtful'],
		['a time-out', failure('timedOut'), 'doubtful'],
		['a cut connection', failure('cut'), 'doubtful'],
		['an unreadable answer', failure('unreadable'), 'doubtful'],
		['a cut connection while signing in', { ...failure('cut'), phase: 'signIn' }, 'refused'],
		['a wrong password', answer(500, '{"exceptionMessage":"Error: Invalid credentials."}'), 'no'],
		['500', answer(500, '{"exceptionMessage":"Object reference"}'), 'no'],
		['422', answer(422), 'no'],
		['412', answer(412), 'no'],
		['400', answer(400), 'no'],
		['401', answer(401), 'no'],
		['403', answer(403), 'no'],
		['404', answer(404), 'no'],
		['a redirect', answer(302), 'no'],
		['an unknown host', failure('unknownHost'), 'no'],
		['a certificate', failure('certificate'), 'no'],
		['what n8n would not send', failure('platform'), 'no'],
		['a cancelled execution', cancelled, 'no'],
	])('%s', (_case, exchange, again) => expect(verdict(exchange).again).toBe(again));
});
