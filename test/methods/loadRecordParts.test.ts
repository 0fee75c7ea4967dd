import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { options } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

test.each([
	['loadSelectable', ['OrderNbr', 'ShipToAddress/City', 'Details/InventoryID']],
	['loadExpandable', ['Details', 'ShipToAddress', 'Details/Allocations', 'files']],
	['loadCustomFields', ['Document.UsrShippingFee', 'Details/Transactions.UsrEngraving']],
] as const)('%s offers what the entity has', async (method, expected) => {
	const found = await options(method, { sandbox, entity: 'SalesOrder' });
	expect(found.map(({ value }) => value)).toEqual(expect.arrayContaining([...expected]));
	expect(found.every(({ name, value }) => name === value)).toBe(true);
});

test('an entity without custom fields offers none', async () =>
	expect(await options('loadCustomFields', { sandbox, entity: 'Vendor' })).toEqual([]));

test('wants an entity first', async () => {
	await expect(options('loadSelectable', { sandbox })).rejects.toThrow('Choose an entity first');
});
