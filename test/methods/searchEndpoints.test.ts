import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { names, search, values } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());

describe('the list of endpoints', () => {
	it('shows what the instance publishes to this user, newest version first', async () => {
		const found = await search('searchEndpoints', { sandbox });
		expect(names(found)).toEqual([
			'Default/25.200.001',
			'Default/24.200.001',
			'Default/23.200.001',
			'Default/20.200.001',
			'Shop.Sync/6',
		]);
		expect(values(found)).toEqual(names(found));
		expect(found.paginationToken).toBeUndefined();
	});

	it.each([
		['24', ['Default/24.200.001']],
		['shop', ['Shop.Sync/6']],
		[
			'',
			[
				'Default/25.200.001',
				'Default/24.200.001',
				'Default/23.200.001',
				'Default/20.200.001',
				'Shop.Sync/6',
			],
		],
		['nothing', []],
	])('is filtered by %p, in any case', async (filter, found) => {
		expect(names(await search('searchEndpoints', { sandbox }, filter))).toEqual(found);
	});

	it('does not depend on an endpoint that is wrong: it is where a right one is found', async () => {
		const state = { sandbox, endpoint: 'Nope/1', credential: { endpointVersion: '99.200.001' } };
		expect(names(await search('searchEndpoints', state))).toContain('Default/25.200.001');
	});

	it('leaves no session open', () => {
		expect(sandbox.ledger.sessions.open).toBe(0);
		expect(sandbox.ledger.sessions.closed).toBeGreaterThan(0);
	});
});

describe('when the instance does not list endpoints', () => {
	it('says where to look', async () => {
		await using(async (fresh) => {
			fresh.script({ match: { kind: 'discovery' }, answer: { status: 200, body: { odd: true } } });
			await expect(search('searchEndpoints', { sandbox: fresh })).rejects.toMatchObject({
				message: 'The server does not list endpoints, as an Acumatica would',
				description: expect.stringContaining('must include the site name'),
			});
			expect(fresh.ledger.sessions).toMatchObject({ opened: 1, closed: 1 });
		});
	});
});

/** What an instance lists is remembered: another answer needs another instance. */
async function using(work: (fresh: Sandbox) => Promise<void>): Promise<void> {
	const fresh = await startSandbox({ salesOrders: 1 });
	try {
		await work(fresh);
	} finally {
		await fresh.close();
	}
}
