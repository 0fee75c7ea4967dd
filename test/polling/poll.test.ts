import { type FaultAnswer, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { settableClock } from '../sandbox/clock.ts';
import { authentications } from '../support/acumaticaRun.ts';
import { pollDatabase } from '../support/poller.ts';
import { startTrigger, triggerCredentials } from '../support/triggerRun.ts';

const clock = settableClock(Date.UTC(2026, 9, 25, 0, 30));
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 12, clock });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

/** Changes the record of that place, now by the ERP's clock. */
function change(place: number, fields: Record<string, string> = {}) {
	const record = sandbox.records.all('SalesOrder')[place];
	if (record === undefined) throw new Error('No such order');
	clock.advance(1000);
	const LastModified = new Date(clock.now()).toISOString();
	sandbox.records.set('SalesOrder').put({
		...record,
		fields: { ...record.fields, LastModified, ...fields },
	});
	return record.id;
}

const gets = () => sandbox.ledger.requests.filter(({ method }) => method === 'GET');
const paths = () => gets().map(({ path }) => decodeURIComponent(path.replace(/^.*?001\//, '')));
const ids = (items?: readonly { readonly json: { readonly id?: unknown } }[]) =>
	items?.map(({ json }) => json.id);

test.each(authentications)(
	'with %s: begins at the activation, hands on changes, signs out',
	async (authentication) => {
		const trigger = await startTrigger({ sandbox, authentication });
		expect((await trigger.activate()).items).toEqual([]);
		expect((await trigger.tick()).items).toBeUndefined();
		const changed = change(3);
		expect(ids((await trigger.tick()).items)).toEqual([changed]);
		expect((await trigger.tick()).items).toBeUndefined();
		expect(sandbox.ledger.sessions.open).toBe(0);
	},
);

test('a hundred idle polls are a hundred requests', async () => {
	const trigger = await startTrigger({ sandbox });
	await trigger.activate();
	const before = sandbox.ledger.total;
	for (let poll = 0; poll < 100; poll++) {
		clock.advance(60_000);
		expect((await trigger.tick()).items).toBeUndefined();
	}
	// The token of an hour is renewed once, and the request that showed it was repeated.
	expect(gets().length - 102).toBeLessThanOrEqual(2);
	expect(sandbox.ledger.total - before).toBeLessThanOrEqual(106);
	expect(paths().every((path) => !path.includes('swagger'))).toBe(true);
});

test('a request that fails hands nothing on, and the next poll hands on the same', async () => {
	const trigger = await startTrigger({ sandbox, authentication: 'session' });
	await trigger.activate();
	const changed = change(1);
	sandbox.script({ match: { method: 'GET' }, answer: { status: 500, body: { message: 'Oops' } } });
	const failed = await trigger.tick();
	expect([failed.items, failed.error?.message]).toEqual([
		undefined,
		expect.stringContaining('Could not read changes of SalesOrder'),
	]);
	expect(sandbox.ledger.sessions.open).toBe(0);
	expect(ids((await trigger.tick()).items)).toEqual([changed]);
});

test('an activation that fails says why', async () => {
	const trigger = await startTrigger({ sandbox, parameters: { entity: 'Nothing' } });
	expect((await trigger.activate()).error?.message).toMatch(/Nothing/);
	const unwatchable = await startTrigger({ sandbox, parameters: { entity: 'Subaccount' } });
	expect((await unwatchable.activate()).error?.message).toBe(
		'Subaccount cannot be watched: it has no time of the last change',
	);
	const uncreated = await startTrigger({
		sandbox,
		parameters: { entity: 'StockItem', event: 'created' },
	});
	expect((await uncreated.activate()).error?.message).toBe(
		'The event "created" of StockItem cannot be told: it has no time of creation',
	);
});

test('filter, select and simplify hold for the trigger as for the node', async () => {
	const parameters = {
		filterType: 'string',
		filterString: "Description eq 'watched' or Description eq 'both'",
		simplify: false,
		options: { select: 'OrderNbr' },
	};
	const trigger = await startTrigger({ sandbox, parameters });
	await trigger.activate();
	change(1, { Description: 'unwatched' });
	const changed = change(2, { Description: 'watched' });
	const { items } = await trigger.tick();
	expect(ids(items)).toEqual([changed]);
	expect(items?.[0]?.json.OrderNbr).toEqual({ value: expect.any(String) });
	expect(items?.[0]?.json).not.toHaveProperty('CustomerID');
	expect(paths().at(-1)).toContain("and (Description eq 'watched' or Description eq 'both')");
});

test('a start in the past brings what was changed since, in the time zone of the workflow', async () => {
	const changed = change(4);
	clock.advance(7_200_000);
	const later = change(5);
	const local = new Date(clock.now() - 3_600_000 + 7_200_000).toISOString().slice(0, 19);
	const trigger = await startTrigger({
		sandbox,
		parameters: { options: { startFrom: local } },
		timezone: 'Etc/GMT-2',
	});
	expect(ids((await trigger.activate()).items)).toEqual([later]);
	expect(changed).not.toBe(later);
});

test('a test in the editor brings recent records and leaves the watermark where it is', async () => {
	const database = pollDatabase('classic');
	const trigger = await startTrigger({ sandbox, database });
	const changed = change(6);
	const { items } = await trigger.sample();
	expect(ids(items)?.[0]).toBe(changed);
	expect(trigger.state()).toEqual({});
	await trigger.activate();
	const state = trigger.state();
	await trigger.sample();
	expect(trigger.state()).toEqual(state);
});

test('two ticks at once are one poll', async () => {
	const trigger = await startTrigger({ sandbox });
	await trigger.activate();
	change(7);
	sandbox.ledger.clear();
	const both = await Promise.all([trigger.tick(), trigger.tick()]);
	expect(gets()).toHaveLength(1);
	expect(both.some(({ error }) => error !== undefined)).toBe(false);
});

test('what happened while n8n was off comes when it is on again', async () => {
	const database = pollDatabase('classic');
	const credentials = await triggerCredentials({ sandbox });
	const run = { sandbox, database, credentials };
	await (await startTrigger(run)).activate();
	const changed = change(8);
	expect(ids((await (await startTrigger(run)).activate()).items)).toEqual([changed]);
});

test('a damaged state goes on from the last watermark, and the log says so', async () => {
	const database = pollDatabase('classic');
	const credentials = await triggerCredentials({ sandbox });
	const run = { sandbox, database, credentials };
	await (await startTrigger(run)).activate();
	const changed = change(9);
	database.stored = database.stored.replace('"version":1', '"version":"x"');
	const { items, log } = await (await startTrigger(run)).activate();
	expect(ids(items)).toEqual([changed]);
	expect(log.map(({ message }) => message).join()).toMatch(
		/damaged.*goes on from its last watermark/,
	);
});

test('another entity begins anew, another version of the endpoint goes on', async () => {
	const database = pollDatabase('classic');
	const credentials = await triggerCredentials({ sandbox });
	const run = { sandbox, database, credentials };
	await (await startTrigger(run)).activate();
	const changed = change(10);
	const newer = await startTrigger({
		...run,
		parameters: { endpoint: { __rl: true, mode: 'name', value: 'Default/25.200.001' } },
	});
	expect(ids((await newer.activate()).items)).toEqual([changed]);
	const other = await startTrigger({ ...run, parameters: { entity: 'Customer' } });
	expect((await other.activate()).items).toEqual([]);
});

test('a clock that was set back by an hour loses nothing, and the log says so', async () => {
	const trigger = await startTrigger({ sandbox });
	await trigger.activate();
	change(1);
	await trigger.tick();
	clock.set(clock.now() - 3_600_000);
	const changed = change(2);
	const { items, log } = await trigger.tick();
	expect(ids(items)).toContain(changed);
	expect(log.map(({ message }) => message).join()).toMatch(/clock was set back/);
	clock.advance(3_700_000);
	expect((await trigger.tick()).items).toBeUndefined();
});

test('waits for the license stay within the time of a poll', async () => {
	const trigger = await startTrigger({
		sandbox,
		budget: 1500,
		credential: { requestsPerMinute: 1 },
	});
	const { error } = await trigger.activate();
	expect(error?.message).toMatch(/had no time for this poll within the 1 s that n8n gives it/);
});

/** A new order, as somebody else enters it. */
function create(OrderNbr: string) {
	const [sample] = sandbox.records.all('SalesOrder');
	if (sample === undefined) throw new Error('No order');
	clock.advance(1000);
	const at = new Date(clock.now()).toISOString();
	const id = `00000000-0000-0000-0000-${OrderNbr.padStart(12, '0')}`;
	const fields = { ...sample.fields, OrderNbr, CreatedDate: at, LastModified: at };
	sandbox.records.set('SalesOrder').put({ ...sample, id, fields });
	return id;
}

test('who watches creations gets each record once, whatever is changed in it before and after', async () => {
	const trigger = await startTrigger({ sandbox, parameters: { event: 'created' } });
	await trigger.activate();
	const first = create('900001');
	change(2);
	expect(ids((await trigger.tick()).items)).toEqual([first]);
	const place = sandbox.records.all('SalesOrder').findIndex(({ id }) => id === first);
	change(place);
	expect((await trigger.tick()).items).toBeUndefined();
	const second = create('900002');
	change(sandbox.records.all('SalesOrder').findIndex(({ id }) => id === second));
	expect(ids((await trigger.tick()).items)).toEqual([second]);
});

test('who watches updates gets no creation, and a record that was created and changed between two polls', async () => {
	const trigger = await startTrigger({
		sandbox,
		parameters: { event: 'updated', options: { includeEvent: true, select: 'OrderNbr' } },
	});
	await trigger.activate();
	create('900003');
	expect((await trigger.tick()).items).toBeUndefined();
	const both = create('900004');
	change(sandbox.records.all('SalesOrder').findIndex(({ id }) => id === both));
	const { items } = await trigger.tick();
	expect(ids(items)).toEqual([both]);
	expect(items?.[0]?.json._event).toEqual({
		type: 'updated',
		at: new Date(clock.now()).toISOString(),
	});
});

test('conditions are a filter of the trigger, too', async () => {
	const conditions = [
		{ field: 'Status|String', operator: 'notEquals', value: 'Completed' },
		{ field: 'Description|String', operator: 'startsWith', value: 'Watch' },
	];
	const parameters = { filterType: 'conditions', filters: { conditions } };
	const trigger = await startTrigger({ sandbox, parameters });
	await trigger.activate();
	change(2, { Description: 'Other' });
	const watched = change(3, { Description: 'Watch me', Status: 'Open' });
	change(4, { Description: 'Watch me', Status: 'Completed' });
	expect(ids((await trigger.tick()).items)).toEqual([watched]);
	expect(paths().at(-1)).toMatch(/startswith\(Description,'Watch'\)/);
});

test('changed conditions hold from the next poll on, and go on from the same watermark', async () => {
	const database = pollDatabase('classic');
	const watching = async (value: string) => {
		const conditions = [{ field: 'Description|String', operator: 'equals', value }];
		const parameters = { filterType: 'conditions', filters: { conditions } };
		return await startTrigger({ sandbox, database, parameters });
	};
	const first = await watching('red');
	await first.activate();
	const red = change(2, { Description: 'red' });
	expect(ids((await first.tick()).items)).toEqual([red]);
	const blue = change(3, { Description: 'blue' });
	const second = await watching('blue');
	expect(ids((await second.activate()).items)).toEqual([blue]);
	expect((await second.tick()).items).toBeUndefined();
});

test('a condition without a value is told, and nothing is read', async () => {
	const conditions = [{ field: 'Status|String', operator: 'equals', value: '' }];
	const parameters = { filterType: 'conditions', filters: { conditions } };
	const trigger = await startTrigger({ sandbox, parameters });
	expect((await trigger.activate()).error?.message).toMatch(
		/^"Condition 1 \(Status\)" has no value/,
	);
	expect(sandbox.ledger.sessions.open).toBe(0);
});

describe('while Acumatica fails', () => {
	test.each(authentications)(
		'%s: a session that has ended is replaced, and the change comes',
		async (authentication) => {
			const trigger = await startTrigger({ sandbox, authentication });
			await trigger.activate();
			const changed = change(1);
			sandbox.script({ match: { method: 'GET' }, answer: { endSession: true } });
			const { items, error } = await trigger.tick();
			expect(error).toBeUndefined();
			expect(ids(items)).toEqual([changed]);
			expect(sandbox.ledger.sessions.open).toBe(0);
		},
	);

	test.each<[string, FaultAnswer]>([
		['a 429', { status: 429 }],
		['a connection that is cut after the request was sent', { cut: 'afterExecution' }],
		['an answer that breaks off', { cut: 'midAnswer' }],
	])('%s is waited out, and the change comes once', async (_what, answer) => {
		const trigger = await startTrigger({ sandbox, authentication: 'session' });
		await trigger.activate();
		const changed = change(2);
		sandbox.script({ match: { method: 'GET' }, answer });
		expect(ids((await trigger.tick()).items)).toEqual([changed]);
		expect((await trigger.tick()).items).toBeUndefined();
		expect(sandbox.ledger.sessions.open).toBe(0);
	});

	// The last one: what the license refuses here keeps everybody back for a minute.
	test('a license that stays used up ends the poll in time, with a way out, and loses nothing', async () => {
		const trigger = await startTrigger({ sandbox, authentication: 'session', budget: 20_000 });
		await trigger.activate();
		change(3);
		const state = trigger.state();
		sandbox.script({ match: { method: 'GET' }, answer: { status: 429, retryAfter: '600' } });
		const { items, error } = await trigger.tick();
		expect(items).toBeUndefined();
		expect(error?.message).toContain('the license limit of the ERP (429)');
		expect(trigger.state()).toEqual(state);
		expect(sandbox.ledger.sessions.open).toBe(0);
		expect(Object(error).description).toMatch(
			/^Nothing is lost: the next poll reads the same changes/,
		);
	});
});
