import { readEndpoint, readEntityName } from '../../nodes/Acumatica/parameters/place';
import { node, readerOf } from '../support/operationCall.ts';

const asker = (parameters: Record<string, unknown>) => ({ parameters: readerOf(parameters), node });

test('an entity is read from the list, by name, or as an agent gives it', () => {
	for (const entity of [
		{ mode: 'list', value: 'Customer' },
		{ mode: 'name', value: ' Customer ' },
		'Customer',
	])
		expect(readEntityName(asker({ entity }))).toBe('Customer');
});

test("an endpoint has a name and a version; none is the credential's", () => {
	expect(readEndpoint(asker({ endpoint: 'Shop.Sync/6' }))).toEqual({
		name: 'Shop.Sync',
		version: '6',
	});
	expect(readEndpoint(asker({}))).toBeUndefined();
});

test('what is refused names its item, where there is one', () => {
	const read = (itemIndex?: number) => () =>
		readEntityName({ ...asker({ entity: 'a b' }), ...(itemIndex !== undefined && { itemIndex }) });
	expect(read()).toThrow('"a b" is not the name of an entity');
	expect(read(2)).toThrow(
		expect.objectContaining({ context: expect.objectContaining({ itemIndex: 2 }) }),
	);
	expect(() => readEndpoint(asker({ endpoint: 'Default' }))).toThrow(
		'"Default" is not an endpoint',
	);
});
