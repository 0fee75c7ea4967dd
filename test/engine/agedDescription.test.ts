import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';
import { systemClock } from '../support/virtualTime.ts';

jest.mock('../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../support/virtualTime.ts'),
);

/** An execution takes the description of its endpoint up to a day old; meanwhile the endpoint has grown. */
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
	const before = { paths: { '/Customer': {} } };
	sandbox.script({ match: { path: 'swagger.json' }, answer: { status: 200, body: before } });
	await map('Customer', { CustomerName: 'One' });
	await systemClock.sleep(11 * 60_000);
});
afterEach(async () => await sandbox.close());

const mapper = (value: Record<string, unknown>) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
});
const map = async (entity: string, value: Record<string, unknown>) =>
	await runAcumatica({
		sandbox,
		operation: 'create',
		parameters: { entity, inputMode: 'fields', recordFields: mapper(value) },
	});
const downloads = () =>
	sandbox.ledger.requests.filter(({ path }) => path.endsWith('swagger.json')).length;

test('a new entity is looked up afresh, and its values get their types', async () => {
	const value = { CustomerID: 'C000001', Description: 'New', Date: '2026-01-31T23:00:00+13:00' };
	const run = await map('SalesOrder', value);
	expect(run.error).toBeUndefined();
	const order = sandbox.records
		.all('SalesOrder')
		.find(({ fields }) => fields.Description === 'New');
	expect(order?.fields.Date).toMatch(/^2026-01-31/);
	expect(downloads()).toBe(2);
	await map('SalesOrder', value);
	expect(downloads()).toBe(2);
});

test('so is a new action with its parameters', async () => {
	const run = await runAcumatica({
		sandbox,
		resource: 'action',
		operation: 'invoke',
		parameters: {
			entity: 'SalesOrder',
			action: 'SalesOrderCreateShipment',
			recordKey: 'SO/000001',
			inputMode: 'fields',
			parameterFields: mapper({ ShipmentDate: '2026-01-31T23:00:00+13:00', WarehouseID: '' }),
		},
	});
	expect(run.error).toBeUndefined();
	expect(sandbox.ledger.actions.at(-1)?.parameters).toEqual({
		ShipmentDate: expect.stringMatching(/^2026-01-31/),
	});
	expect(downloads()).toBe(2);
});
