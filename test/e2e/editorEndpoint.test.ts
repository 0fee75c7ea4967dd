import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { openEditor, type EditorSession } from './editorSession.ts';
import { reopen } from './panelInputs.ts';
import { storeCredential } from './sandboxCredentials.ts';

/** The panel when what it describes changes under it, or is not there. */
let editor: EditorSession;
/** An ERP that hands out no description, and that no panel has asked yet. */
let silent: Sandbox;
beforeAll(async () => {
	editor = await openEditor();
	silent = await startSandbox({ salesOrders: 5 });
	const gone = { match: { path: 'swagger.json' }, answer: { status: 404 }, times: 50 } as const;
	silent.script(gone);
});
afterAll(async () => {
	await editor?.close();
	await silent?.close();
});

const silentCredential = async () =>
	await storeCredential(editor.client, editor.serverUrl, 'session', silent.url, silent.account);

test('another endpoint keeps what is mapped, and the panel marks what it does not have', async () => {
	const { panel } = editor;
	await editor.node({ operation: 'create' });
	await panel.pick('endpoint', 'default/24', 'Default/24.200.001');
	await panel.pick('entity', 'event', 'Event');
	await panel.page.getByTestId('add-fields-select').waitFor();
	await panel.addField('Summary');
	await panel.fill('Summary', 'Fair');
	await panel.fill('EndTime', '2026-01-31 17:00:00');
	await panel.page.keyboard.press('Enter');
	await panel.pick('endpoint', 'default/25', 'Default/25.200.001');
	await reopen(panel);
	const mark = 'EndTime (not a field of Event in Default/25.200.001)';
	await panel.page.getByText(mark).first().waitFor();
	const value = async (name: string) =>
		await panel.parameter(name).locator('input').first().inputValue();
	expect([await value('Summary'), await value('EndTime')]).toEqual(['Fair', '2026-01-31 17:00:00']);
});

test('what the endpoint does not have is not sent, and the error names it', async () => {
	const { panel, sandbox } = editor;
	const before = sandbox.records.all('Event').length;
	await panel.page.getByTestId('node-execute-button').first().click();
	await panel.page.getByTestId('node-error-message').getByText('Event has no "EndTime"').waitFor();
	expect(sandbox.records.all('Event')).toHaveLength(before);
});

test('another entity begins anew', async () => {
	const { panel } = editor;
	await panel.pick('entity', 'customer', 'Customer');
	await panel.parameter('CustomerName').waitFor();
	expect(await panel.fields()).toEqual(['CustomerID (key field)', 'CustomerName', 'LocationName']);
	await panel.pick('entity', 'salesorder', 'SalesOrder');
	await panel.parameter('OrderNbr').waitFor();
	expect(await panel.fields()).not.toContain('CustomerName');
	expect(await panel.parameter('Description').locator('input').first().inputValue()).toBe('');
});

test('without a description the panel says why it lists nothing, and everything can be typed', async () => {
	const { panel } = editor;
	const { page } = panel;
	await editor.node({ operation: 'create' }, 1.1, await silentCredential());
	const entity = page.getByTestId('resource-locator-entity');
	await entity.getByTestId('rlc-input').click();
	await page.getByText('it does not hand out its description (swagger.json)').waitFor();
	await entity.getByTestId('rlc-mode-selector').click();
	await page.locator('[data-test-id=mode-name]:visible').click();
	await entity.locator('input').last().fill('SalesOrder');
	const notice = page.getByTestId('empty-fields-notice');
	await notice.getByText('Could not read the entities of Default/25.200.001').waitFor();
	expect(await notice.innerText()).toMatch(
		/does not hand out its description \(swagger\.json\): type names .* set Input Mode to JSON\.$/,
	);
	expect(await page.getByText('No fields found').count()).toBe(0);
	await panel.choose('inputMode', 'JSON');
	const record = '{{ { CustomerID: "C000001", Description: "Typed", Details: [] } }}';
	await panel.parameter('recordJson').locator('[contenteditable=true]').first().fill(record);
	await panel.run();
	const orders = silent.records.all('SalesOrder').map(({ fields }) => fields);
	expect(orders.find(({ Description }) => Description === 'Typed')).toMatchObject({
		CustomerID: 'C000001',
	});
});

test('fields of an earlier look-up stay where a new one fails, below a word about it', async () => {
	const { panel } = editor;
	const fields = ['CustomerID', 'Description'].map((id) => ({
		...{ id, displayName: id, type: 'string', required: false, display: true },
		...{ defaultMatch: false, canBeUsedToMatch: true, removed: false },
	}));
	const recordFields = {
		...{ mappingMode: 'defineBelow', matchingColumns: [], schema: fields },
		value: { CustomerID: 'C000002', Description: 'Looked up before' },
	};
	const entity = { __rl: true, mode: 'name', value: 'SalesOrder' };
	const parameters = { operation: 'create', entity, inputMode: 'fields', recordFields };
	await editor.node(parameters, 1.1, await silentCredential());
	await panel.page.getByText('Fields may be outdated. Could not read').first().waitFor();
	await panel.run();
	const orders = silent.records.all('SalesOrder').map(({ fields: written }) => written);
	expect(orders.find(({ Description }) => Description === 'Looked up before')).toMatchObject({
		CustomerID: 'C000002',
	});
});

test('the page reported no error', () => expect(editor.pageErrors).toEqual([]));
