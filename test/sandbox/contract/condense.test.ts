import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { condense, condensedText } from './condense.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const oldRef = (name: string) => ({ $ref: `#/definitions/${name}` });

/** The smallest document with a field, a linked entity, a detail, and actions with and without parameters. */
function schemas(reference: (name: string) => { $ref: string }) {
	return {
		Entity: { type: 'object', properties: { id: { type: 'string' } } },
		StringValue: { type: 'object', properties: { value: { type: 'string' } } },
		CustomStringField: { allOf: [reference('CustomField'), { type: 'object', properties: {} }] },
		Order: {
			allOf: [
				reference('Entity'),
				{
					type: 'object',
					properties: {
						Number: reference('StringValue'),
						Placed: reference('DateTimeValue'),
						ShipTo: reference('Address'),
						Lines: { type: 'array', items: reference('Line') },
						_workflowActions: { type: 'object', additionalProperties: reference('AnyAction') },
					},
				},
			],
		},
		Address: {
			allOf: [
				reference('Entity'),
				{ type: 'object', properties: { City: reference('StringValue') } },
			],
		},
		Line: {
			allOf: [
				reference('Entity'),
				{ type: 'object', properties: { Qty: reference('DecimalValue') } },
			],
		},
		Cancel: { required: ['entity'], properties: { entity: reference('Order') } },
		Ship: {
			properties: {
				entity: reference('Order'),
				parameters: { type: 'object', properties: { On: reference('DateTimeValue') } },
			},
		},
		AnyAction: {
			properties: {
				entity: reference('Order'),
				parameters: { type: 'object', properties: { custom: { type: 'object' } } },
			},
		},
	};
}

const inBody = (name: string) => ({
	requestBody: { content: { 'application/json': { schema: ref(name) } } },
});
const openApi = {
	openapi: '3.0.1',
	info: { title: 'My.Shop/1.4.0', version: '4' },
	paths: {
		'/Order': { get: {}, put: { operationId: 'Order_PutEntity', ...inBody('Order') } },
		'/Order/{ids}/files/{filename}': { put: { operationId: 'Order_PutFile' } },
		'/Order/Cancel': { post: { operationId: 'Order_InvokeAction_Cancel', ...inBody('Cancel') } },
		'/Order/Ship': { post: { operationId: 'Order_InvokeAction_Ship', ...inBody('Ship') } },
		'/Order/{actionName}': {
			post: { operationId: 'Order_InvokeAction_CustomAction', ...inBody('AnyAction') },
		},
	},
	components: { schemas: schemas(ref) },
};

const oldBody = (name: string) => ({
	parameters: [
		{ in: 'query', name: '$select' },
		{ in: 'body', name: 'entity', schema: oldRef(name) },
	],
});
const swagger = {
	swagger: '2.0',
	info: { title: 'My.Shop/1.4.0', version: '4' },
	paths: {
		'/Order': { get: {}, put: { operationId: 'Order_PutEntity', ...oldBody('Order') } },
		'/Order/Cancel': { post: { operationId: 'Order_InvokeAction_Cancel', ...oldBody('Cancel') } },
		'/Order/Ship': { post: { operationId: 'Order_InvokeAction_Ship', ...oldBody('Ship') } },
		'/Order/{actionName}': {
			post: { operationId: 'Order_InvokeAction_CustomAction', ...oldBody('AnyAction') },
		},
	},
	definitions: schemas(oldRef),
};

const facts = {
	endpoint: { name: 'My.Shop', version: '1.4.0' },
	contractVersion: 4,
	entities: {
		Order: {
			schema: 'Order',
			keys: ['Number'],
			actions: { Cancel: {}, Ship: { On: 'DateTime' } },
			isInquiry: false,
		},
	},
	schemas: {
		Order: {
			fields: { Number: 'String', Placed: 'DateTime' },
			linked: { ShipTo: 'Address' },
			details: { Lines: 'Line' },
		},
		Address: { fields: { City: 'String' }, linked: {}, details: {} },
		Line: { fields: { Qty: 'Decimal' }, linked: {}, details: {} },
	},
};
const keys = { Order: ['Number'] };

test.each([
	['OpenAPI 3.0', openApi],
	['Swagger 2.0', swagger],
])('condenses %s to entities, fields, keys and actions, and drops the rest', (_, document) => {
	expect(condense(document, keys)).toEqual(facts);
});

test('an entity without an entry in the key table has unknown keys', () => {
	expect(condense(openApi, {}).entities['Order']?.keys).toEqual([]);
});

test('keys are unknown where this version of the entity lacks one of the fields', () => {
	const half = { Order: ['Number', 'Revision'] };
	expect(condense(openApi, half).entities['Order']?.keys).toEqual([]);
});

test('marks the inquiries, which a document declares like any other entity', () => {
	const { '/Order': order, ...paths } = openApi.paths;
	const inquiry = { ...openApi, paths: { ...paths, '/InventorySummaryInquiry': order } };
	expect(condense(inquiry, {}).entities['InventorySummaryInquiry']?.isInquiry).toBe(true);
});

test('refuses an action with a parameter that is no plain value', () => {
	const parameters = { type: 'object', properties: { On: ref('Address') } };
	const Ship = { properties: { entity: ref('Order'), parameters } };
	const strange = { ...openApi, components: { schemas: { ...schemas(ref), Ship } } };
	expect(() => condense(strange, keys)).toThrow('Ship: parameter On is no plain value');
});

test('refuses what is no document of an endpoint', () => {
	expect(() => condense({ openapi: '3.0.1', info: {} }, keys)).toThrow('Required');
});

test('writes one line per entity and schema, which read back as the same facts', () => {
	const text = condensedText(condense(openApi, keys));
	expect(JSON.parse(text)).toEqual(facts);
	expect(text.match(/^\t\t"\w+": \{.*\},?$/gm)).toHaveLength(4);
});

describe('as a command', () => {
	const folder = mkdtempSync(join(tmpdir(), 'condense-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const script = join(import.meta.dirname, 'condense.ts');

	test('reads a document and writes the facts', () => {
		const [source, output] = [join(folder, 'swagger.json'), join(folder, 'facts.json')];
		writeFileSync(source, JSON.stringify(openApi));
		// The tests' own Node: a package script runs them with the one that strips types.
		execFileSync(join('node_modules', '.bin', 'node'), [script, source, output]);
		const written: unknown = JSON.parse(readFileSync(output, 'utf8'));
		expect(written).toEqual({
			...facts,
			entities: { Order: { ...facts.entities.Order, keys: [] } },
		});
	});
});
