import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { rejecting } from '../../nodes/Acumatica/transport/rejection';
import {
	cancelled,
	type Answer,
	type ApiRequest,
	type Exchange,
} from '../../nodes/Acumatica/transport/request';

const node: INode = {
	id: '1',
	name: 'Acumatica',
	type: 'acumatica',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const request: ApiRequest = { method: 'GET', path: 'entity', expect: 'json', replay: 'safe' };
const about = { doing: 'read', entity: 'Customer', record: 'C1' };
const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text: '',
	phase: 'request',
	...more,
});

const call = async (exchange: Exchange, suggestion = '') =>
	await rejecting(async () => exchange, {
		node,
		itemIndex: 3,
		baseUrl: 'https://erp.example.com',
		secrets: () => ['top-secret'],
		suggest: async () => suggestion,
	})(request, about);

const rejected = async (
	exchange: Exchange,
	suggestion?: string,
): Promise<NodeApiError | NodeOperationError> => {
	const error: unknown = await call(exchange, suggestion).catch((thrown: unknown) => thrown);
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	throw new Error('It was not rejected');
};

describe('rejecting', () => {
	test('passes on a success', async () => {
		const headers = { location: '/a' };
		expect(await call(answer(200, { headers, body: [1] }))).toEqual({
			status: 200,
			headers,
			body: [1],
		});
	});

	test("keeps the ERP's words, in which the platform would see an error of the system", async () => {
		const text = '{"exceptionMessage":"Item PREEXISTING is on hold."}';
		expect((await rejected(answer(500, { text }))).message).toBe(
			'Could not read Customer "C1": Item PREEXISTING is on hold.',
		);
	});

	test('makes an API error of an error answer, with status, item and fields', async () => {
		const text = '{"id":"a","Name":{"error":"too long"}}';
		const error = await rejected(answer(422, { text }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			httpCode: '422',
			message: 'Could not read Customer "C1": Name: too long',
			context: {
				itemIndex: 3,
				faultKind: 'validation',
				fields: [{ path: 'Name', message: 'too long' }],
			},
		});
	});

	test('blots out secrets that the server echoes, wherever they stand', async () => {
		const text = '{"id":"a","Name":{"error":"Bearer abcdefgh12345 and top-secret"}}';
		const error = await rejected(answer(422, { text }));
		expect(JSON.stringify([error.message, error.description, error.context])).not.toMatch(
			/top-secret|abcdefgh12345/,
		);
	});

	test('looks for what was meant after a 404, and only then', async () => {
		expect((await rejected(answer(404), 'Did you mean Customer?')).description).toBe(
			'Did you mean Customer?',
		);
		expect((await rejected(answer(500), 'Did you mean Customer?')).description).not.toContain(
			'Did you mean',
		);
	});

	test.each([
		['a sign-in that was refused', answer(200, { phase: 'signIn' })],
		['a web page with status 200', answer(200, { text: '<html></html>' })],
		[
			'an error object with status 200',
			answer(200, { text: '{"exceptionMessage":"x"}', body: { exceptionMessage: 'x' } }),
		],
		['a redirect', answer(302)],
	])('takes %s for no success', async (_case, exchange) => {
		expect(await rejected(exchange)).toBeInstanceOf(NodeApiError);
	});

	test('a cancelled execution, or what n8n refuses to send, is no error of the ERP', async () => {
		expect(await rejected(cancelled)).toBeInstanceOf(NodeOperationError);
		const platform: Exchange = {
			kind: 'failure',
			reason: 'platform',
			message: 'not connected',
			phase: 'request',
		};
		expect((await rejected(platform)).message).toBe('Could not read Customer "C1": not connected');
	});
});
