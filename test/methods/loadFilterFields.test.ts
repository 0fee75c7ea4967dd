import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { options } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

test('offers own fields, custom ones, and those of linked entities, with their types', async () => {
	const found = await options('loadFilterFields', { sandbox, entity: 'SalesOrder' });
	const names = found.map(({ name }) => name);
	expect(found).toEqual(
		expect.arrayContaining([
			{ name: 'OrderTotal', value: 'OrderTotal|Decimal', description: 'Decimal' },
			{
				name: 'UsrShippingFee (Document)',
				value: 'Document.UsrShippingFee|custom.Decimal',
				description: 'Decimal',
			},
			{
				name: 'ShipToAddress › City',
				value: 'ShipToAddress/City|String',
				description: 'String',
			},
		]),
	);
	expect(names.indexOf('WillCall')).toBeLessThan(names.indexOf('UsrShippingFee (Document)'));
	expect(names.indexOf('UsrShippingFee (Document)')).toBeLessThan(
		names.indexOf('ShipToAddress › City'),
	);
});

test('offers nothing that Acumatica cannot filter by', async () => {
	const found = await options('loadFilterFields', { sandbox, entity: 'SalesOrder' });
	expect(found.filter(({ value }) => String(value).startsWith('Details'))).toEqual([]);
	const customer = await options('loadFilterFields', { sandbox, entity: 'Customer' });
	expect(customer.filter(({ value }) => String(value).includes('UsrNewsletter'))).toEqual([]);
});

test('wants an entity first, and names the one that was meant', async () => {
	await expect(options('loadFilterFields', { sandbox })).rejects.toThrow('Choose an entity first');
	await expect(options('loadFilterFields', { sandbox, entity: 'customer' })).rejects.toMatchObject({
		description: 'Did you mean Customer? Names are case-sensitive.',
	});
});
