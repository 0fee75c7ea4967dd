import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { search, values } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const actions = async (state: object, filter?: string) =>
	values(await search('searchActions', { sandbox, ...state }, filter));

test('lists the actions of the chosen entity', async () => {
	expect(await actions({ entity: 'Shipment' })).toEqual([
		'ConfirmShipment',
		'CorrectShipment',
		'PrepareInvoice',
		'UpdateIN',
	]);
});

test('is filtered, in any case', async () => {
	expect(await actions({ entity: 'SalesOrder' }, 'CREATE')).toEqual([
		'SalesOrderCreateReceipt',
		'SalesOrderCreateShipment',
	]);
});

test('shows the actions of the workflow as well, and what each takes', async () => {
	const { results } = await search('searchActions', { sandbox, entity: 'SalesOrder' }, 'review');
	expect(results).toEqual([
		{
			name: 'AskForReview · Reason, Urgent',
			value: 'AskForReview',
			description: "Of the form's workflow. Parameters: Reason, Urgent",
		},
	]);
	const create = await search('searchActions', { sandbox, entity: 'SalesOrder' }, 'shipment');
	expect(create.results).toMatchObject([
		{
			name: 'SalesOrderCreateShipment · ShipmentDate, WarehouseID',
			description: 'Parameters: ShipmentDate, WarehouseID',
		},
	]);
});

test('names the entity that was meant', async () => {
	await expect(search('searchActions', { sandbox, entity: 'shipment' })).rejects.toMatchObject({
		message: 'Default/25.200.001 has no entity "shipment"',
		description: 'Did you mean Shipment? Names are case-sensitive.',
	});
});

test('an entity without actions has an empty list', async () => {
	expect(await actions({ entity: 'ShipVia' })).toEqual([]);
});

test('wants an entity first, and leaves no session', async () => {
	await expect(search('searchActions', { sandbox })).rejects.toThrow('Choose an entity first');
	expect(sandbox.ledger.sessions.open).toBe(0);
});
