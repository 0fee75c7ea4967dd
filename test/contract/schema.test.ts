import { endpointModel } from './endpointModel.ts';
import {
	schemaBytes,
	shapeAt,
	type EndpointSchema,
	type EntityShape,
} from '../../nodes/Acumatica/contract/schema';

const shape = (
	links: Record<string, string>,
	details: Record<string, string> = {},
): EntityShape => ({
	fields: new Map(),
	linked: new Map(Object.entries(links)),
	details: new Map(Object.entries(details)),
});
const contact = shape({ Address: 'Address', Parent: 'Contact' });
const address = shape({});
const line = shape({});
const customer = shape({ MainContact: 'Contact', Lost: 'Nowhere' }, { Lines: 'Line' });
const schema: EndpointSchema = {
	contractVersion: '4',
	entities: new Map([['Customer', { shape: 'Client', actions: new Map() }]]),
	shapes: new Map([
		['Client', customer],
		['Contact', contact],
		['Address', address],
		['Line', line],
	]),
};

describe('shapeAt', () => {
	test.each<[string, string[], EntityShape | undefined]>([
		['the entity itself', [], customer],
		['a linked entity', ['MainContact'], contact],
		['one in a linked entity', ['MainContact', 'Address'], address],
		['one that leads back to itself', ['MainContact', 'Parent', 'Parent'], contact],
		['the rows of a detail', ['Lines'], line],
		['what is not there', ['Nothing', 'Address'], undefined],
		['a shape that the document lacks', ['Lost'], undefined],
	])('finds %s', (_what, path, found) => expect(shapeAt(schema, 'Customer', path)).toBe(found));

	test('an entity that is not published has none', () =>
		expect(shapeAt(schema, 'Client')).toBeUndefined());
});

describe('schemaBytes', () => {
	test('grows with every map and every name', () => {
		// Two maps at the top with five names, one of actions, three in each shape with five names in all.
		expect(schemaBytes(schema)).toBe((2 + 1 + 4 * 3) * 200 + (5 + 5) * 40);
	});

	test('of a real endpoint is near what it takes', () => {
		const bytes = schemaBytes(endpointModel().schema);
		expect(bytes).toBeGreaterThan(400_000);
		expect(bytes).toBeLessThan(700_000);
	});
});
