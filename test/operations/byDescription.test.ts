import type { EndpointSchema } from '../../nodes/Acumatica/contract/schema';
import { convertByDescription } from '../../nodes/Acumatica/operations/byDescription';
import { operationCall, targetOf } from '../support/operationCall.ts';

const described = (...entities: string[]): EndpointSchema => ({
	contractVersion: '4',
	entities: new Map(entities.map((name) => [name, { shape: name, actions: new Map() }])),
	shapes: new Map(),
});
const old = described('SalesOrder');
const grown = described('SalesOrder', 'Shipment');
const complete = { record: { A: 1 }, unknown: [] };
const lacking = { record: {}, unknown: [{ path: 'A', nearest: [] }] };

/** @param results what comes of the values by the old description, and by one that is downloaded afresh */
async function convert(
	entity: string,
	results: { old: typeof lacking | undefined; grown?: typeof lacking | undefined },
	{ isReadable = true, afresh = async () => grown } = {},
) {
	const call = operationCall({});
	const asked: string[] = [];
	const discovery = {
		...call.discovery,
		lastingSchema: async () => (isReadable ? old : undefined),
		schema: async () => {
			asked.push('afresh');
			return await afresh();
		},
	};
	const given = { ...call, discovery };
	const result = convertByDescription(given, targetOf(entity), async (schema) =>
		schema === grown ? results.grown : results.old,
	);
	return { result: await result.catch((error: unknown) => error), asked };
}
const down = async () => await Promise.reject(new Error('503'));

test('one that knows every name is not downloaded afresh', async () =>
	expect(await convert('SalesOrder', { old: complete })).toEqual({ result: complete, asked: [] }));

test('a name that it lacks is looked for afresh', async () => {
	const results = { old: lacking, grown: complete };
	expect(await convert('SalesOrder', results)).toEqual({ result: complete, asked: ['afresh'] });
});

test('a name that none has stays unknown, also where the entity has gone', async () => {
	const { result } = await convert('SalesOrder', { old: lacking, grown: lacking });
	expect(result).toBe(lacking);
	expect((await convert('SalesOrder', { old: lacking })).result).toBe(lacking);
});

test('a name that nobody can look for afresh is an error of the look-up', async () => {
	const { result } = await convert('SalesOrder', { old: lacking }, { afresh: down });
	expect(result).toEqual(new Error('503'));
});

test('an entity that it lacks is looked for afresh, and done without where that fails', async () => {
	const results = { old: undefined, grown: complete };
	expect(await convert('Shipment', results)).toEqual({ result: complete, asked: ['afresh'] });
	const { result } = await convert('Shipment', results, { afresh: down });
	expect(result).toBeUndefined();
});

test('what it cannot tell of an entity that it has is not asked for again', async () =>
	expect(await convert('SalesOrder', { old: undefined })).toEqual({
		result: undefined,
		asked: [],
	}));

test('without one nothing is converted', async () =>
	expect(await convert('SalesOrder', { old: complete }, { isReadable: false })).toEqual({
		result: undefined,
		asked: [],
	}));
