import {
	readParameters,
	readShape,
	schemaName,
} from '../../nodes/Acumatica/contract/documentSchemas';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('schemaName', () => {
	test.each([
		['#/components/schemas/Customer', 'Customer'],
		['#/definitions/Customer', 'Customer'],
		['#/elsewhere/Customer', undefined],
		['http://example.com/x.json', undefined],
	])('%s is %s', ($ref, name) => expect(schemaName({ $ref })).toBe(name));

	test.each([undefined, 'Customer', {}, { $ref: 7 }])('%j refers to nothing', (reference) =>
		expect(schemaName(reference)).toBeUndefined(),
	);
});

describe('readShape', () => {
	const schemas = {
		Entity: { properties: { id: { type: 'string' }, note: ref('StringValue') } },
		Order: {
			allOf: [
				ref('Entity'),
				{
					properties: {
						Total: ref('DecimalValue'),
						Later: ref('FutureValue'),
						Address: ref('Address'),
						Details: { type: 'array', items: ref('Line') },
						Plain: { type: 'string' },
						_workflowActions: { type: 'array', items: ref('Line') },
					},
				},
			],
		},
		Loop: { allOf: [ref('Loop'), { properties: { A: ref('StringValue') } }] },
		Broken: { allOf: 'x', properties: [] },
	};

	test('tells fields, linked entities and details apart, and leaves the system out', () => {
		expect(readShape('Order', schemas)).toEqual({
			fields: new Map([
				['Total', 'Decimal'],
				['Later', 'Unknown'],
			]),
			linked: new Map([['Address', 'Address']]),
			details: new Map([['Details', 'Line']]),
		});
	});

	test('a schema that extends itself is read once', () =>
		expect(readShape('Loop', schemas)?.fields).toEqual(new Map([['A', 'String']])));

	test('one that is reached by many ways is read once', () => {
		const levels = Array.from({ length: 60 }, (_, level) => level);
		const twice = (level: number) => ({ allOf: [ref(`L${level + 1}`), ref(`L${level + 1}`)] });
		const lattice = {
			...Object.fromEntries(levels.map((level) => [`L${level}`, twice(level)])),
			L60: { properties: { A: ref('StringValue') } },
		};
		expect(readShape('L0', lattice)?.fields).toEqual(new Map([['A', 'String']]));
	});

	test('one may extend others deeper than the stack reaches, whose fields come first', () => {
		const levels = Array.from({ length: 50_000 }, (_, level) => level);
		const below = (level: number) => ({
			allOf: [ref(`L${level + 1}`)],
			...(level === 0 && { properties: { Own: ref('IntValue') } }),
		});
		const chain = {
			...Object.fromEntries(levels.map((level) => [`L${level}`, below(level)])),
			L50000: { properties: { A: ref('StringValue') } },
		};
		expect([...(readShape('L0', chain)?.fields ?? [])]).toEqual([
			['A', 'String'],
			['Own', 'Int'],
		]);
	});

	test('the fields of several bases stand in the order of the document', () => {
		const several = {
			A: { allOf: [ref('Z')], properties: { A: ref('IntValue') } },
			B: { properties: { B: ref('IntValue') } },
			Z: { properties: { Z: ref('IntValue') } },
			Own: { allOf: [ref('A'), ref('B'), { properties: { Own: ref('IntValue') } }] },
		};
		expect([...(readShape('Own', several)?.fields.keys() ?? [])]).toEqual(['Z', 'A', 'B', 'Own']);
	});

	test('a broken one has no fields', () =>
		expect(readShape('Broken', schemas)?.fields.size).toBe(0));

	test.each(['Missing', '__proto__', 'constructor'])('%s is no schema', (name) =>
		expect(readShape(name, schemas)).toBeUndefined(),
	);
});

test('readParameters takes a schema in place as well', () => {
	const body = { properties: { parameters: { properties: { Date: ref('DateTimeValue') } } } };
	expect(readParameters(body, {})).toEqual(new Map([['Date', 'DateTime']]));
	expect(readParameters(undefined, {}).size).toBe(0);
});
