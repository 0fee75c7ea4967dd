import { endpoints } from '../sandbox/contract/load.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runWorkflowFile } from './runWorkflowFile.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 40 });
});
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const outputs = new Map<string, unknown>();

test('the endpoints are 20, 23, 24, 25 and a dotted one of a customization', () =>
	expect(endpoints().map(({ name, version }) => `${name}/${version}`)).toEqual([
		'Default/20.200.001',
		'Default/23.200.001',
		'Default/24.200.001',
		'Default/25.200.001',
		'Shop.Sync/6',
	]));

test.each(endpoints())('one workflow writes and reads through $name/$version', async (endpoint) => {
	sandbox.reset();
	const label = `${endpoint.name}/${endpoint.version}`;
	const items = [{ json: { endpoint: label } }];
	const outcome = await runWorkflowFile(sandbox, 'customersOfAnyEndpoint', 'session', items);
	expect(outcome.error).toBeUndefined();
	const customers = outcome.nodes['Customers']?.json ?? [];
	expect(customers.length).toBeGreaterThan(2);
	expect(customers).toEqual(
		expect.arrayContaining([
			{
				id: expect.any(String),
				note: expect.anything(),
				CustomerID: 'ANYWHERE',
				CustomerName: 'Any Endpoint Ltd.',
				Status: 'Active',
				AccountRef: '4711',
				MainContact: expect.objectContaining({
					Email: 'any@endpoint.example',
					Address: expect.objectContaining({ City: 'Graz' }),
				}),
				custom: { CurrentCustomer: { UsrLoyaltyPoints: 12 } },
			},
		]),
	);
	outputs.set(label, customers.map(withoutOwnId));
});

test('the output is the same through all of them', () => {
	const [first, ...others] = outputs.values();
	expect(others).toHaveLength(4);
	for (const other of others) expect(other).toEqual(first);
});

/** The new customer, and rows without a NoteID, have another one each time. */
function withoutOwnId(value: unknown): unknown {
	return JSON.parse(
		JSON.stringify(value, (name, inner: unknown) => (name === 'id' ? undefined : inner)),
	);
}
