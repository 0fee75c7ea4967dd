import type { EndpointSchema } from '../../nodes/Acumatica/contract/schema';
import { publishedEndpoints, suggest } from '../../nodes/Acumatica/transport/suggestion';

const endpoint = { name: 'Default', version: '24.200.001' };
const endpoints = async () => [
	endpoint,
	{ name: 'Default', version: '26.200.001' },
	{ name: 'Shop.Sync', version: '6' },
];
const published = (...actions: string[]) => ({
	shape: '',
	actions: new Map(actions.map((action) => [action, new Map()])),
});
const contents = async (): Promise<EndpointSchema> => ({
	contractVersion: '4',
	entities: new Map([
		['Customer', published()],
		['SalesInvoice', published('ReleaseSalesInvoice')],
		['SalesOrder', published('CancelSalesOrder', 'ReopenSalesOrder')],
	]),
	shapes: new Map(),
});

describe('suggest', () => {
	test('names the endpoints that exist when it is the endpoint that is wrong', async () => {
		const about = {
			doing: 'read',
			endpoint: { name: 'Default', version: '99.9' },
			entity: 'Customer',
		};
		expect(await suggest(about, endpoints, contents)).toBe(
			'Default/99.9 is not published by this ERP. It publishes Default/24.200.001, Shop.Sync/6. Correct the endpoint in the credential or the node.',
		);
	});

	test('names the entities that come near', async () => {
		expect(
			await suggest({ doing: 'read', endpoint, entity: 'salesorder' }, endpoints, contents),
		).toBe(
			'Default/24.200.001 has no entity "salesorder". Did you mean SalesOrder? Names are case-sensitive.',
		);
	});

	test('says only what is missing where nothing comes near', async () => {
		expect(await suggest({ doing: 'read', endpoint, entity: 'Xyzzy' }, endpoints, contents)).toBe(
			'Default/24.200.001 has no entity "Xyzzy". Names are case-sensitive.',
		);
	});

	test.each([
		['SalesOrder', 'cancelSalesorder', 'Did you mean CancelSalesOrder?'],
		['SalesOrder', 'Fly', 'It has CancelSalesOrder, ReopenSalesOrder.'],
		['Customer', 'Release', 'It has none at all.'],
	])('%s: after the action %s says: %s', async (entity, action, words) => {
		const said = await suggest({ doing: 'run', endpoint, entity, action }, endpoints, contents);
		expect(said).toBe(`${entity} has no action "${action}" in Default/24.200.001. ${words}`);
	});

	test('is silent where endpoint and entity exist, or none is known', async () => {
		expect(
			await suggest({ doing: 'read', endpoint, entity: 'Customer' }, endpoints, contents),
		).toBe('');
		expect(await suggest({ doing: 'sign in' }, endpoints, contents)).toBe('');
		expect(await suggest({ doing: 'read', endpoint }, endpoints, contents)).toBe('');
	});
});

test('an instance without endpoints is said to publish none', () =>
	expect(publishedEndpoints([])).toBe('It publishes none.'));
