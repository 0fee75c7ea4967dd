import fc from 'fast-check';
import { objections } from './checks.ts';
import { type Erp, startErp } from './erp.ts';
import { histories } from './history.ts';
import { watchHistory } from './run.ts';
import { connected, triggerWatcher } from './watcher.ts';
import type { CredentialStore } from '../../support/credentialStore.ts';

jest.setTimeout(600_000);

let erp: Erp;
let credentials: CredentialStore;
beforeAll(async () => {
	erp = await startErp();
	credentials = await connected(erp.sandbox);
});
afterAll(async () => await erp.sandbox.close());

const numRuns = Number(process.env.HISTORIES ?? 700);

describe('whatever happens in the ERP and to n8n', () => {
	test('without crashes every change comes exactly once', async () => {
		const watcher = triggerWatcher(credentials, 'classic', {});
		await fc.assert(
			fc.asyncProperty(histories({ crashes: false }), async (history) => {
				const watched = await watchHistory(erp, watcher, history);
				expect(objections(erp, watched, { repeats: false })).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test('with durable poll cursors every change comes exactly once, also when n8n is killed', async () => {
		const watcher = triggerWatcher(credentials, 'durable', {});
		await fc.assert(
			fc.asyncProperty(histories({ crashes: true }), async (history) => {
				const watched = await watchHistory(erp, watcher, history);
				expect(objections(erp, watched, { repeats: false })).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test('with Repeat After Restart nothing gets lost when n8n is killed, and at most the last batch comes twice', async () => {
		const watcher = triggerWatcher(credentials, 'classic', { repeatAfterRestart: true });
		await fc.assert(
			fc.asyncProperty(histories({ crashes: true }), async (history) => {
				const watched = await watchHistory(erp, watcher, history);
				expect(objections(erp, watched, { repeats: true })).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test('the same where the scheduler loads the workflow anew for each poll, but for the first batch of a process', async () => {
		const watcher = triggerWatcher(credentials, 'scheduled', { repeatAfterRestart: true });
		await fc.assert(
			fc.asyncProperty(histories({ crashes: true }), async (history) => {
				const watched = await watchHistory(erp, watcher, history);
				expect(objections(erp, watched, { repeats: true })).toEqual([]);
			}),
			{ numRuns: Math.ceil(numRuns / 3) },
		);
	});
});
