import fc from 'fast-check';
import { objections } from './checks.ts';
import { type Erp, startErp } from './erp.ts';
import { histories } from './history.ts';
import { watchHistory } from './run.ts';
import { connected, triggerWatcher } from './watcher.ts';
import type { CredentialStore } from '../../support/credentialStore.ts';
import type { PollDatabase } from '../../support/poller.ts';

jest.setTimeout(600_000);

let erp: Erp;
let credentials: CredentialStore;
beforeAll(async () => {
	erp = await startErp();
	credentials = await connected(erp.sandbox);
});
afterAll(async () => await erp.sandbox.close());

const numRuns = Number(process.env.HISTORIES ?? 700);

/** Whatever the history, nothing is wrong with what was emitted. */
async function holds(
	database: PollDatabase['kind'],
	{ crashes, repeats, runs = numRuns }: { crashes: boolean; repeats: boolean; runs?: number },
): Promise<void> {
	const watcher = triggerWatcher(credentials, database, { repeatAfterRestart: repeats });
	await fc.assert(
		fc.asyncProperty(histories({ crashes }), async (history) => {
			const watched = await watchHistory(erp, watcher, history);
			expect(objections(erp, watched, { repeats })).toEqual([]);
		}),
		{ numRuns: runs },
	);
}

describe('whatever happens in the ERP and to n8n', () => {
	test('without crashes every change comes exactly once', async () =>
		await holds('classic', { crashes: false, repeats: false }));

	test('with durable poll cursors every change comes exactly once, also when n8n is killed', async () =>
		await holds('durable', { crashes: true, repeats: false }));

	test('with Repeat After Restart nothing gets lost when n8n is killed, and at most the last batch comes twice', async () =>
		await holds('classic', { crashes: true, repeats: true }));

	test('the same where the scheduler loads the workflow anew for each poll, but for the first batch of a process', async () =>
		await holds('scheduled', { crashes: true, repeats: true, runs: Math.ceil(numRuns / 3) }));
});
