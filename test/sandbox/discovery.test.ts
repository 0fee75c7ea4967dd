import { SandboxClient, valueAt } from './client.ts';
import { startSandbox } from './sandbox.ts';
import { signedInClient } from './signedIn.ts';

const builtIn = ['20.200.001', '23.200.001', '24.200.001', '25.200.001'].map((version) => ({
	name: 'Default',
	version,
	href: `/AcumaticaERP/entity/Default/${version}/`,
}));

describe('discovery', () => {
	const its = signedInClient();

	it('lists the built-in endpoints to everybody', async () => {
		const { status, json } = await new SandboxClient(its.sandbox).get('/entity');
		expect(status).toBe(200);
		expect(json).toEqual({
			version: { acumaticaBuildVersion: expect.any(String), databaseVersion: expect.any(String) },
			endpoints: builtIn,
		});
	});

	it('lists the custom ones to those who are signed in', async () => {
		const { json } = await its.client.get('/entity');
		expect(valueAt(json, 'endpoints')).toEqual([
			...builtIn,
			{ name: 'Shop.Sync', version: '6', href: '/AcumaticaERP/entity/Shop.Sync/6/' },
		]);
	});

	it('shows the OpenAPI document to everybody, with the address of the endpoint', async () => {
		const client = new SandboxClient(its.sandbox, 'Shop.Sync/6');
		const { status, json } = await client.get('swagger.json');
		expect(status).toBe(200);
		expect(valueAt(json, 'servers', 0, 'url')).toBe(`${its.sandbox.url}/entity/Shop.Sync/6`);
	});

	it.each([
		['Default/20.200.001', { swagger: '2.0' }],
		['Default/23.200.001', { swagger: '2.0' }],
		['Default/24.200.001', { openapi: '3.0.1' }],
		['Default/25.200.001', { openapi: '3.0.1' }],
		['Shop.Sync/6', { openapi: '3.0.1' }],
	])('describes %s in %j', async (endpoint, format) => {
		const { json } = await new SandboxClient(its.sandbox, endpoint).get('swagger.json');
		expect(json).toMatchObject({ ...format, info: { title: endpoint, version: '4' } });
	});

	it('names host and path apart in the older format', async () => {
		const client = new SandboxClient(its.sandbox, 'Default/23.200.001');
		expect((await client.get('swagger.json')).json).toMatchObject({
			host: new URL(its.sandbox.url).host,
			basePath: '/AcumaticaERP/entity/Default/23.200.001',
			schemes: ['http'],
		});
	});

	it.each(['Default/26.200.001', 'default/25.200.001', 'Nothing/1'])(
		'does not know %s',
		async (endpoint) => {
			const client = new SandboxClient(its.sandbox, endpoint);
			await client.signIn();
			for (const path of ['', 'swagger.json', 'Customer', 'Customer/$adHocSchema']) {
				expect((await client.get(path)).status).toBe(404);
			}
		},
	);

	it('does not know the custom fields of an entity that does not exist', async () => {
		expect((await its.client.get('Nothing/$adHocSchema')).status).toBe(404);
	});

	it('keeps the endpoint root to itself where that is switched on', async () => {
		const sandbox = await startSandbox({ salesOrders: 1, endpointRoot: 'notFound' });
		const client = new SandboxClient(sandbox);
		await client.signIn();
		expect((await client.get('')).status).toBe(404);
		await sandbox.close();
	});
});
