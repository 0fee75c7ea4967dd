import { holds } from './holds.ts';

jest.setTimeout(600_000);

test('with durable poll cursors every change comes exactly once, also when n8n is killed', async () =>
	await holds('durable', { crashes: true, repeats: false }));
