import { explain } from '../../nodes/Acumatica/transport/explanation';
import type { Answer, FailureReason } from '../../nodes/Acumatica/transport/request';

const baseUrl = 'https://erp.example.com/Site';
const about = {
	doing: 'create',
	entity: 'SalesOrder',
	record: 'SO/000042',
	endpoint: { name: 'Default', version: '24.200.001' },
	writes: true,
};
const answer = (status: number, body: unknown = '', more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text: typeof body === 'string' ? body : JSON.stringify(body),
	phase: 'request',
	...more,
});
const say = (exchange: Answer) => explain(exchange, about, baseUrl);

describe('explaining an error answer', () => {
	test('puts the field and its own text first, and names the others', () => {
		const echo = {
			id: 'a',
			CustomerID: { value: 'X', error: "Customer 'X' cannot be found in the system." },
			Details: [
				{ InventoryID: { value: 'A' } },
				{ InventoryID: { value: 'Y', error: "'Y' cannot be found." } },
			],
			error: 'Inserting the record raised at least one error. Please review the errors.',
		};
		expect(say(answer(422, echo))).toMatchObject({
			message: `Could not create SalesOrder "SO/000042": CustomerID: Customer 'X' cannot be found in the system.`,
			httpCode: '422',
			kind: 'validation',
			fields: [
				{ path: 'CustomerID', message: "Customer 'X' cannot be found in the system." },
				{ path: 'Details[1].InventoryID', message: "'Y' cannot be found." },
			],
		});
		expect(say(answer(422, echo)).description).toContain(
			"Also: Details[1].InventoryID: 'Y' cannot be found.",
		);
	});

	test.each<[string, Answer, RegExp, RegExp]>([
		['401', answer(401), /does not accept the sign-in/, /connect or save it again/],
		['403', answer(403, { message: 'Forbidden' }), /Forbidden/, /SM201025/],
		['404', answer(404), /does not exist in this ERP/, /Default\/24\.200\.001/],
		['412', answer(412), /exists already/, /Create or Update/],
		['429', answer(429), /license limit/, /SM604000/],
		[
			'not found with status 500',
			answer(500, { exceptionMessage: 'No entity satisfies the condition.' }),
			/no such record/,
			/SO\/000042/,
		],
		[
			'a list that cannot be optimized',
			answer(500, { exceptionMessage: 'Optimization cannot be performed.' }),
			/Optimization/,
			/Expand/,
		],
		[
			'any other 500',
			answer(500, { exceptionMessage: 'Object reference not set' }),
			/Object reference not set/,
			/Trace/,
		],
		['a gateway', answer(503, '<html></html>'), /status 503/, /may or may not/],
		[
			'a web page',
			answer(200, '<html><title>Sign In</title></html>'),
			/web page \("Sign In"\)/,
			/site name/,
		],
		[
			'a redirect',
			answer(302, '', { headers: { location: '/Site/Frames/Login.aspx?x=secret' } }),
			/redirected the request to \/Site\/Frames\/Login\.aspx$/,
			/site name/,
		],
	])('%s: says what is wrong, and what to do', (_case, exchange, message, description) => {
		const explanation = say(exchange);
		expect(explanation.message).toMatch(/^Could not create SalesOrder "SO\/000042": /);
		expect(explanation.message).toMatch(message);
		expect(explanation.description).toMatch(description);
	});

	test('a file that is not there is not an address', () => {
		const { message } = explain(answer(404), { ...about, doing: 'download "a.pdf" of' }, baseUrl);
		expect(message).toBe(
			'Could not download "a.pdf" of SalesOrder "SO/000042": there is no such file (404)',
		);
		expect(say(answer(404)).message).toContain('the address does not exist');
	});

	describe('a page in answer to a long query', () => {
		const page = (status: number) => answer(status, '<html><title>404 - File</title></html>');
		const reading = { ...about, doing: 'read', record: '', writes: false };
		const sayOf = (queryLength: number, status = 404) =>
			explain(page(status), { ...reading, queryLength }, baseUrl);

		test.each([400, 404, 414])('with status %s says that the query is too long', (status) => {
			expect(sayOf(2049, status)).toMatchObject({
				message: `Could not read SalesOrder: the server refused the query of 2049 characters (status ${status})`,
				description: expect.stringMatching(/^Ask for less at once: .*Is One Of.* 2,048 characters/),
				kind: 'tooLarge',
			});
		});

		test('is not what a shorter one is refused for, nor another error', () => {
			expect(sayOf(2048).kind).toBe('webPage');
			expect(sayOf(2049, 500).kind).toBe('webPage');
			expect(explain(answer(404), { ...reading, queryLength: 3000 }, baseUrl).kind).toBe(
				'addressNotFound',
			);
		});
	});

	test('tells a refused sign-in from a refused request', () => {
		const refusal = answer(
			500,
			{ exceptionMessage: 'Error: Invalid credentials. Please try again.' },
			{ phase: 'signIn' },
		);
		expect(say(refusal).message).toBe(
			'Could not sign in: the ERP refused the user name, password or client',
		);
		expect(say(refusal).description).toContain('is not tried again');
	});

	test('never shows a stack trace', () => {
		const { message, description } = say(
			answer(500, { exceptionMessage: 'x', stackTrace: 'at PX.Data.Secret' }),
		);
		expect(`${message} ${description}`).not.toContain('PX.Data');
	});
});

describe('explaining an answer that leaves open what was executed', () => {
	test.each([
		['a gateway', answer(502)],
		[
			"a page with an error of the server's own",
			answer(500, '<html><title>Runtime Error</title></html>'),
		],
	])('%s: says that a write may have happened', (_case, exchange) => {
		expect(say(exchange).description).toContain('may or may not have been written');
		expect(explain(exchange, { ...about, writes: false }, baseUrl).description).toContain(
			'restarting',
		);
	});
});

describe('explaining why no answer came', () => {
	const failed = (reason: FailureReason, more: object = {}) =>
		explain(
			{ kind: 'failure', reason, message: 'Detail', phase: 'request', ...more },
			about,
			baseUrl,
		);

	test.each<[FailureReason, string]>([
		['refused', 'erp.example.com refused the connection'],
		['unknownHost', 'there is no host erp.example.com'],
		['certificate', 'the certificate of erp.example.com is not trusted'],
		['timedOut', 'erp.example.com did not answer in time'],
		['cut', 'the connection to erp.example.com broke before the answer was complete'],
		['cancelled', 'the execution was canceled'],
		['platform', 'Detail'],
		['patience', 'detail'],
		['unreadable', 'detail'],
	])('%s', (reason, words) => {
		expect(failed(reason).message).toBe(`Could not create SalesOrder "SO/000042": ${words}`);
	});

	test.each<FailureReason>(['timedOut', 'cut', 'unreadable'])(
		'%s: says that a write may have happened',
		(reason) => {
			expect(failed(reason).description).toMatch(
				/may or may not have been written.*Duplicate Check Field/,
			);
		},
	);

	test('says nothing of the kind where nothing can have been written', () => {
		expect(failed('refused').description).not.toContain('may or may not');
		expect(failed('cut', { phase: 'signIn' }).description).not.toContain('may or may not');
	});

	test('says how often it was tried', () => {
		expect(failed('refused', { attempts: 4 }).message).toMatch(
			/refused the connection \(tried 4 times\)$/,
		);
	});
});
