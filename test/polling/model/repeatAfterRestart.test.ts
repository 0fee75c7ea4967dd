import { holds, numRuns } from './holds.ts';

jest.setTimeout(600_000);

const killed = { crashes: true, repeats: true };

test('with Repeat After Restart nothing gets lost when n8n is killed, and at most the last batch comes twice', async () =>
	await holds('classic', killed));

test('the same where the scheduler loads the workflow anew for each poll, but for the first batch of a process', async () =>
	await holds('scheduled', { ...killed, runs: Math.ceil(numRuns / 3) }));
