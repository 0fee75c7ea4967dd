import { z } from 'zod';
import { condense } from './condense.ts';
import { loadContract } from './load.ts';
import { swagger2Document } from './swagger2.ts';

const shape = z.object({
	paths: z.record(z.string(), z.record(z.string(), z.object({}).passthrough())),
	definitions: z.record(z.string(), z.unknown()),
});

function documentOf(version: string) {
	const contract = loadContract('Default', version);
	if (contract === undefined) throw new Error(`Default/${version} is not published`);
	const serverUrl = `https://erp.example/Site/entity/Default/${version}`;
	const document = swagger2Document(contract, { serverUrl });
	return { contract, document, ...shape.parse(document) };
}

describe.each(['20.200.001', '23.200.001'])('the document of Default/%s', (version) => {
	const { contract, document, definitions } = documentOf(version);

	test('says all that we know of it', () => {
		expect(condense(document)).toEqual(contract);
	});

	test('leads somewhere with every reference, and has nothing of OpenAPI 3.0', () => {
		const text = JSON.stringify(document);
		const targets = Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, target = '']) => target);
		const names = new Set(targets.map((target) => target.replace('#/definitions/', '')));
		expect(names.size).toBeGreaterThan(30);
		expect(Object.keys(definitions)).toEqual(expect.arrayContaining([...names]));
		expect(text).not.toMatch(/"(components|nullable|requestBody|_links|_workflowActions)"/);
	});
});

describe('the document of Default/23.200.001', () => {
	const { document, paths, definitions } = documentOf('23.200.001');

	test('names the endpoint, the contract version and the address', () => {
		const { swagger, info, host, basePath, schemes, tags } = document;
		expect({ swagger, info, host, basePath, schemes }).toEqual({
			swagger: '2.0',
			info: { title: 'Default/23.200.001', version: '4' },
			host: 'erp.example',
			basePath: '/Site/entity/Default/23.200.001',
			schemes: ['https'],
		});
		expect(tags).toHaveLength(117);
	});

	test('has as many paths, operations and definitions as the export of a real instance', () => {
		const count = (method: string) =>
			Object.values(paths).filter((operations) => method in operations).length;
		const [get, put, post, remove] = ['get', 'put', 'post', 'delete'].map(count);
		expect(Object.keys(paths)).toHaveLength(863);
		expect({ get, put, post, remove }).toEqual({ get: 468, put: 234, post: 278, remove: 234 });
		expect(count('patch')).toBe(0);
		expect(Object.keys(definitions)).toHaveLength(718);
	});

	test('a body is one of the parameters', () => {
		expect(paths['/Customer']?.put).toMatchObject({
			operationId: 'Customer_PutEntity',
			consumes: ['application/json', 'text/json'],
			parameters: [
				{ in: 'query', name: '$select', type: 'string' },
				{ in: 'query', name: '$filter' },
				{ in: 'query', name: '$expand' },
				{ in: 'query', name: '$custom' },
				{ in: 'body', name: 'entity', schema: { $ref: '#/definitions/Customer' } },
			],
			responses: { '200': { schema: { $ref: '#/definitions/Customer' } } },
		});
		expect(paths['/Invoice/ReleaseInvoice']?.post).toMatchObject({
			parameters: [
				{ in: 'body', name: 'invocation', schema: { $ref: '#/definitions/ReleaseInvoice' } },
			],
		});
	});

	test('the address of a record is an array of keys', () => {
		expect(paths['/Customer/{ids}']?.get).toMatchObject({
			parameters: expect.arrayContaining([
				{
					in: 'path',
					name: 'ids',
					required: true,
					type: 'array',
					items: { type: 'string' },
					collectionFormat: 'pipes',
				},
			]),
		});
	});

	test('a record extends Entity by wrapped fields, linked entities and details', () => {
		expect(definitions.Warehouse).toMatchObject({
			allOf: [
				{ $ref: '#/definitions/Entity' },
				{
					type: 'object',
					properties: {
						WarehouseID: { $ref: '#/definitions/StringValue' },
						Locations: { type: 'array', items: { $ref: '#/definitions/WarehouseLocation' } },
					},
				},
			],
		});
		expect(definitions.DecimalValue).toEqual({
			type: 'object',
			properties: { value: { type: 'number', format: 'double' }, error: { type: 'string' } },
		});
		expect(definitions).not.toHaveProperty('DateOnlyValue');
	});
});
