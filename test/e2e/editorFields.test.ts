import { openEditor, type EditorSession } from './editorSession.ts';
import {
	enterExpression,
	listed,
	matchFields,
	pickDay,
	reopen,
	toggleMatch,
} from './panelInputs.ts';
import { storeCredential } from './sandboxCredentials.ts';

/** Fields in the panel, for somebody east of the date line: there it is tomorrow while the server has today. */
let editor: EditorSession;
beforeAll(async () => {
	editor = await openEditor({ salesOrdersStartOnHold: true }, 'Pacific/Auckland');
	const { client, serverUrl, sandbox } = editor;
	await storeCredential(client, serverUrl, 'passwordOAuth2', sandbox.url, sandbox.account);
});
afterAll(async () => await editor?.close());

const orders = () => editor.sandbox.records.all('SalesOrder');
const described = (text: string) => orders().find(({ fields }) => fields.Description === text);
const locator = (value: string) => ({ __rl: true, mode: 'list', value });

test('from a fresh node to a sales order: credential, entity, operation, fields', async () => {
	const { panel, sandbox } = editor;
	const { page } = panel;
	await editor.node({}, 1.1, null);
	await page.getByTestId('node-credentials-select').click();
	await page.locator('[role=option]:visible', { hasText: 'Sandbox (session)' }).click();
	const entities = await listed(panel, 'entity', 'salesor', 'SalesOrder');
	expect(entities.texts).toEqual(['SalesOrder']);
	await entities.take('SalesOrder');
	expect(sandbox.ledger.requests.some(({ path }) => path.endsWith('/entity/auth/login'))).toBe(
		true,
	);
	await panel.choose('operation', 'Create');
	await panel.parameter('Details').waitFor();
	expect(await panel.fields()).toEqual([
		...['OrderType (key field)', 'OrderNbr (key field)', 'CustomerID'],
		...['Date', 'Description', 'Hold', 'Details'],
	]);
	await panel.fill('CustomerID', 'C000001');
	await panel.fill('Description', 'Mapped in the panel');
	await pickDay(panel, 'Date', '2026-01-31');
	await panel.fill('Details', '[{ "InventoryID": "AACOMPUT01", "OrderQty": 2 }]');
	for (const field of ['ShipToAddressOverride', 'ShipToAddress.City']) {
		await panel.addField(field);
		await panel.parameter(field).waitFor();
	}
	await panel.choose('ShipToAddressOverride', 'Yes');
	await panel.fill('ShipToAddress.City', 'Bremen');
	await panel.run();
	await panel.takePicture('fields-in-editor');
	expect(described('Mapped in the panel')).toMatchObject({
		// Nobody touched Hold: a false would have taken the order off hold.
		fields: {
			CustomerID: 'C000001',
			Date: '2026-01-31T00:00:00.000Z',
			Hold: true,
			ShipToAddressOverride: true,
		},
		linked: { ShipToAddress: { fields: { City: 'Bremen' } } },
		details: { Details: [{ fields: { InventoryID: 'AACOMPUT01', OrderQty: 2 } }] },
	});
});

test('what the editor shows of a node on the canvas is its operation and entity', async () => {
	const { page } = editor.panel;
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('canvas-node').getByText('create: SalesOrder').waitFor();
});

test('an order of a custom endpoint, whose list of endpoints and entities is searched as well', async () => {
	const { panel } = editor;
	await editor.node({ operation: 'create' });
	await panel.page.getByText('Choose an entity to see its fields.').waitFor();
	await panel.pick('endpoint', 'shop', 'Shop.Sync/6');
	await panel.pick('entity', 'order', 'WebOrder');
	await panel.parameter('WebReference').waitFor();
	expect(await panel.fields()).toEqual([
		...['OrderType', 'OrderNbr', 'Customer', 'WebReference'],
		...['OrderDate', 'Status', 'OnHold', 'Comment'],
	]);
	await panel.fill('Customer', 'C000002');
	await panel.fill('WebReference', 'EDITOR-1');
	await panel.choose('OnHold', 'No');
	await pickDay(panel, 'OrderDate', '2026-01-31');
	await panel.addField('Lines');
	await enterExpression(panel, 'Lines', '{{ [{ Item: "AACOMPUT01", Quantity: 3 }] }}');
	await panel.addField('ShipTo.City');
	await panel.fill('ShipTo.City', 'Graz');
	await panel.run();
	expect(orders().find(({ fields }) => fields.CustomerOrder === 'EDITOR-1')).toMatchObject({
		fields: { CustomerID: 'C000002', Date: '2026-01-31T00:00:00.000Z', Hold: false },
		linked: { ShipToAddress: { fields: { City: 'Graz' } } },
		details: { Details: [{ fields: { InventoryID: 'AACOMPUT01', OrderQty: 3 } }] },
	});
});

test('an order is matched on another field than its keys, and keeps what nobody touched', async () => {
	const { panel } = editor;
	const held = orders().find(({ fields }) => fields.Status === 'On Hold' && fields.CustomerOrder);
	await editor.node({ operation: 'update', entity: locator('SalesOrder') });
	await panel.parameter('OrderNbr').waitFor();
	expect(await matchFields(panel)).toEqual(['OrderType', 'OrderNbr']);
	await toggleMatch(panel, 'CustomerOrder', 'OrderType (key field)', 'OrderNbr (key field)');
	expect(await matchFields(panel)).toEqual(['CustomerOrder']);
	await panel.fill('CustomerOrder', String(held?.fields.CustomerOrder));
	await panel.addField('Description');
	await panel.fill('Description', 'Matched by the shop number');
	await panel.addField('Hold');
	await panel.run();
	expect(described('Matched by the shop number')?.fields).toEqual({
		...held?.fields,
		Description: 'Matched by the shop number',
		LastModified: expect.any(String),
	});
});

test('values stay where Create becomes Update, which asks what to match on', async () => {
	const { panel } = editor;
	await editor.node({ operation: 'create', entity: locator('Customer') });
	await panel.parameter('CustomerName').waitFor();
	await panel.fill('CustomerID', 'C000003');
	await panel.fill('CustomerName', 'Renamed in the panel');
	await panel.choose('operation', 'Update');
	await toggleMatch(panel, 'CustomerID (key field)');
	expect(await matchFields(panel)).toEqual(['CustomerID']);
	await reopen(panel);
	expect(await matchFields(panel)).toEqual(['CustomerID']);
	await panel.run();
	expect(editor.sandbox.records.find('Customer', ['C000003'])?.fields.CustomerName).toBe(
		'Renamed in the panel',
	);
});

test('the page reported no error', () => expect(editor.pageErrors).toEqual([]));
