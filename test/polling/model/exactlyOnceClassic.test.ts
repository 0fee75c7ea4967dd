import { holds } from './holds.ts';

jest.setTimeout(600_000);

test('without crashes every change comes exactly once', async () =>
	await holds('classic', { crashes: false, repeats: false }));
