import { z } from 'zod';
import { condense } from './condense.ts';
import { keyFields } from './keyFields.ts';
import { endpoints, loadContract } from './load.ts';
import { openApiDocument } from './openApi.ts';

const serverUrl = 'http://localhost/Site/entity/Default/25.200.001';
const shape = z.object({
	openapi: z.string(),
	info: z.unknown(),
	servers: z.unknown(),
	paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
	components: z.object({
		schemas: z.record(z.string(), z.unknown()),
		responses: z.record(z.string(), z.unknown()),
		parameters: z.record(z.string(), z.unknown()),
	}),
	tags: z.array(z.object({ name: z.string() })),
});

function documentOf(name: string, version: string) {
	const contract = loadContract(name, version);
	if (contract === undefined) throw new Error(`${name}/${version} is not published`);
	return { contract, document: openApiDocument(contract, { serverUrl }) };
}

test.each(endpoints())('the document of $name/$version says all that we know of it', (one) => {
	const { contract, document } = documentOf(one.name, one.version);
	const keys = { ...keyFields, WebOrder: ['OrderType', 'OrderNbr'], WebCustomer: ['CustomerID'] };
	expect(condense(document, keys)).toEqual(contract);
});

test.each(endpoints())(
	'every reference in the document of $name/$version leads somewhere',
	(one) => {
		const { document } = documentOf(one.name, one.version);
		const { components } = shape.parse(document);
		const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g);
		const targets = new Set(Array.from(references, ([, target]) => target ?? ''));
		const known = Object.entries(components).flatMap(([section, entries]) =>
			Object.keys(entries).map((name) => `${section}/${name}`),
		);
		expect(targets.size).toBeGreaterThan(30);
		expect(known).toEqual(expect.arrayContaining([...targets]));
	},
);

describe('Default/25.200.001', () => {
	const { document } = documentOf('Default', '25.200.001');
	const { openapi, info, servers, paths, components, tags } = shape.parse(document);

	test('names the endpoint in its title and the contract version in its version', () => {
		expect({ openapi, info, servers }).toEqual({
			openapi: '3.0.1',
			info: { title: 'Default/25.200.001', version: '4' },
			servers: [{ url: serverUrl }],
		});
		expect(tags).toHaveLength(119);
	});

	test('has as many paths and operations as the export of a real instance', () => {
		const count = (method: string) =>
			Object.values(paths).filter((operations) => method in operations).length;
		expect(Object.keys(paths)).toHaveLength(877);
		expect({
			get: count('get'),
			put: count('put'),
			patch: count('patch'),
			post: count('post'),
			delete: count('delete'),
		}).toEqual({ get: 476, put: 238, patch: 119, post: 282, delete: 238 });
	});

	test('offers the paths of an entity under the operation IDs of a real instance', () => {
		const operations = Object.entries(paths)
			.filter(([path]) => /^\/Vendor(\/|$)/.test(path))
			.flatMap(([path, methods]) =>
				Object.entries(methods).map(
					([method, { operationId }]) => `${method} ${path} ${operationId}`,
				),
			);
		expect(operations).toEqual([
			'post /Vendor/CreateContactFromVendor Vendor_InvokeAction_CreateContactFromVendor',
			'post /Vendor/{actionName} Vendor_InvokeAction_CustomAction',
			'get /Vendor/$adHocSchema Vendor_GetAdHocSchema',
			'get /Vendor/{ids} Vendor_GetByKeys',
			'delete /Vendor/{ids} Vendor_DeleteByKeys',
			'put /Vendor/{ids}/files/{filename} Vendor_PutFile',
			'get /Vendor/{id} Vendor_GetById',
			'delete /Vendor/{id} Vendor_DeleteById',
			'get /Vendor Vendor_GetList',
			'put /Vendor Vendor_PutEntity',
			'patch /Vendor Vendor_PatchEntity',
		]);
	});

	test('a record extends Entity by wrapped fields, linked entities, details and workflow actions', () => {
		expect(components.schemas['Warehouse']).toMatchObject({
			allOf: [
				{ $ref: '#/components/schemas/Entity' },
				{
					type: 'object',
					properties: {
						WarehouseID: { $ref: '#/components/schemas/StringValue' },
						Active: { $ref: '#/components/schemas/BooleanValue' },
						Locations: {
							type: 'array',
							items: { $ref: '#/components/schemas/WarehouseLocation' },
						},
						_workflowActions: {
							type: 'object',
							additionalProperties: { $ref: '#/components/schemas/WarehouseCustomAction' },
						},
					},
				},
			],
		});
		expect(components.schemas['DecimalValue']).toEqual({
			type: 'object',
			properties: {
				value: { type: 'number', format: 'double', nullable: true },
				error: { type: 'string' },
			},
		});
	});

	test('parameters are required where an action has any', () => {
		expect(components.schemas['SalesOrderCreateShipment']).toEqual({
			required: ['entity', 'parameters'],
			type: 'object',
			properties: {
				entity: { $ref: '#/components/schemas/SalesOrder' },
				parameters: {
					type: 'object',
					properties: {
						ShipmentDate: { $ref: '#/components/schemas/DateTimeValue' },
						WarehouseID: { $ref: '#/components/schemas/StringValue' },
					},
				},
			},
		});
		expect(components.schemas['CancelSalesOrder']).toEqual({
			required: ['entity'],
			type: 'object',
			properties: { entity: { $ref: '#/components/schemas/SalesOrder' } },
		});
	});
});
