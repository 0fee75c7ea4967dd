import { readSchema } from '../../nodes/Acumatica/contract/document';
import { shapeAt } from '../../nodes/Acumatica/contract/schema';
import { loadContract } from '../sandbox/contract/load.ts';
import { openApiDocument } from '../sandbox/contract/openApi.ts';

const inOrder = (names: readonly string[]) => [...names].sort((a, b) => a.localeCompare(b, 'en'));

describe.each([
	['Default', '24.200.001'],
	['Default', '25.200.001'],
	['Shop.Sync', '6'],
])('readSchema of %s/%s', (name, version) => {
	const contract = loadContract(name, version);
	if (contract === undefined) throw new Error('No contract');
	const schema = readSchema(openApiDocument(contract, { serverUrl: 'http://127.0.0.1' }));
	const shape = (entity: string) => (schema === undefined ? undefined : shapeAt(schema, entity));

	test('finds every entity, in alphabetical order, and the version of the contract', () => {
		expect([...(schema?.entities.keys() ?? [])]).toEqual(inOrder(Object.keys(contract.entities)));
		expect(schema?.contractVersion).toBe('4');
	});

	test('finds every field with its type, every linked entity and every detail', () => {
		for (const [entity, facts] of Object.entries(contract.entities)) {
			const { fields, linked, details } = contract.schemas[facts.schema] ?? {};
			expect(Object.fromEntries(shape(entity)?.fields ?? [])).toEqual(fields);
			expect(Object.fromEntries(shape(entity)?.linked ?? [])).toEqual(linked);
			expect(Object.fromEntries(shape(entity)?.details ?? [])).toEqual(details);
		}
	});

	test('finds every action with its parameters', () => {
		for (const [entity, { actions }] of Object.entries(contract.entities)) {
			const found = schema?.entities.get(entity)?.actions ?? new Map();
			expect([...found.keys()]).toEqual(inOrder(Object.keys(actions)));
			for (const [action, parameters] of Object.entries(actions))
				expect(Object.fromEntries(found.get(action) ?? [])).toEqual(parameters);
		}
	});

	test('tells the inquiries', () => {
		const told = [...(schema?.entities ?? [])].filter(([, { inquiry }]) => inquiry !== undefined);
		const facts = Object.entries(contract.entities).filter(([, { isInquiry }]) => isInquiry);
		expect(told.map(([entity]) => entity)).toEqual(inOrder(facts.map(([entity]) => entity)));
		expect(told.every(([, { inquiry }]) => inquiry?.certainty === 'certain')).toBe(true);
	});

	test('has the shapes of everything that an entity leads to', () => {
		const led = [...(schema?.shapes.values() ?? [])].flatMap(({ linked, details }) => [
			...linked.values(),
			...details.values(),
		]);
		expect(led.filter((target) => schema?.shapes.has(target) !== true)).toEqual([]);
	});
});

describe('a document that is not as it should be', () => {
	test.each([null, 'text', [], {}, { paths: 7 }])('%j is no document', (body) => {
		expect(readSchema(body)).toBeUndefined();
	});

	test('an action of nothing is left out', () => {
		expect(readSchema({ paths: { '/Ghost/Act': {} } })?.entities.size).toBe(0);
	});

	test.each([[{}], [{ info: { title: 7 } }], [{ info: { title: 'Shop.Sync/6' } }]])(
		'an inquiry of %j is a guess',
		(more) => {
			const schema = readSchema({ paths: { '/StorageDetailsInquiry': {} }, ...more });
			expect(schema?.entities.get('StorageDetailsInquiry')?.inquiry?.certainty).toBe('guessed');
		},
	);

	test('an entity without a schema is there, without fields', () => {
		const schema = readSchema({ paths: { '/Ghost': {} }, components: { schemas: 'none' } });
		expect([...(schema?.entities.keys() ?? [])]).toEqual(['Ghost']);
		expect(schema?.shapes.size).toBe(0);
	});
});

test('the older Swagger 2.0 has its schemas elsewhere', () => {
	const schema = readSchema({
		swagger: '2.0',
		info: { title: 'Default/23.200.001', version: '4' },
		paths: {
			'/Customer': {
				put: { parameters: [{ in: 'body', schema: { $ref: '#/definitions/Client' } }] },
			},
			'/Customer/{id}': {},
			'/Customer/$adHocSchema': {},
			'/Customer/CreateContact': {
				post: {
					parameters: [{ in: 'query' }, { in: 'body', schema: { $ref: '#/definitions/Act' } }],
				},
			},
		},
		definitions: {
			Client: { properties: { CustomerID: { $ref: '#/definitions/StringValue' } } },
			Act: {
				properties: { parameters: { properties: { On: { $ref: '#/definitions/DateTimeValue' } } } },
			},
		},
	});
	expect(schema?.entities.get('Customer')).toEqual({
		shape: 'Client',
		actions: new Map([['CreateContact', new Map([['On', 'DateTime']])]]),
	});
	expect(schema?.shapes.get('Client')?.fields).toEqual(new Map([['CustomerID', 'String']]));
});
