import { openEditor, type EditorSession } from './editorSession.ts';
import { addNames, listed, pickDay } from './panelInputs.ts';

/** What the panel lets people choose: records, what to return of them, conditions, actions. */
let editor: EditorSession;
beforeAll(async () => {
	editor = await openEditor();
});
afterAll(async () => await editor?.close());

const locator = (value: string, mode = 'list') => ({ __rl: true, mode, value });
const get = { operation: 'get', entity: locator('SalesOrder') };
const getAll = { operation: 'getAll', entity: locator('SalesOrder') };
const output = () => editor.panel.page.getByTestId('output-panel');
const lastRead = () =>
	editor.sandbox.ledger.requests.filter(({ kind }) => kind === 'get').at(-1)?.path;
const orders = () => editor.sandbox.records.all('SalesOrder').map(({ fields }) => fields);

test('a record is found by its number and by its customer', async () => {
	const { panel } = editor;
	const { OrderNbr, CustomerID } = orders()[11] ?? {};
	await editor.node(get);
	const byNumber = await listed(panel, 'recordKey', String(OrderNbr), `SO/${String(OrderNbr)}`);
	await byNumber.take(`SO/${String(OrderNbr)}`);
	const byCustomer = await listed(panel, 'recordKey', String(CustomerID), String(CustomerID));
	const theirs = orders().filter((order) => order.CustomerID === CustomerID);
	expect(byCustomer.texts.filter((text) => text.endsWith(String(CustomerID)))).toHaveLength(
		theirs.length,
	);
	await byCustomer.take(`SO/${String(OrderNbr)}`);
	await panel.run();
	await output().getByText(String(OrderNbr)).first().waitFor();
	expect(lastRead()).toMatch(new RegExp(`/SalesOrder/SO/${String(OrderNbr)}$`));
});

test('what to return is chosen from lists that know the entity', async () => {
	const { panel } = editor;
	await editor.node({ ...get, recordKey: locator('SO/000001', 'keys') });
	await addNames(panel, 'Select Names or IDs', 'select', 'OrderNbr', 'Status');
	await addNames(panel, 'Expand Names or IDs', 'expand', 'Details');
	await addNames(panel, 'Custom Field Names or IDs', 'custom', 'Document.UsrWebOrderNbr');
	await panel.run();
	await output().getByText('Details').first().waitFor();
	expect(lastRead()).toMatch(
		/SO\/000001\?\$select=OrderNbr,Status&\$expand=Details&\$custom=Document\.UsrWebOrderNbr$/,
	);
});

test('what a workflow of version 1 holds as text is shown, can be changed, and runs', async () => {
	const { panel } = editor;
	const options = { select: 'OrderNbr, Status', expand: 'Details' };
	await editor.node({ ...get, recordKey: locator('SO/000002', 'keys'), options }, 1);
	const entered = async (name: string) =>
		await panel.parameter(name).locator('input').first().inputValue();
	await panel.parameter('select').waitFor();
	expect([await entered('select'), await entered('expand')]).toEqual([
		'OrderNbr, Status',
		'Details',
	]);
	expect(await panel.page.getByTestId('parameter-issues').count()).toBe(0);
	await panel.fill('select', 'OrderNbr, Status, CustomerID');
	await panel.run();
	await output().getByText('CustomerID').first().waitFor();
	expect(lastRead()).toMatch(/\$select=OrderNbr,Status,CustomerID&\$expand=Details$/);
});

test('a filter of two conditions finds what it says', async () => {
	const { panel } = editor;
	await editor.node({ ...getAll, returnAll: true });
	await panel.choose('filterType', 'Conditions');
	await panel.addCondition('Status', { value: 'Open' });
	await panel.addCondition('OrderTotal', { operator: 'Greater Than', value: '500' });
	const expected = orders().filter(
		({ Status, OrderTotal }) => Status === 'Open' && Number(OrderTotal) > 500,
	);
	expect(expected.length).toBeGreaterThan(0);
	expect(await panel.run()).toContain(`${expected.length} item`);
	await output().getByText(String(expected[0]?.OrderNbr)).first().waitFor();
	await panel.takePicture('conditions-in-editor');
});

test('a date has its own operators and input, and so has a switch', async () => {
	const { panel } = editor;
	await editor.node({ ...getAll, returnAll: true, filterType: 'conditions' });
	await panel.addCondition('Date', { operator: 'Is After', dateValue: '2026-03-01 00:00:00' });
	await panel.addCondition('Hold', { choice: 'No' });
	const expected = orders().filter(
		({ Date: date, Hold }) => String(date) > '2026-03-01T00:00:00.000Z' && Hold === false,
	);
	expect(await panel.run()).toContain(`${expected.length} item`);
});

test('the list of actions tells what each takes, and a chosen one shows it as fields', async () => {
	const { panel } = editor;
	await editor.node({ resource: 'action', entity: locator('SalesOrder') });
	const action = 'SalesOrderCreateShipment · ShipmentDate, WarehouseID';
	const actions = await listed(panel, 'action', 'create', action);
	expect(actions.texts).toContain(action);
	await actions.take(action);
	await panel.parameter('WarehouseID').waitFor();
	expect(await panel.fields()).toEqual(['ShipmentDate', 'WarehouseID']);
	const open = orders().find(({ Status }) => Status === 'Open');
	const key = `SO/${String(open?.OrderNbr)}`;
	await panel.pick('recordKey', String(open?.OrderNbr), key);
	await pickDay(panel, 'ShipmentDate', '2026-01-31');
	await panel.fill('WarehouseID', 'WHOLESALE');
	await panel.run();
	expect(editor.sandbox.ledger.actions.at(-1)).toMatchObject({
		action: 'SalesOrderCreateShipment',
		keys: ['SO', open?.OrderNbr],
		parameters: { ShipmentDate: '2026-01-31T00:00:00.000Z', WarehouseID: 'WHOLESALE' },
		failed: 0,
	});
});

test('the page reported no error', () => expect(editor.pageErrors).toEqual([]));
