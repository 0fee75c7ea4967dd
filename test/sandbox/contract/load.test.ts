import { endpoints, loadContract } from './load.ts';

test('three endpoints are published, one of them a customization with a free-text version', () => {
	expect(endpoints()).toEqual([
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

test.each(['24.200.001', '25.200.001'])(
	'Default/%s has what the exports were counted to have',
	(version) => {
		const entities = Object.values(loadContract('Default', version)?.entities ?? {});
		const actions = entities.flatMap((entity) => Object.values(entity.actions));
		expect(entities).toHaveLength(119);
		expect(actions).toHaveLength(163);
		expect(actions.filter((parameters) => Object.keys(parameters).length > 0)).toHaveLength(21);
		expect(entities.filter(({ isInquiry }) => isInquiry)).toHaveLength(10);
	},
);

test('the two versions of Default differ where they are known to differ', () => {
	const fields = (version: string, schema: string) =>
		Object.keys(loadContract('Default', version)?.schemas[schema]?.fields ?? {});
	expect(fields('24.200.001', 'Event')).toEqual(expect.arrayContaining(['EndDate', 'EndTime']));
	expect(fields('25.200.001', 'Event')).toContain('EndDateTime');
	expect(fields('25.200.001', 'Event')).not.toContain('EndTime');
	expect(fields('25.200.001', 'TimeEntry')).toContain('TimeZone');
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
	['Default', '23.200.001'],
	['default', '25.200.001'],
	['Shop.Sync', '6.0'],
	['..', 'load'],
])('%s/%s is not published', (name, version) => {
	expect(loadContract(name, version)).toBeUndefined();
});
