import { standingClock } from '../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { startTrigger } from '../support/triggerRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 3, clock: standingClock(Date.UTC(2026, 5, 1)) });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const fieldFor = async (entity: string, parameters: object = {}) => {
	const trigger = await startTrigger({ sandbox, parameters: { entity, ...parameters } });
	const { error } = await trigger.activate();
	const { state } = trigger.state();
	return error?.message ?? Object(state).field;
};
const schemaReads = () => sandbox.ledger.countByKind.schema ?? 0;

test.each([
	['SalesOrder', {}, 'LastModified'],
	['Customer', {}, 'LastModifiedDateTime'],
	['StockItem', {}, 'LastModifiedDateTime'],
	['SalesOrder', { event: 'created' }, 'CreatedDate'],
	['SalesOrder', { options: { timestampField: 'Date' } }, 'Date'],
])('%s with %j is watched by %s', async (entity, parameters, field) => {
	expect(await fieldFor(entity, parameters)).toBe(field);
	expect(schemaReads()).toBe(0);
});

test('where there is no record yet, the schema tells; once', async () => {
	expect(sandbox.records.all('Project')).toEqual([]);
	expect(await fieldFor('Project')).toBe('LastModifiedDateTime');
	expect(schemaReads()).toBe(1);
});
