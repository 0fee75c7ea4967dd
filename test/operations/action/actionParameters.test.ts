import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

const invoke = async (action: string, value: Record<string, unknown> | null, more = {}) =>
	await runAcumatica({
		sandbox,
		resource: 'action',
		operation: 'invoke',
		parameters: {
			entity: 'SalesOrder',
			action,
			recordKey: 'SO/000001',
			inputMode: 'fields',
			parameterFields: {
				mappingMode: 'defineBelow',
				value,
				matchingColumns: [],
				schema: [],
				...more,
			},
		},
		items: [{ Reason: 'of the item' }],
	});
const schemas = () => sandbox.ledger.requests.filter(({ kind }) => kind === 'schema');

test('parameters get the types of the endpoint', async () => {
	const run = await invoke('SalesOrderCreateShipment', {
		ShipmentDate: '2026-01-31T00:00:00.000+09:00',
		WarehouseID: '',
	});
	expect(run.error).toBeUndefined();
	expect(sandbox.ledger.actions.at(-1)?.parameters).toMatchObject({
		ShipmentDate: expect.stringMatching(/^2026-01-31/),
	});
	expect(sandbox.ledger.actions.at(-1)?.parameters).not.toHaveProperty('WarehouseID');
});

test('an action without parameters asks for nothing', async () => {
	const run = await invoke('OpenSalesOrder', null);
	expect(run.error).toBeUndefined();
	expect(schemas()).toEqual([]);
});

test('a parameter that the action does not have is told, with what may have been meant', async () => {
	const run = await invoke('SalesOrderCreateShipment', { WarehouseId: 'X' });
	expect(run.error).toMatchObject({
		message: 'The action SalesOrderCreateShipment has no "WarehouseId"',
		description: expect.stringContaining('did you mean WarehouseID?'),
	});
	expect(sandbox.ledger.actions).toEqual([]);
});

test('values of a dialog are taken by view and field, or by name from the incoming item', async () => {
	const run = await invoke('AskForReview', { 'FilterPreview.Reason': 'late', Urgent: 'yes' });
	expect(run.error).toBeUndefined();
	expect(sandbox.ledger.actions.at(-1)?.parameters).toMatchObject({
		custom: { FilterPreview: { Reason: 'late', Urgent: true } },
	});
	const automatic = await invoke('AskForReview', null, { mappingMode: 'autoMapInputData' });
	expect(automatic.error).toBeUndefined();
	expect(sandbox.ledger.actions.at(-1)?.parameters).toMatchObject({
		custom: { FilterPreview: { Reason: 'of the item' } },
	});
});
