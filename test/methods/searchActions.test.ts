import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { search } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const names = async (state: object, filter?: string) =>
	(await search('searchActions', { sandbox, ...state }, filter)).results.map(({ name }) => name);

test('lists the actions of the chosen entity', async () => {
	expect(await names({ entity: 'Shipment' })).toEqual([
		'ConfirmShipment',
		'CorrectShipment',
		'PrepareInvoice',
		'UpdateIN',
	]);
});

test('is filtered, in any case', async () => {
	expect(await names({ entity: 'SalesOrder' }, 'CREATE')).toEqual([
		'SalesOrderCreateReceipt',
		'SalesOrderCreateShipment',
	]);
});

test('an entity without actions has an empty list', async () => {
	expect(await names({ entity: 'ShipVia' })).toEqual([]);
});

test('wants an entity first, and leaves no session', async () => {
	await expect(search('searchActions', { sandbox })).rejects.toThrow('Choose an entity first');
	expect(sandbox.ledger.sessions.open).toBe(0);
});
