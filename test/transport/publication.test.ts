import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import {
	orUndefined,
	readAdHoc,
	readDocument,
	readEndpoints,
} from '../../nodes/Acumatica/transport/publication';
import type { Api } from '../../nodes/Acumatica/transport/rejection';
import { node } from '../support/operationCall.ts';

const endpoint = { name: 'Default', version: '24.200.001' };
const answering = (body: unknown) => {
	const asked: string[] = [];
	const api: Api = async ({ path }) => {
		asked.push(path);
		return { status: 200, headers: {}, body };
	};
	return { api, asked };
};

test('endpoints, the description and custom fields are one request each', async () => {
	const listing = answering([endpoint]);
	expect(await readEndpoints(listing.api, node)).toEqual([endpoint]);
	const description = answering({ paths: { '/Customer': {} } });
	const schema = await readDocument(description.api, node, endpoint);
	expect([...schema.entities.keys()]).toEqual(['Customer']);
	const adHoc = answering({ custom: {} });
	expect((await readAdHoc(adHoc.api, endpoint, 'Customer'))?.customFields.fields).toEqual([]);
	expect([...listing.asked, ...description.asked, ...adHoc.asked]).toEqual([
		'entity',
		'entity/Default/24.200.001/swagger.json',
		'entity/Default/24.200.001/Customer/$adHocSchema',
	]);
});

describe('a description that is not to be had', () => {
	const failure = (kind: string) => {
		const error = new NodeApiError(node, {}, { message: 'x' });
		error.context.faultKind = kind;
		return error;
	};

	test.each(['forbidden', 'addressNotFound', 'unreadable', 'serverError'])(
		'%s: there is none',
		async (kind) => expect(await orUndefined(failure(kind))).toBeUndefined(),
	);

	test('no description at all: there is none', async () => {
		const read = readDocument(answering([]).api, node, endpoint).catch(orUndefined);
		expect(await read).toBeUndefined();
	});

	test.each([failure('timedOut'), failure('signedOut'), new NodeOperationError(node, 'y'), 7])(
		'what may work the next time is raised again',
		async (error) => await expect(orUndefined(error)).rejects.toBe(error),
	);
});
