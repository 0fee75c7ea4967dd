import { endpoints, loadContract, storedContract } from './load.ts';

test('versions of Default are published, and a customization with a free-text version', () => {
	expect(endpoints()).toEqual([
		{ name: 'Default', version: '20.200.001' },
		{ name: 'Default', version: '23.200.001' },
		{ name: 'Default', version: '24.200.001' },
		{ name: 'Default', version: '25.200.001' },
		{ name: 'Shop.Sync', version: '6' },
	]);
});

test.each(endpoints())('$name/$version names itself and is closed under its references', (one) => {
	const contract = loadContract(one.name, one.version);
	expect(contract?.endpoint).toEqual(one);
	expect(contract?.contractVersion).toBe(4);
	const known = Object.keys(contract?.schemas ?? {});
	const referred = [
		...Object.values(contract?.entities ?? {}).map(({ schema }) => schema),
		...Object.values(contract?.schemas ?? {}).flatMap(({ linked, details }) => [
			...Object.values(linked),
			...Object.values(details),
		]),
	];
	expect(known).toEqual(expect.arrayContaining(referred));
});

test.each([
	['23.200.001', 117, 161, 20],
	['24.200.001', 119, 163, 21],
	['25.200.001', 119, 163, 21],
])(
	'Default/%s has the %i entities and %i actions, %i with parameters, that its export was counted to have',
	(version, entityCount, actionCount, withParameters) => {
		const entities = Object.values(loadContract('Default', version)?.entities ?? {});
		const actions = entities.flatMap((entity) => Object.values(entity.actions));
		expect(entities).toHaveLength(entityCount);
		expect(actions).toHaveLength(actionCount);
		expect(actions.filter((parameters) => Object.keys(parameters).length > 0)).toHaveLength(
			withParameters,
		);
		expect(entities.filter(({ isInquiry }) => isInquiry)).toHaveLength(10);
	},
);

test('the versions of Default differ where they are known to differ', () => {
	const fields = (version: string, schema: string) =>
		Object.keys(loadContract('Default', version)?.schemas[schema]?.fields ?? {});
	expect(fields('24.200.001', 'Event')).toEqual(expect.arrayContaining(['EndDate', 'EndTime']));
	expect(fields('25.200.001', 'Event')).toContain('EndDateTime');
	expect(fields('25.200.001', 'Event')).not.toContain('EndTime');
	expect(fields('25.200.001', 'TimeEntry')).toContain('TimeZone');
	const modified = (version: string, schema: string) =>
		fields(version, schema).filter((name) => name.startsWith('LastModified'));
	expect(modified('23.200.001', 'StockItem')).toEqual(['LastModified']);
	expect(modified('24.200.001', 'StockItem')).toEqual(['LastModified', 'LastModifiedDateTime']);
	expect(modified('23.200.001', 'SalesInvoice')).toEqual(['LastModifiedDateTime']);
	expect(modified('25.200.001', 'SalesInvoice')).toContain('LastModifiedDate');
});

test('types, keys, details and action parameters of the sales order', () => {
	const contract = loadContract('Default', '24.200.001');
	const order = contract?.entities['SalesOrder'];
	expect(order?.keys).toEqual(['OrderType', 'OrderNbr']);
	expect(order?.actions['SalesOrderCreateShipment']).toEqual({
		ShipmentDate: 'DateTime',
		WarehouseID: 'String',
	});
	const schema = contract?.schemas['SalesOrder'];
	expect(schema?.fields).toMatchObject({ OrderTotal: 'Decimal', Hold: 'Boolean', NoteID: 'Guid' });
	expect(schema?.linked['ShipToAddress']).toBe('Address');
	expect(schema?.details['Details']).toBe('SalesOrderDetail');
});

test('the base of all entities is not repeated in each', () => {
	const schemas = loadContract('Default', '25.200.001')?.schemas ?? {};
	const customer = schemas['Customer'];
	const names = Object.keys({ ...customer?.fields, ...customer?.linked, ...customer?.details });
	expect(Object.keys(schemas)).not.toContain('Entity');
	expect(names).toContain('CustomerID');
	for (const name of ['id', 'note', 'custom', 'files', '_links']) expect(names).not.toContain(name);
});

test('a contract is read once', () => {
	expect(loadContract('Shop.Sync', '6')).toBe(loadContract('Shop.Sync', '6'));
});

test.each([
	['Default', '22.200.001'],
	['default', '25.200.001'],
	['Shop.Sync', '6.0'],
	['..', 'load'],
])('%s/%s is not published', (name, version) => {
	expect(loadContract(name, version)).toBeUndefined();
});

test('records are kept under the names of the newest version of Default', () => {
	expect(storedContract().endpoint).toEqual({ name: 'Default', version: '25.200.001' });
});
