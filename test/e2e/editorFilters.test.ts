import { openEditor, type EditorSession } from './editorSession.ts';

let editor: EditorSession;
beforeAll(async () => {
	editor = await openEditor();
});
afterAll(async () => await editor?.close());

const orders = () => editor.sandbox.records.all('SalesOrder').map(({ fields }) => fields);
const getAll = { operation: 'getAll', entity: { __rl: true, mode: 'list', value: 'SalesOrder' } };
const output = () => editor.panel.page.getByTestId('output-panel');

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

test('the page reported no error', () => expect(editor.pageErrors).toEqual([]));
