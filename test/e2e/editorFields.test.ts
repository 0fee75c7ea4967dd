import { openEditor, type EditorSession } from './editorSession.ts';

let editor: EditorSession;
beforeAll(async () => {
	editor = await openEditor();
});
afterAll(async () => await editor?.close());

const orders = () => editor.sandbox.records.all('SalesOrder');
const described = (text: string) => orders().find(({ fields }) => fields.Description === text);
const locator = (value: string) => ({ __rl: true, mode: 'list', value });

test('a person chooses operation and entity, maps fields, and the order is there', async () => {
	const { panel } = editor;
	await editor.node();
	await panel.choose('operation', 'Create');
	await panel.pick('entity', 'salesor', 'SalesOrder');
	await panel.parameter('CustomerID').waitFor();
	expect(await panel.fields()).toEqual([
		'OrderType (key field)',
		'OrderNbr (key field)',
		'CustomerID',
		'Date',
		'Description',
		'Hold',
		'Details',
	]);
	await panel.fill('CustomerID', 'C000001');
	await panel.fill('Description', 'By the editor');
	await panel.fill('Date', '2026-01-31 00:00:00');
	await panel.page.keyboard.press('Enter');
	await panel.fill('Details', '[{ "InventoryID": "AACOMPUT01", "OrderQty": "2" }]');
	await panel.addField('ShipToAddress.City');
	await panel.fill('ShipToAddress.City', 'Graz');
	expect(await panel.run()).toContain('1 item');
	await panel.takePicture('fields-in-editor');
	const order = described('By the editor');
	expect(order?.fields).toMatchObject({ CustomerID: 'C000001', Hold: false });
	expect(String(order?.fields.Date)).toMatch(/^2026-01-31T00:00:00/);
	expect(order?.linked.ShipToAddress?.fields.City).toBe('Graz');
	expect(order?.details.Details?.[0]?.fields).toMatchObject({ OrderQty: 2 });
});

test('another entity has other fields, also one of a custom endpoint', async () => {
	const { panel } = editor;
	await editor.node({ operation: 'create', entity: locator('SalesOrder') });
	await panel.parameter('Details').waitFor();
	await panel.pick('entity', 'customer', 'Customer');
	await panel.parameter('CustomerName').waitFor();
	expect(await panel.fields()).toEqual(['CustomerID (key field)', 'CustomerName', 'LocationName']);
	await panel.pick('endpoint', 'shop', 'Shop.Sync/6');
	await panel.pick('entity', 'web', 'WebOrder');
	await panel.page.getByTestId('add-fields-select').waitFor();
	await panel.addField('Lines');
	await panel.addField('ShipTo.City');
	expect(await panel.fields()).toEqual(expect.arrayContaining(['Lines', 'ShipTo.City']));
});

test('a record is found by its key fields, or by any other field', async () => {
	const { panel } = editor;
	await editor.node({ operation: 'update', entity: locator('SalesOrder') });
	await panel.parameter('OrderNbr').waitFor();
	const match = panel.page.getByTestId('matching-column-select');
	expect(await match.innerText()).toContain('OrderType');
	await panel.fill('OrderType', 'SO');
	await panel.fill('OrderNbr', '000003');
	await panel.addField('Description');
	await panel.fill('Description', 'Found by its keys');
	await panel.run();
	expect(described('Found by its keys')?.fields.OrderNbr).toBe('000003');
});

test('what another endpoint does not have keeps its value, and says so', async () => {
	const { panel } = editor;
	const value = { Summary: 'Fair', EndTime: '2026-01-31T14:30:00' };
	const schema = Object.keys(value).map((id) => ({
		id,
		displayName: id,
		type: 'string',
		display: true,
	}));
	await editor.node({
		operation: 'create',
		endpoint: { __rl: true, mode: 'name', value: 'Default/25.200.001' },
		entity: locator('Event'),
		recordFields: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
	});
	await panel.parameter('EndTime').waitFor();
	// The panel says that its fields are not up to date.
	const refresh = panel.page.getByTestId('mapping-fields-container').locator('button').first();
	await refresh.click();
	await panel.page
		.getByText('EndTime (not a field of Event in Default/25.200.001)')
		.first()
		.waitFor();
	expect(await panel.fields()).toEqual(expect.arrayContaining(['Summary']));
});

test('the parameters of an action are fields, too', async () => {
	const { panel } = editor;
	await editor.node({
		resource: 'action',
		operation: 'invoke',
		entity: locator('SalesOrder'),
		recordKey: locator(''),
	});
	await panel.pick('action', 'shipment', 'SalesOrderCreateShipment');
	await panel.parameter('WarehouseID').waitFor();
	expect(await panel.fields()).toEqual(['ShipmentDate', 'WarehouseID']);
	await panel.pick('recordKey', '000002', 'SO/000002');
	await panel.fill('WarehouseID', 'WHOLESALE');
	await panel.run();
	expect(editor.sandbox.ledger.actions.at(-1)).toMatchObject({
		action: 'SalesOrderCreateShipment',
		parameters: { WarehouseID: 'WHOLESALE' },
	});
});

test('the page reported no error', () => expect(editor.pageErrors).toEqual([]));
