import { filterProperties, readFilter } from '../../nodes/Acumatica/parameters/filter';
import { endpointModel, placeIn } from '../contract/endpointModel.ts';
import { readerOf } from '../support/operationCall.ts';

const model = endpointModel();
const asked: string[] = [];
const place = {
	discovery: {
		lastingSchema: async () => {
			asked.push('schema');
			return model.schema;
		},
		customFields: async () => {
			asked.push('custom fields');
			return placeIn(model, 'SalesOrder').custom;
		},
	},
	endpoint: { name: 'Default', version: '25.200.001' },
	entity: 'SalesOrder',
	zone: 'Europe/Berlin',
};
const read = async (parameters: Record<string, unknown>) =>
	await readFilter(readerOf(parameters), place);
const conditions = async (...rows: readonly object[]) =>
	(await read({ filterType: 'conditions', filters: { conditions: rows } })).text;
beforeEach(() => asked.splice(0));

test('the trigger and the node have the same filter', () =>
	expect(filterProperties.map(({ name }) => name)).toEqual([
		'filterType',
		'matchType',
		'filters',
		'filterString',
	]));

test('a filter string is what is entered, without blanks around it', async () => {
	expect((await read({ filterType: 'none', filterString: 'x' })).text).toBe('');
	expect(await read({ filterType: 'string', filterString: " A eq 'b' " })).toEqual({
		text: "A eq 'b'",
		label: 'Filter String',
	});
});

test('conditions are compiled, and ask for nothing where their types are stored', async () => {
	const rows = [
		{ field: 'OrderTotal|Decimal', operator: 'greaterThan', value: '1000' },
		{ field: 'Status|String', operator: 'equals', value: 'Open' },
	];
	const filter = {
		filterType: 'conditions',
		matchType: 'anyFilter',
		filters: { conditions: rows },
	};
	expect(await read(filter)).toEqual({
		text: "OrderTotal gt 1000M or Status eq 'Open'",
		label: 'Filters',
	});
	expect(asked).toEqual([]);
});

test('of a bare name the endpoint tells the type', async () => {
	expect(
		await conditions(
			{ field: 'OrderTotal', operator: 'greaterThan', value: '1000' },
			{ field: 'Status|String', operator: 'equals', value: 'Open' },
			{ field: 'UsrShippingFee', operator: 'lessThan', value: 5 },
		),
	).toBe(
		"OrderTotal gt 1000M and Status eq 'Open' and cf.Decimal(f='Document.UsrShippingFee') lt 5M",
	);
	expect(asked).toEqual(['schema', 'custom fields']);
});

test('custom fields are asked for only where a name may be one', async () => {
	const rows = [
		{ field: 'OrderTotal', operator: 'greaterThan', value: '1000' },
		{ field: 'ShipToAddress/City', operator: 'equals', value: 'Graz' },
	];
	expect(await conditions(...rows)).toBe("OrderTotal gt 1000M and ShipToAddress/City eq 'Graz'");
	expect(asked).toEqual(['schema']);
});

test('who may not look up custom fields can filter by them all the same', async () => {
	const discovery = {
		...place.discovery,
		customFields: async () => await Promise.reject(new Error('403')),
	};
	const rows = [{ field: 'Document.UsrShippingFee', operator: 'lessThan', value: 5 }];
	const parameters = readerOf({ filterType: 'conditions', filters: { conditions: rows } });
	expect((await readFilter(parameters, { ...place, discovery })).text).toBe(
		"cf.Decimal(f='Document.UsrShippingFee') lt 5M",
	);
});

test('a bare name that does not exist is told, with the one that was meant', async () => {
	await expect(conditions({ field: 'ordertotal', operator: 'equals', value: 1 })).rejects.toThrow(
		'"Condition 1 (ordertotal)" names no field that can be filtered by. Did you mean OrderTotal?',
	);
});

test('without a description a bare name is taken as it is', async () => {
	const discovery = { ...place.discovery, lastingSchema: async () => undefined };
	const rows = [{ field: 'Anything', operator: 'equals', value: 'x' }];
	const parameters = readerOf({ filterType: 'conditions', filters: { conditions: rows } });
	expect((await readFilter(parameters, { ...place, discovery })).text).toBe("Anything eq 'x'");
});

test('an unknown kind of filter is refused by name', async () =>
	await expect(read({ filterType: 'magic' })).rejects.toThrow('"Filter"'));
