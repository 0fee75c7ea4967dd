import { createGate } from '../../nodes/Acumatica/transport/gate';
import { newParty } from '../../nodes/Acumatica/transport/party';
import { gateOf, withinLicense } from '../../nodes/Acumatica/transport/license';
import type { ApiRequest, Exchange } from '../../nodes/Acumatica/transport/request';
import { simulatedClock } from '../support/simulatedClock.ts';

describe('gateOf', () => {
	test('is the same for all executions on an instance', () => {
		expect(gateOf('https://erp.example.com')).toBe(gateOf('https://erp.example.com'));
		expect(gateOf('https://erp.example.com')).not.toBe(gateOf('https://other.example.com'));
	});
});

describe('withinLicense', () => {
	const request: ApiRequest = { method: 'GET', path: 'entity', expect: 'json', replay: 'safe' };
	const answer: Exchange = { kind: 'answer', status: 200, headers: {}, text: '', phase: 'request' };
	const limit = { concurrentRequests: 1, requestsPerMinute: 1 };

	test('sends nothing for an execution that is cancelled while it waits', async () => {
		const clock = simulatedClock();
		const cancel = new AbortController();
		const send = jest.fn(async () => answer);
		const layer = withinLicense(createGate(), newParty(), limit, clock, cancel.signal)(send);
		await clock.run(layer(request));
		const waiting = layer(request);
		cancel.abort();
		expect(await waiting).toMatchObject({ kind: 'failure', reason: 'cancelled' });
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('gives the place back when sending raises', async () => {
		const clock = simulatedClock();
		const send = jest.fn().mockRejectedValueOnce(new Error('broken')).mockResolvedValue(answer);
		const layer = withinLicense(
			createGate(),
			newParty(),
			{ ...limit, requestsPerMinute: 9 },
			clock,
		)(send);
		await expect(layer(request)).rejects.toThrow('broken');
		expect(await clock.run(layer(request))).toBe(answer);
	});
});
