import { systemClock } from '../../nodes/Acumatica/transport/clock';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { startTrigger } from '../support/triggerRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 3 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('an answer that takes longer than the poll has is given up, and the session is signed out', async () => {
	const trigger = await startTrigger({ sandbox, authentication: 'session', budget: 1500 });
	sandbox.script({ match: { method: 'GET' }, answer: { delay: 5000 } });
	const { error } = await trigger.activate();
	expect(error?.message).toMatch(/within the 1 s that n8n gives it|did not answer in time/);
	expect(sandbox.ledger.sessions.open).toBe(0);
	expect((await trigger.activate()).error).toBeUndefined();
});

test('an error names the parameters whose text the ERP reads', async () => {
	const parameters = { filterType: 'string', filterString: 'Nonsense eq 1' };
	const trigger = await startTrigger({ sandbox, parameters });
	const { error } = await trigger.activate();
	expect(`${error?.message} ${Object(error).description}`).toMatch(/Filter/);
	expect(Object(error).description).toContain('Check Filter String');
});

test('a credential that cannot work ends the poll at once: nothing goes on waiting for its time to be up', async () => {
	const sleep = jest.spyOn(systemClock, 'sleep');
	const trigger = await startTrigger({ sandbox, credential: { instanceUrl: '' } });
	expect((await trigger.activate()).error?.message).toMatch(/Instance URL/);
	await Promise.all(sleep.mock.results.map(async ({ value }) => await (value as Promise<void>)));
	expect(sleep).toHaveBeenCalledTimes(1);
	sleep.mockRestore();
});
