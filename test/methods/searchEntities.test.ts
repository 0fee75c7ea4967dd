import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { names, search, values } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

describe('the list of entities', () => {
	it('shows all entities of the endpoint, in alphabetical order', async () => {
		const found = await search('searchEntities', { sandbox });
		expect(found.results).toHaveLength(119);
		expect(values(found).slice(0, 2)).toEqual(['Account', 'AccountDetailsForPeriodInquiry']);
		expect(names(found).map((name) => name.split(' ')[0])).toEqual(values(found));
	});

	it('marks the inquiries, which have no records, and nothing else', async () => {
		const { results } = await search('searchEntities', { sandbox });
		const marked = results.filter(({ name, value }) => name !== value);
		expect(marked).toHaveLength(10);
		expect(marked).toContainEqual({
			name: 'CompaniesStructure · inquiry',
			value: 'CompaniesStructure',
			description: expect.stringContaining('Get Many cannot read it'),
		});
	});

	it('marks what may be one by its name', async () => {
		sandbox.script({
			match: { path: 'swagger.json' },
			answer: { status: 200, body: { paths: { '/ShelfInquiry': {}, '/Shelf': {} } } },
		});
		const credential = { endpointVersion: '20.200.001' };
		expect(names(await search('searchEntities', { sandbox, credential }))).toEqual([
			'Shelf',
			'ShelfInquiry · probably an inquiry',
		]);
	});

	it('is filtered in any case', async () => {
		expect(names(await search('searchEntities', { sandbox }, 'SALESo'))).toEqual(['SalesOrder']);
		expect(names(await search('searchEntities', { sandbox }, 'nothing'))).toEqual([]);
	});

	it('shows those of the endpoint that the node overrides', async () => {
		const found = await search('searchEntities', { sandbox, endpoint: 'Shop.Sync/6' });
		expect(names(found)).toEqual(['Customer', 'WebCustomer', 'WebOrder']);
	});

	it('shows those of the endpoint that the credential names', async () => {
		const credential = { endpointName: 'Shop.Sync' };
		const found = await search('searchEntities', { sandbox, credential });
		expect(names(found)).toEqual(['Customer', 'WebCustomer', 'WebOrder']);
	});

	it('is read from the instance once, then remembered', async () => {
		const before = sandbox.ledger.countByKind.schema ?? 0;
		const credential = { endpointVersion: '24.200.001' };
		await search('searchEntities', { sandbox, credential });
		await search('searchEntities', { sandbox, credential }, 'Tax');
		expect((sandbox.ledger.countByKind.schema ?? 0) - before).toBe(1);
	});
});

describe('an endpoint that does not exist', () => {
	const published =
		'It publishes Default/20.200.001, Default/23.200.001, Default/24.200.001, Default/25.200.001, Shop.Sync/6.';

	it('is told with the versions that do', async () => {
		const credential = { endpointVersion: '23.100.001' };
		await expect(search('searchEntities', { sandbox, credential })).rejects.toMatchObject({
			message: expect.stringContaining('Default/23.100.001'),
			description: expect.stringContaining(
				`Default/23.100.001 is not published by this ERP. ${published}`,
			),
			httpCode: '404',
		});
	});

	it('is told with the names that do', async () => {
		const credential = { endpointName: 'Nope' };
		await expect(search('searchEntities', { sandbox, credential })).rejects.toMatchObject({
			message: 'This Acumatica publishes no endpoint "Nope" that this node understands',
			description: expect.stringContaining(published),
		});
	});
});

test('a description that cannot be read leaves the name to be typed', async () => {
	sandbox.script({ match: { path: 'swagger.json' }, answer: { status: 200, body: { odd: 1 } } });
	await expect(
		search('searchEntities', { sandbox, authentication: 'passwordOAuth2' }),
	).rejects.toMatchObject({
		message: 'The description of Default/25.200.001 (swagger.json) cannot be read',
		description: 'Type names instead of picking them.',
	});
});
