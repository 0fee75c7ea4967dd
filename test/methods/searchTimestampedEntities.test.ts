import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { credentialFor } from '../support/acumaticaRun.ts';
import { installed } from '../support/acumaticaPackage.ts';
import { callMethod } from '../support/editorMethod.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterAll(async () => await sandbox.close());

const search = async (event: string, filter = '') => {
	const acumaticaApi = {
		...(await credentialFor({ sandbox }, 'session')),
		endpointVersion: '24.200.001',
	};
	const { results } = await callMethod({
		installed,
		node: 'acumaticaTrigger',
		group: 'listSearch',
		method: 'searchTimestampedEntities',
		parameters: { authentication: 'session', event },
		credentials: { acumaticaApi },
		args: [filter],
	});
	return results.map(({ value }) => value);
};

test('shows the 85 entities that say when they were changed, and are no inquiries', async () => {
	const entities = await search('createdOrUpdated');
	expect(entities).toHaveLength(85);
	expect(entities).not.toContain('InventoryQuantityAvailable');
	expect(entities).toContain('SalesOrder');
	expect(entities).not.toContain('Subaccount');
});

test.each(['created', 'updated'])(
	'for %s shows those that keep their creation too',
	async (event) => {
		const entities = await search(event);
		expect(entities).toContain('SalesOrder');
		expect(entities).not.toContain('StockItem');
		expect(await search(event, 'salesor')).toEqual(['SalesOrder']);
	},
);
