import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { mapperFields, options, search } from './editor.ts';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
afterEach(async () => await sandbox.close());

const documents = () =>
	sandbox.ledger.requests.filter(({ path }) => path.includes('swagger.json')).length;
const state = () => ({ sandbox, entity: 'SalesOrder', operation: 'create' });

test('the first panel downloads the description once, the second nothing at all', async () => {
	await mapperFields('mapRecordFields', state());
	await options('loadExpandable', state());
	expect(documents()).toBe(1);
	const before = sandbox.ledger.total;
	await mapperFields('mapRecordFields', state());
	await options('loadSelectable', state());
	await search('searchActions', state());
	expect(sandbox.ledger.total).toBe(before);
});

test('twenty panels that open at once share one download, and leave no session', async () => {
	const opened = Array.from(
		{ length: 20 },
		async () => await mapperFields('mapRecordFields', state()),
	);
	const fields = await Promise.all(opened);
	expect(new Set(fields.map(({ fields: { length } }) => length)).size).toBe(1);
	expect(documents()).toBe(1);
	expect(sandbox.ledger.sessions.open).toBe(0);
});

describe('a description that is not as it should be', () => {
	const notice = async () => (await mapperFields('mapRecordFields', state())).emptyFieldsNotice;

	test.each([
		['missing', { status: 404 }, /does not exist in this ERP \(404\).*Input Mode to JSON/],
		['forbidden', { status: 403 }, /403|rights.*Input Mode to JSON/],
		['a web page', { html: true as const }, /web page.*Input Mode to JSON/],
		['something else', { status: 200, body: { hello: 1 } }, /swagger.json\) cannot be read.*JSON/],
		['empty', { status: 200, body: {} }, /swagger.json\) cannot be read/],
		[
			'without shapes',
			{ status: 200, body: { paths: { '/SalesOrder': {} } } },
			/does not say what SalesOrder consists of/,
		],
	])('%s: the panel says so', async (_, answer, message) => {
		sandbox.script({ match: { path: 'swagger.json' }, answer, times: 50 });
		expect(await notice()).toMatch(message);
		sandbox.calm();
		expect(sandbox.ledger.sessions.open).toBe(0);
	});

	test('a huge one is read all the same: 20 MB', async () => {
		const schemas = Object.fromEntries(
			Array.from({ length: 4_000 }, (_, index) => [
				`Unused${index}`,
				{ type: 'object', description: 'x'.repeat(5_000) },
			]),
		);
		const value = { $ref: '#/components/schemas/StringValue' };
		const order = {
			properties: { OrderNbr: value, Loop: { $ref: '#/components/schemas/SalesOrder' } },
		};
		const body = {
			openapi: '3.0.1',
			paths: { '/SalesOrder': {} },
			components: { schemas: { ...schemas, SalesOrder: order } },
		};
		sandbox.script({ match: { path: 'swagger.json' }, answer: { status: 200, body } });
		const { fields } = await mapperFields('mapRecordFields', state());
		expect(fields.map(({ id }) => id)).toContain('OrderNbr');
	}, 30_000);
});
