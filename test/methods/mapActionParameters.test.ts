import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { mapperFields } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const parametersOf = async (action: string, more: object = {}) =>
	await mapperFields('mapActionParameters', {
		sandbox,
		resource: 'action',
		operation: 'invoke',
		entity: 'SalesOrder',
		action,
		...more,
	});

test('are those of the contract, with their types', async () => {
	const { fields } = await parametersOf('SalesOrderCreateShipment');
	expect(fields).toMatchObject([
		{ id: 'ShipmentDate', type: 'dateTime', removed: false },
		{ id: 'WarehouseID', type: 'string', removed: false },
	]);
});

test('are the fields of the dialog of a workflow action', async () => {
	const { fields } = await parametersOf('AskForReview');
	expect(fields).toMatchObject([
		{ id: 'FilterPreview.Reason', type: 'string' },
		{ id: 'FilterPreview.Urgent', type: 'options' },
	]);
});

test('are none for most actions, which is said', async () => {
	expect(await parametersOf('OpenSalesOrder')).toEqual({
		fields: [],
		emptyFieldsNotice: 'OpenSalesOrder has no parameters that Acumatica lists.',
	});
});

describe('of an action that is not there', () => {
	const noticeOf = async (action: string, more: object = {}) =>
		(await parametersOf(action, more)).emptyFieldsNotice;

	test('are none, and the panel says that there is no such action, and which was meant', async () => {
		expect(await noticeOf('OpenSalesorder')).toBe(
			'SalesOrder in Default/25.200.001 has no action "OpenSalesorder". Did you mean OpenSalesOrder? Names are case-sensitive.',
		);
		expect(await noticeOf('NoSuchAction')).toMatch(
			/^SalesOrder in Default\/25\.200\.001 has no action "NoSuchAction"\./,
		);
	});

	test('are not known where nobody could read the actions of the form', async () => {
		// Else it would be remembered what an earlier test has looked up.
		const fresh = await startSandbox({ salesOrders: 1 });
		fresh.script({ match: { path: 'adHocSchema' }, answer: { status: 403 }, times: 9 });
		const notice = await noticeOf('AskForReview', { sandbox: fresh });
		await fresh.close();
		expect(notice).toBe(
			'The description of Default/25.200.001 has no action "AskForReview" of SalesOrder, and those of the form\'s workflow could not be read. To enter names yourself, set Input Mode to JSON.',
		);
	});

	test('are shown as text, whatever the name of the action is', async () => {
		expect(await noticeOf('<img src=x onerror=alert(1)>')).toContain(
			'has no action "&lt;img src=x onerror=alert(1)&gt;"',
		);
	});
});

test('those that another endpoint does not have stay, and say so', async () => {
	const parameterFields = { mappingMode: 'defineBelow', value: { Gone: 1 }, schema: [] };
	const { fields } = await parametersOf('OpenSalesOrder', { parameters: { parameterFields } });
	expect(fields).toMatchObject([
		{ id: 'Gone', displayName: 'Gone (not a field of the action OpenSalesOrder)' },
	]);
});

test('fields of a dialog that nobody could look up stay unmarked', async () => {
	// Else it would be remembered what an earlier test has looked up.
	const fresh = await startSandbox({ salesOrders: 1 });
	fresh.script({ match: { path: 'adHocSchema' }, answer: { status: 403 }, times: 9 });
	const value = { 'FilterPreview.Reason': 'late', Gone: 1 };
	const parameterFields = { mappingMode: 'defineBelow', value, schema: [] };
	const state = { sandbox: fresh, parameters: { parameterFields } };
	const { fields } = await parametersOf('AskForReview', state);
	await fresh.close();
	expect(fields.map(({ displayName }) => displayName)).toEqual([
		'Gone (not a field of the action AskForReview)',
		'FilterPreview.Reason',
	]);
});

test('want an action first', async () => {
	const { emptyFieldsNotice } = await parametersOf('');
	expect(emptyFieldsNotice).toBe('Choose entity and action to see its parameters.');
});

test('say why they cannot be looked up', async () => {
	const { emptyFieldsNotice } = await parametersOf('Act', { entity: 'salesorder' });
	expect(emptyFieldsNotice).toContain('has no entity "salesorder". Did you mean SalesOrder?');
});
