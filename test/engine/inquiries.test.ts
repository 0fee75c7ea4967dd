import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';
import { startTrigger } from '../support/triggerRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const entity = 'InventorySummaryInquiry';
const advice =
	'InventorySummaryInquiry is an inquiry: it answers parameters with rows, and has no records to list, to read by key or to watch. Read it with Create or Update, with its parameters as the record and Expand set to Results. That stores nothing.';
const path = `/${entity}`;

describe('reading an inquiry like records', () => {
	const failed = async (operation: string, parameters: object = {}) => {
		const { error } = await runAcumatica({
			sandbox,
			operation,
			parameters: { entity, ...parameters },
		});
		return error;
	};

	test('by Get Many says how it is read', async () => {
		expect(await failed('getAll')).toMatchObject({
			message: expect.stringContaining('Optimization cannot be performed'),
			description: advice,
			httpCode: '500',
		});
	});

	test('by Get says how it is read', async () => {
		expect(await failed('get', { recordKey: 'AALEGO500' })).toMatchObject({
			description: `${advice} Acumatica says: No entity satisfies the condition.`,
		});
	});

	test('with any exception, or an empty answer, says how it is read', async () => {
		sandbox.script({ match: { path }, answer: { status: 500 } });
		expect(await failed('getAll')).toMatchObject({ description: advice });
		sandbox.script({ match: { path }, times: 9, answer: { status: 200, body: '' } });
		expect(await failed('getAll')).toMatchObject({
			message: expect.stringContaining('the answer was empty where data was due'),
			description: advice,
		});
	});

	test('without rights to the form asks for the rights', async () => {
		sandbox.script({ match: { path }, answer: { status: 403 } });
		const error = await failed('getAll');
		expect(error?.description).toContain('SM201025');
		expect(error?.description).not.toContain('Create or Update');
	});
});

describe('watching an inquiry', () => {
	const activated = async (watched: string) => {
		const trigger = await startTrigger({ sandbox, parameters: { entity: watched } });
		return (await trigger.activate()).error;
	};
	const way = 'begin with a Schedule Trigger and use the node Acumatica: Create or Update, with';

	test('says how it is read, again and again', async () => {
		expect(await activated(entity)).toMatchObject({
			message: expect.stringContaining('Optimization cannot be performed'),
			description: expect.stringContaining(way),
		});
	});

	test('says so as well where the list is empty', async () => {
		sandbox.script({ match: { path }, answer: { status: 200, body: [] } });
		expect(await activated(entity)).toMatchObject({
			message: `${entity} cannot be watched: it has no time of the last change`,
			description: expect.stringContaining(way),
		});
	});

	test('is not what is wrong with other entities without a time', async () => {
		expect(await activated('Subaccount')).toMatchObject({
			description: expect.stringContaining('Choose another entity'),
		});
	});
});

describe('the way that the advice tells', () => {
	const read = async (parameters: object) => {
		const run = await runAcumatica({ sandbox, operation: 'upsert', parameters: { ...parameters } });
		expect(run.error).toBeUndefined();
		expect(sandbox.ledger.writes).toEqual([]);
		return run.json;
	};

	test('sends the parameters and hands on the rows', async () => {
		const row = { id: 'a', rowNumber: 1, QtyOnHand: { value: 12 }, custom: {} };
		const body = { id: 'b', InventoryID: { value: 'AALEGO500' }, Results: [row], custom: {} };
		sandbox.script({
			match: { method: 'PUT', path: `${path}?$expand=Results` },
			answer: { status: 200, body },
		});
		const parameters = { entity, options: { expand: 'Results' } };
		expect(await read({ ...parameters, recordJson: '{ "InventoryID": "AALEGO500" }' })).toEqual([
			{ id: 'b', InventoryID: 'AALEGO500', Results: [expect.objectContaining({ QtyOnHand: 12 })] },
		]);
	});

	test('does so with mapped fields', async () => {
		const value = { InventoryID: 'AALEGO500' };
		const recordFields = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
		const parameters = {
			entity,
			inputMode: 'fields',
			recordFields,
			options: { expand: 'Results' },
		};
		expect(await read(parameters)).toMatchObject([{ InventoryID: 'AALEGO500', Results: [] }]);
	});

	test('works where there are no parameters', async () => {
		const parameters = { entity: 'CompaniesStructure', options: { expand: 'Results' } };
		expect(await read({ ...parameters, recordJson: '{ "custom": {} }' })).toMatchObject([
			{ Results: [] },
		]);
	});
});
