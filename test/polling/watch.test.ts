import { systemClock } from '../../nodes/Acumatica/transport/clock';
import { settableClock } from '../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type PollDatabase, pollDatabase } from '../support/poller.ts';
import { startTrigger, triggerCredentials } from '../support/triggerRun.ts';

const clock = settableClock(Date.UTC(2026, 9, 25, 0, 30));
let sandbox: Sandbox;
let meanwhile = () => undefined as void;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 6, clock, meanwhile: () => meanwhile() });
});
beforeEach(() => {
	meanwhile = () => undefined;
	sandbox.reset();
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await sandbox.close());

function change(place: number) {
	const record = sandbox.records.all('SalesOrder')[place];
	if (record === undefined) throw new Error('No such order');
	clock.advance(60_000);
	const LastModified = new Date(clock.now()).toISOString();
	sandbox.records.set('SalesOrder').put({ ...record, fields: { ...record.fields, LastModified } });
	return record.id;
}
const batches = ({ executions }: PollDatabase) =>
	executions.map((items) => items.map(({ json }) => json.id));

test.each(['classic', 'durable'] as const)(
	'%s: the first watermark outlives a restart, although nothing was changed yet',
	async (kind) => {
		const database = pollDatabase(kind);
		const credentials = await triggerCredentials({ sandbox });
		await (await startTrigger({ sandbox, database, credentials })).activate();
		expect(database.stored).toContain('watermark');
		const changed = change(0);
		await (await startTrigger({ sandbox, database, credentials })).activate();
		expect(batches(database)).toEqual([[], [changed]]);
	},
);

test('Repeat After Restart stores the state a batch behind, and a restart repeats that batch only', async () => {
	const database = pollDatabase('classic');
	const credentials = await triggerCredentials({ sandbox });
	const run = {
		sandbox,
		database,
		credentials,
		parameters: { options: { repeatAfterRestart: true } },
	};
	const trigger = await startTrigger(run);
	await trigger.activate();
	const [a, b] = [change(1), (await trigger.tick()) && change(2)];
	await trigger.tick();
	expect((await trigger.tick()).items).toBeUndefined();
	await (await startTrigger(run)).activate();
	expect(batches(database)).toEqual([[], [a], [b], [b]]);
});

test('with durable cursors that option stores nothing behind: the platform does better', async () => {
	const database = pollDatabase('durable');
	const credentials = await triggerCredentials({ sandbox });
	const run = {
		sandbox,
		database,
		credentials,
		parameters: { options: { repeatAfterRestart: true } },
	};
	const trigger = await startTrigger(run);
	await trigger.activate();
	const changed = change(3);
	await trigger.tick();
	await trigger.tick();
	await (await startTrigger(run)).activate();
	expect(batches(database)).toEqual([[], [changed]]);
});

test('without that option a kill at the wrong moment loses the batch that n8n was starting', async () => {
	const database = pollDatabase('classic');
	const credentials = await triggerCredentials({ sandbox });
	const trigger = await startTrigger({ sandbox, database, credentials });
	await trigger.activate();
	change(4);
	await trigger.tick('stateOnly');
	await (await startTrigger({ sandbox, database, credentials })).activate();
	expect(batches(database)).toEqual([[]]);
});

test('a change that comes late is told in the log', async () => {
	const trigger = await startTrigger({ sandbox });
	await trigger.activate();
	await trigger.tick();
	const [record] = sandbox.records.all('SalesOrder');
	const LastModified = new Date(clock.now() - 100_000).toISOString();
	if (record === undefined) throw new Error('No order');
	sandbox.records.set('SalesOrder').put({ ...record, fields: { ...record.fields, LastModified } });
	const { items, log } = await trigger.tick();
	expect(items).toHaveLength(1);
	expect(log.map(({ message }) => message).join()).toMatch(
		/became visible 100 s after.*Raise Overlap/,
	);
});

test('a poll that takes long is not taken for a clock that was set back', async () => {
	const now = systemClock.now.bind(systemClock);
	let ahead = 0;
	jest.spyOn(systemClock, 'now').mockImplementation(() => now() + ahead);
	const options = { maxRecordsPerPoll: 2 };
	const trigger = await startTrigger({ sandbox, parameters: { options } });
	await trigger.activate();
	for (const place of [0, 1, 2, 3]) change(place);
	ahead += 240_000;
	const before = sandbox.ledger.total;
	meanwhile = () => {
		ahead += 10_000;
		clock.advance(10_000);
	};
	const { items, log } = await trigger.tick();
	expect(items).toHaveLength(2);
	expect(sandbox.ledger.total - before).toBe(3);
	expect(log.map(({ message }) => message).join()).not.toMatch(/set back/);
});
