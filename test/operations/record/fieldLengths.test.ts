import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { authentications, runAcumatica } from '../../support/acumaticaRun.ts';

const started: Sandbox[] = [];
afterAll(async () => {
	await Promise.all(started.map(async (sandbox) => await sandbox.close()));
});
async function sandboxWith(options: SandboxOptions = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({ salesOrders: 1, ...options });
	started.push(sandbox);
	return sandbox;
}
const create = async (
	sandbox: Sandbox,
	record: object,
	authentication: (typeof authentications)[number] = 'session',
	items: readonly object[] = [{}],
	place: object = {},
) =>
	await runAcumatica({
		sandbox,
		authentication,
		operation: 'create',
		parameters: {
			entity: 'Customer',
			...place,
			recordJson: JSON.stringify(record),
			options: { checkFieldLengths: true },
		},
		items: items as never,
	});
const descriptions = ({ ledger }: Sandbox) =>
	ledger.requests.filter(({ path }) => path.includes('metadata')).length;

test.each(authentications)(
	'with %s: a text that is too long is told before anything is sent',
	async (authentication) => {
		const sandbox = await sandboxWith();
		const record = { CustomerName: 'x'.repeat(256), MainContact: { Email: 'a'.repeat(300) } };
		const run = await create(sandbox, record, authentication);
		expect(run.error).toMatchObject({
			message:
				'Customer: "CustomerName" has 256 characters, but holds 255; "MainContact.Email" has 300 characters, but holds 255',
			description: 'Shorten the texts. Nothing was sent for this item.',
		});
		expect(sandbox.ledger.writes).toEqual([]);
	},
);

test('what fits is written, and the lengths are asked for once', async () => {
	const sandbox = await sandboxWith();
	const run = await create(sandbox, { CustomerName: 'Fits' }, 'session', [{}, {}]);
	expect(run.error).toBeUndefined();
	await create(sandbox, { CustomerName: 'Fits, too' });
	expect(sandbox.ledger.writes).toHaveLength(3);
	expect(descriptions(sandbox)).toBe(1);
});

test.each(['withoutLengths', 'missing'] as const)(
	'an instance with DAC-based OData %s cannot be checked, which is said',
	async (dacOData) => {
		const sandbox = await sandboxWith({ dacOData });
		const run = await create(sandbox, { CustomerName: 'A' });
		expect(run.error).toMatchObject({
			message: 'The lengths of fields cannot be checked: this Acumatica does not publish them',
			description: expect.stringContaining('Remove the option'),
		});
		expect(sandbox.ledger.writes).toEqual([]);
	},
);

test.each([
	['PurchaseOrder', 'Default/25.200.001'],
	['Customer', 'Shop.Sync/6'],
])('of %s in %s nobody knows the lengths, which is said', async (entity, endpoint) => {
	const sandbox = await sandboxWith();
	const place = { entity, endpoint: { __rl: true, mode: 'name', value: endpoint } };
	const run = await create(sandbox, { Description: 'x'.repeat(9_999) }, 'session', [{}], place);
	expect(run.error).toMatchObject({
		message: `The lengths of fields cannot be checked for ${entity} in ${endpoint}`,
		description:
			'The option Check Field Lengths knows Customer, Invoice, NonStockItem, SalesOrder, StockItem and Vendor of the endpoint Default. Remove the option; Acumatica itself refuses texts that are too long. Nothing was sent for this item.',
	});
	expect(sandbox.ledger.writes).toEqual([]);
	expect(descriptions(sandbox)).toBe(0);
});
